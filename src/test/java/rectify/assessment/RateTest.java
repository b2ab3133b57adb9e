package rectify.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void the_citys_own_figures_come_out_as_it_publishes_them() {
    assertThat(new Rate(93_933, 94_081).text()).isEqualTo("99.84%");
    assertThat(new Rate(28_476, 28_626).text()).isEqualTo("99.48%");
  }

  @Test
  void of_nothing_there_is_no_rate() {
    assertThat(new Rate(0, 0).text()).isEqualTo("—");
    assertThat(new Rate(0, 0).percent()).isNull();
    assertThat(new Rate(0, 3).text()).isEqualTo("0.00%");
  }

  @Test
  void a_half_is_rounded_up() {
    assertThat(new Rate(1, 800).text()).isEqualTo("0.13%");
    assertThat(new Rate(2, 3).text()).isEqualTo("66.67%");
    assertThat(new Rate(7, 7).text()).isEqualTo("100.00%");
  }

  @Test
  void a_part_is_no_more_than_the_whole() {
    assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_indicator_without_a_rate_drops_out_and_the_others_weigh_more() {
    Indicator half = new Indicator("按时上报率", new Rate(1, 2), 30);
    Indicator full = new Indicator("按时整改率", new Rate(4, 4), 10);
    Indicator none = new Indicator("清单完成率", new Rate(0, 0), 60);

    assertThat(Indicator.mean(List.of(half, full, none))).isEqualByComparingTo("62.50");
    assertThat(Indicator.mean(List.of(none))).isNull();
  }
}
