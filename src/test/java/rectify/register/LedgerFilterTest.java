package rectify.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LedgerFilterTest {

  @Test
  void wildcards_a_person_types_are_plain_characters() {
    assertThat(filter(" 50%_电! ").patterns()).containsExactly("%50!%!_电!!%");
  }

  @Test
  void a_blank_text_does_not_narrow() {
    assertThat(filter("  ").patterns()).isEmpty();
    assertThat(filter(null).patterns()).isEmpty();
  }

  @Test
  void the_last_day_is_whole() {
    LocalDate last = LocalDate.of(2026, 3, 31);

    assertThat(
            new LedgerFilter(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, last)
                .before())
        .isEqualTo(LocalDate.of(2026, 4, 1));
  }

  private static LedgerFilter filter(String text) {
    return LedgerFilter.text(text);
  }
}
