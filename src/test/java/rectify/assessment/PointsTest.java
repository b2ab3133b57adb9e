package rectify.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rectify.suspicion.Suspicion.Fact;

class PointsTest {

  private static final Points EACH =
      new Points(BigDecimal.valueOf(2), 0, BigDecimal.valueOf(5), "规则");
  private static final Points EVERY_FIVE_DAYS =
      new Points(BigDecimal.ONE, 5, BigDecimal.valueOf(20), "规则");

  @Test
  void each_fact_costs_the_same_up_to_the_cap() {
    assertThat(EACH.of(late(0))).isEqualByComparingTo("2");
    assertThat(EACH.of(late(0, 0))).isEqualByComparingTo("4");
    assertThat(EACH.of(late(0, 0, 0))).isEqualByComparingTo("5");
  }

  @Test
  void lateness_costs_for_every_five_working_days_begun() {
    assertThat(EVERY_FIVE_DAYS.of(late(0))).isEqualByComparingTo("1");
    assertThat(EVERY_FIVE_DAYS.of(late(5))).isEqualByComparingTo("1");
    assertThat(EVERY_FIVE_DAYS.of(late(6, 11))).isEqualByComparingTo("5");
    assertThat(EVERY_FIVE_DAYS.of(late(500))).isEqualByComparingTo("20");
  }

  @Test
  void a_score_never_falls_below_nothing() {
    Score score =
        Score.of("ent1", "演示", "350582", "2026-03", 9, BigDecimal.valueOf(130), List.of());

    assertThat(score.score()).isEqualByComparingTo("0");
  }

  private static List<Fact> late(int... workingDays) {
    return IntStream.of(workingDays).mapToObj(days -> new Fact("事实", days)).toList();
  }
}
