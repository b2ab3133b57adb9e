package rectify.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rectify.hazard.Hazard;
import rectify.hazard.HazardFixture;
import rectify.identity.Actor;

class LedgerScopeTest {

  private final Hazard shoesInChendai = HazardFixture.general();

  @Test
  void the_people_of_a_case_see_it() {
    assertThat(scope(List.of("ent44"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("town350582103"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("dept350582emergency"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("office350582"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("manager"), "350582").covers(shoesInChendai)).isTrue();
  }

  @Test
  void the_city_sees_it_by_its_office_and_by_its_department() {
    assertThat(scope(List.of("office350500"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("dept350500emergency"), "350582").covers(shoesInChendai)).isTrue();
    assertThat(scope(List.of("dept350500housing"), "350582").covers(shoesInChendai)).isFalse();
  }

  @Test
  void neighbours_and_strangers_do_not_see_it() {
    assertThat(scope(List.of("ent45"), "350582").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of("town350582102"), "350582").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of("dept350582housing"), "350582").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of("dept350583emergency"), "350583").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of("office350583"), "350583").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of("manager"), "350583").covers(shoesInChendai)).isFalse();
    assertThat(scope(List.of(), "350582").isNone()).isTrue();
  }

  private static LedgerScope scope(List<String> groups, String tenant) {
    return LedgerScope.of(new Actor("someone", "某人", groups, List.of(tenant)));
  }
}
