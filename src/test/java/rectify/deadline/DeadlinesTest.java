package rectify.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rectify.deadline.DeadlineFixture.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import rectify.refusal.Refusal;

@ExtendWith(OutputCaptureExtension.class)
class DeadlinesTest {

  private final Deadlines deadlines = deadlines();

  @ParameterizedTest
  @CsvFileSource(resources = "/deadlines/working-days.csv", numLinesToSkip = 1)
  void a_working_day_deadline_ends_with_its_last_day(String start, int days, String last) {
    assertThat(deadlines.workingDaysAfter(start, days)).isEqualTo(china(last + "T23:59:59"));
    assertThat(deadlines.lastDayAfterWorkingDays(LocalDate.parse(start), days)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/deadlines/calendar-days.csv", numLinesToSkip = 1)
  void a_calendar_day_deadline_ends_with_its_rolled_last_day(
      String start, int days, String raw, String last) {
    assertThat(deadlines.daysAfter(start, days)).isEqualTo(china(last + "T23:59:59"));
    assertThat(deadlines.lastDayAfterDays(LocalDate.parse(start), days)).isEqualTo(last);
    assertThat(deadlines.endOf(raw)).isEqualTo(china(raw + "T23:59:59"));
  }

  static Stream<Object> anchors_of_2_march() {
    return Stream.of(
        "2026-03-02",
        " 2026-03-02 ",
        "2026-03-02T09:00",
        "2026-03-02T09:00:00",
        "2026-03-02T09:00:00.123",
        "2026-03-02T09:00:00+08:00",
        "2026-03-02T09:00:00.000+0800",
        "2026-03-01T16:00:00Z",
        LocalDate.of(2026, 3, 2),
        LocalDateTime.of(2026, 3, 2, 23, 59, 59),
        china("2026-03-02T00:00:00"),
        china("2026-03-02T23:59:59"),
        java.sql.Date.valueOf("2026-03-02"),
        java.sql.Timestamp.valueOf("2026-03-02 23:59:59"));
  }

  @ParameterizedTest
  @MethodSource("anchors_of_2_march")
  void whatever_the_engine_holds_is_the_same_day(Object anchor) {
    assertThat(deadlines.workingDaysAfter(anchor, 3)).isEqualTo(china("2026-03-05T23:59:59"));
    assertThat(deadlines.daysAfter(anchor, 5)).isEqualTo(china("2026-03-09T23:59:59"));
    assertThat(deadlines.workingDaysBefore(anchor, 1)).isEqualTo(china("2026-02-28T09:00:00"));
    assertThat(deadlines.daysBefore(anchor, 1)).isEqualTo(china("2026-03-01T09:00:00"));
    assertThat(deadlines.endOf(anchor)).isEqualTo(china("2026-03-02T23:59:59"));
  }

  static Stream<Object> bad_anchors() {
    return Stream.of(
        "",
        "  ",
        "明天",
        "2026-02-30",
        "2026-13-01",
        "2026/03/02",
        "2026-03-02 09:00",
        "20260302",
        "0206-03-02",
        "2926-03-02",
        "+999999999-12-31",
        LocalDate.MAX,
        LocalDateTime.MIN,
        new Date(Long.MAX_VALUE),
        42,
        List.of());
  }

  @ParameterizedTest
  @MethodSource("bad_anchors")
  void a_bad_anchor_is_refused_and_never_an_error(Object anchor) {
    assertThatThrownBy(() -> deadlines.workingDaysAfter(anchor, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.workingDaysBefore(anchor, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.daysAfter(anchor, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.daysBefore(anchor, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.endOf(anchor)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.hoursAfter(anchor, 1)).isInstanceOf(Refusal.class);
  }

  @Test
  void a_refusal_says_what_to_do() {
    assertThatThrownBy(() -> deadlines.endOf(null)).hasMessage("没有期限的起算日期，请先填写日期。");
    assertThatThrownBy(() -> deadlines.endOf("2026-02-30"))
        .hasMessage("“2026-02-30”不是正确的日期，请按“2026-03-02”的格式填写。");
    assertThatThrownBy(() -> deadlines.endOf("0206-03-02"))
        .hasMessage("日期“0206-03-02”不在 2000 年至 2100 年之间，请核对后重新填写。");
    assertThatThrownBy(() -> deadlines.lastDayAfterDays(null, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.isWorkingDay(null)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3651, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void an_impossible_number_of_days_is_refused(int n) {
    assertThatThrownBy(() -> deadlines.workingDaysAfter("2026-03-02", n))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("应为 0 到 3650 之间的整数");
    assertThatThrownBy(() -> deadlines.workingDaysBefore("2026-03-02", n))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.daysAfter("2026-03-02", n)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> deadlines.daysBefore("2026-03-02", n)).isInstanceOf(Refusal.class);
  }

  @Test
  void hours_are_clock_time() {
    assertThat(deadlines.hoursAfter("2026-02-14T10:30:00", 24))
        .isEqualTo(china("2026-02-15T10:30:00"));
    assertThat(deadlines.hoursAfter("2026-12-31", 4)).isEqualTo(china("2026-12-31T04:00:00"));
    assertThatThrownBy(() -> deadlines.hoursAfter("2026-12-31", -1)).isInstanceOf(Refusal.class);
  }

  @Test
  void a_year_without_data_is_warned_of_once_and_can_be_asked_for(CapturedOutput output) {
    deadlines.workingDaysAfter("2026-12-30", 1);
    assertThat(output).doesNotContain("节假日安排尚未导入");

    assertThat(deadlines.workingDaysAfter("2026-12-31", 1)).isEqualTo(china("2027-01-01T23:59:59"));
    deadlines.workingDaysAfter("2026-12-31", 2);
    deadlines.daysAfter("2027-03-01", 2);

    assertThat(output).containsOnlyOnce("2027 年的节假日安排尚未导入");
    assertThat(deadlines.yearsWithoutData(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)))
        .contains("2027 年、2028 年的节假日安排尚未导入，相关期限暂按周末推算，请系统管理员在国务院办公厅通知公布后及时导入。");
    assertThat(deadlines.yearsWithoutData(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31)))
        .isEmpty();
  }

  @Test
  void an_imported_day_wins_over_the_library() {
    Deadlines corrected =
        deadlines(
            Holiday.of(LocalDate.of(2026, 3, 3), "临时放假", true),
            Holiday.of(LocalDate.of(2026, 10, 1), "国庆节", false),
            Holiday.of(LocalDate.of(2026, 10, 10), "国庆节", true));

    assertThat(corrected.lastDayAfterWorkingDays(LocalDate.of(2026, 3, 2), 1))
        .isEqualTo("2026-03-04");
    assertThat(corrected.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(corrected.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
  }

  @Test
  void java_callers_get_days() {
    assertThat(deadlines.dayBeforeWorkingDays(LocalDate.of(2026, 1, 5), 2)).isEqualTo("2025-12-31");
    assertThat(deadlines.dayBeforeDays(LocalDate.of(2026, 1, 5), 10)).isEqualTo("2025-12-26");
    assertThat(Deadlines.lastMoment(LocalDate.of(2026, 1, 5))).isEqualTo("2026-01-05T23:59:59");
  }

  private static Date china(String moment) {
    return Date.from(OffsetDateTime.parse(moment + "+08:00").toInstant());
  }

  @Test
  void working_days_are_counted_up_to_the_last_day() {
    Deadlines deadlines = deadlines();
    LocalDate wednesday = LocalDate.of(2026, 3, 4);

    assertThat(deadlines.workingDaysUntil(wednesday, wednesday)).isZero();
    assertThat(deadlines.workingDaysUntil(wednesday, LocalDate.of(2026, 3, 6))).isEqualTo(2);
    assertThat(deadlines.workingDaysUntil(wednesday, LocalDate.of(2026, 3, 8))).isEqualTo(2);
    assertThat(deadlines.workingDaysUntil(wednesday, LocalDate.of(2026, 3, 9))).isEqualTo(3);
  }
}
