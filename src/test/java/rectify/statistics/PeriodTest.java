package rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.refusal.Refusal;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "REPORTING, 2026-02, 2026-02-01, 2026-02-28, 2026年2月",
    "TREATMENT, 2026-02, 2026-01-01, 2026-02-28, 2026年1—2月",
    "TREATMENT, 2026-01, 2026-01-01, 2026-01-31, 2026年1月",
    "TREATMENT, 2026-Q1, 2026-01-01, 2026-03-31, 2026年第1季度",
    "TREATMENT, 2026-Q4, 2026-10-01, 2026-12-31, 2026年第4季度",
    "TREATMENT, 2026, 2026-01-01, 2026-12-31, 2026年"
  })
  void a_period_knows_its_days(
      StatisticKind kind, String text, LocalDate from, LocalDate until, String title) {
    Period period = Period.of(kind, text);

    assertThat(period).isEqualTo(new Period(text, from, until));
    assertThat(period.title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2025-Q4",
    "2026-03-31, 2025-Q4",
    "2026-04-01, 2026-Q1",
    "2026-06-30, 2026-Q1",
    "2026-12-31, 2026-Q3"
  })
  void the_quarter_before_a_day_is_over(LocalDate day, String quarter) {
    assertThat(Period.quarterBefore(day).text()).isEqualTo(quarter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13", "2026-Q5", "26-01", "2026-1", "一季度"})
  void what_is_no_period_is_refused(String text) {
    assertThatThrownBy(() -> Period.of(StatisticKind.TREATMENT, text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2026-Q1");
  }

  @Test
  void self_checks_are_counted_by_the_month() {
    assertThatThrownBy(() -> Period.of(StatisticKind.REPORTING, "2026-Q1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("按月统计");
    assertThatThrownBy(() -> Period.of(StatisticKind.REPORTING, null)).isInstanceOf(Refusal.class);
  }
}
