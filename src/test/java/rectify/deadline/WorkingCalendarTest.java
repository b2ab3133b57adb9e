package rectify.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static rectify.deadline.DeadlineFixture.holidays;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final WorkingCalendar calendar = holidays().calendar();

  @ParameterizedTest
  @CsvFileSource(resources = "/deadlines/working-days.csv", numLinesToSkip = 1)
  void working_days_skip_weekends_and_holidays_but_not_make_up_days(
      LocalDate start, int days, LocalDate last) {
    assertThat(calendar.workingDaysAfter(start, days)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/deadlines/calendar-days.csv", numLinesToSkip = 1)
  void a_calendar_period_that_ends_on_a_rest_day_rolls(
      LocalDate start, int days, LocalDate raw, LocalDate last) {
    assertThat(start.plusDays(days)).isEqualTo(raw);
    assertThat(calendar.daysAfter(start, days)).isEqualTo(last);
    assertThat(calendar.roll(raw)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/deadlines/named-days.csv", numLinesToSkip = 1)
  void the_library_holds_the_published_notice(int year, int workingDays, String off, String work) {
    List<Holiday> named = holidays().of(year);

    assertThat(named)
        .filteredOn(Holiday::dayOff)
        .extracting(Holiday::date)
        .containsExactlyElementsOf(dates(off));
    assertThat(named)
        .filteredOn(day -> !day.dayOff())
        .extracting(Holiday::date)
        .containsExactlyElementsOf(dates(work));
    assertThat(days(year).filter(calendar::isWorkingDay)).hasSize(workingDays);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-04, true",
    "2024-02-09, true",
    "2024-02-10, false",
    "2024-02-18, true",
    "2024-04-07, true",
    "2024-05-11, true",
    "2024-06-10, false",
    "2024-09-14, true",
    "2024-09-17, false",
    "2024-10-12, true",
    "2024-10-13, false"
  })
  void days_of_2024_are_known_too(LocalDate day, boolean working) {
    assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
  }

  @Test
  void counting_back_undoes_counting_forward() {
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      LocalDate working = calendar.isWorkingDay(day) ? day : calendar.workingDaysBefore(day, 1);
      for (int n : new int[] {1, 2, 3, 5, 10, 20, 60}) {
        assertThat(calendar.workingDaysBefore(calendar.workingDaysAfter(day, n), n))
            .as("%s + %d working days and back", day, n)
            .isEqualTo(working);
      }
    }
  }

  @Test
  void every_period_ends_on_a_working_day_and_a_longer_one_never_earlier() {
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      for (int n = 1; n < 15; n++) {
        assertThat(calendar.isWorkingDay(calendar.daysAfter(day, n))).isTrue();
        assertThat(calendar.daysAfter(day, n)).isAfterOrEqualTo(calendar.daysAfter(day, n - 1));
        assertThat(calendar.workingDaysAfter(day, n))
            .isAfterOrEqualTo(calendar.workingDaysAfter(day, n - 1));
      }
    }
  }

  @Test
  void counting_back_crosses_the_year() {
    assertThat(calendar.workingDaysBefore(LocalDate.of(2026, 1, 5), 1))
        .isEqualTo(LocalDate.of(2026, 1, 4));
    assertThat(calendar.workingDaysBefore(LocalDate.of(2026, 1, 4), 1))
        .isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(calendar.daysBefore(LocalDate.of(2026, 1, 4), 10))
        .isEqualTo(LocalDate.of(2025, 12, 25));
  }

  @Test
  void a_reminder_before_a_date_does_not_roll() {
    assertThat(calendar.daysBefore(LocalDate.of(2026, 10, 12), 10))
        .isEqualTo(LocalDate.of(2026, 10, 2));
  }

  @Test
  void zero_days_after_a_rest_day_is_the_next_working_day() {
    assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 10, 1), 0))
        .isEqualTo(LocalDate.of(2026, 10, 8));
    assertThat(calendar.daysAfter(LocalDate.of(2026, 10, 9), 0))
        .isEqualTo(LocalDate.of(2026, 10, 9));
    assertThat(calendar.workingDaysBefore(LocalDate.of(2026, 10, 1), 0))
        .isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void a_year_without_data_counts_weekends_only() {
    assertThat(calendar.knows(2026)).isTrue();
    assertThat(calendar.knows(2027)).isFalse();
    assertThat(calendar.workingDaysAfter(LocalDate.of(2027, 9, 30), 1))
        .isEqualTo(LocalDate.of(2027, 10, 1));
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
  }

  @Test
  void a_single_day_or_next_years_december_does_not_make_a_year_known() {
    WorkingCalendar partly =
        new WorkingCalendar(Set.of(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 5, 6)), Set.of());

    assertThat(partly.knows(2027)).isFalse();
  }

  private static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static List<LocalDate> dates(String ranges) {
    return Arrays.stream(ranges.split(" "))
        .flatMap(
            range -> {
              String[] ends = range.split("\\.\\.");
              LocalDate last = LocalDate.parse(ends[ends.length - 1]);
              return LocalDate.parse(ends[0]).datesUntil(last.plusDays(1));
            })
        .toList();
  }
}
