package rectify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AddressTest {

  private final Address address =
      new Address(
          "/city/cases", new TreeMap<>(Map.of("text", "泉州（测试）&x=1", "page", "3", "sort", "due")));

  @Test
  void a_filter_is_kept_in_the_address_as_it_was_typed() {
    assertThat(address.with("page", 4))
        .isEqualTo(
            "/city/cases?sort=due&text=%E6%B3%89%E5%B7%9E%EF%BC%88%E6%B5%8B%E8%AF%95%EF%BC%89%26x%3D1&page=4");
  }

  @Test
  void another_filter_begins_at_the_first_page() {
    assertThat(address.with("text", "")).isEqualTo("/city/cases?sort=due");
    assertThat(address.without("sort")).doesNotContain("page=", "sort=");
  }

  @Test
  void a_column_is_turned_round_when_it_is_chosen_again() {
    assertThat(address.orderOf("due")).isEqualTo("ascending");
    assertThat(address.sortedBy("due")).contains("sort=-due");
    assertThat(address.sortedBy("found")).contains("sort=found");
    assertThat(new Address("/", Map.of("sort", "-due")).orderOf("due")).isEqualTo("descending");
  }

  @Test
  void an_export_has_the_same_filter_and_every_page() {
    assertThat(address.at("/api/hazards/export.xlsx"))
        .startsWith("/api/hazards/export.xlsx?sort=due&text=")
        .doesNotContain("page=");
  }

  @Test
  void a_list_says_which_rows_it_shows() {
    Listing<Integer> last = new Listing<>(List.of(1, 2, 3), 3, 20, 43);

    assertThat(last.pages()).isEqualTo(3);
    assertThat(last.from()).isEqualTo(41);
    assertThat(last.until()).isEqualTo(43);
    assertThat(last.hasAfter()).isFalse();
    assertThat(last.near()).containsExactly(1, 2, 3);
    assertThat(new Listing<>(List.of(1), 50, 20, 2000).near()).containsExactly(48, 49, 50, 51, 52);
  }
}
