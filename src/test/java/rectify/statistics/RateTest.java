package rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "93933, 94081, 99.84 %",
    "28476, 28626, 99.48 %",
    "0, 0, —",
    "0, 7, 0.00 %",
    "7, 7, 100.00 %",
    "1, 3, 33.33 %",
    "2, 3, 66.67 %",
    "1, 800, 0.13 %"
  })
  void a_rate_is_rounded_half_up_to_two_decimals(long part, long whole, String said) {
    assertThat(new Rate(part, whole)).hasToString(said);
    assertThat(new Rate(part, whole).text()).isEqualTo(said.replace(" %", ""));
  }

  @Test
  void more_than_the_whole_is_no_share() {
    assertThatThrownBy(() -> new Rate(8, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(-1, 7)).isInstanceOf(IllegalArgumentException.class);
  }
}
