package rectify.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rectify.selfcheck.MonthlyCheck;
import rectify.suspicion.LatenessMapper.Overdue;

/** Who was late, on the tests' real database: to the second, and nobody else. */
class LatenessMapperTest {

  private static AssessmentFixture city;

  private LatenessMapper mapper;

  @BeforeAll
  static void create_the_tables() throws Exception {
    city = AssessmentFixture.onMySql("lateness");
  }

  @BeforeEach
  void open() {
    mapper = city.begin(LatenessMapper.class);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_report_after_the_last_day_is_late_and_one_in_its_last_second_is_not() {
    long late = city.enterprise();
    long inTime = city.enterprise();
    long open = city.enterprise();
    city.check(late, "2026-03", "SUBMITTED", "2026-04-01 00:00:00", 0);
    city.check(inTime, "2026-03", "SUBMITTED", "2026-03-31 23:59:59", 0);
    city.check(open, "2026-03", "LATE", null, null);
    city.check(open, "2026-02", "SUBMITTED", "2026-03-02 10:00:00", 0);

    assertThat(enterprises(mapper.lateChecks("2026-03"))).containsExactly(late);
  }

  @Test
  void a_timer_that_came_too_early_makes_nobody_late() {
    long inTime = city.enterprise();
    city.check(inTime, "2026-03", "SUBMITTED", "2026-03-31 23:00:00", 0);
    city.jdbc.update("update self_check set late_at = '2026-03-31 22:00:00'");

    assertThat(mapper.lateChecks("2026-03")).isEmpty();
  }

  @Test
  void a_check_is_missed_when_its_period_is_over_without_a_report() {
    long missed = city.enterprise();
    long late = city.enterprise();
    city.check(missed, "2026-03", "MISSED", null, null);
    city.check(late, "2026-03", "LATE", null, null);

    assertThat(enterprises(mapper.missedChecks("2026-03"))).containsExactly(missed);
  }

  @Test
  void a_hazard_not_reported_by_its_last_day_is_overdue() {
    long enterprise = city.enterprise();
    long never = city.hazard(enterprise).due("2026-03-09").stored();
    long late = city.hazard(enterprise).due("2026-03-10").reported("2026-03-11 00:00:00").stored();
    city.hazard(enterprise).due("2026-03-10").reported("2026-03-10 23:59:59").stored();
    city.hazard(enterprise).due("2026-04-01").stored();
    city.hazard(enterprise).due("2026-03-10").reported("2026-03-02 09:00:00").onSpot().stored();

    List<Overdue> overdue = march();

    assertThat(overdue)
        .extracting(Overdue::caseNumber)
        .containsExactly(number(never), number(late));
    assertThat(overdue.get(0).reportedAt()).isNull();
    assertThat(overdue.get(1).reportedAt()).isEqualTo(AssessmentFixture.at("2026-03-11 00:00:00"));
  }

  @Test
  void a_report_that_was_returned_in_time_and_not_made_again_is_overdue() {
    long enterprise = city.enterprise();
    long again = city.hazard(enterprise).reported("2026-03-05 10:00:00").stored();
    city.event(again, "RETURNED", "2026-03-06 10:00:00");
    long inTime = city.hazard(enterprise).reported("2026-03-05 10:00:00").stored();
    city.event(inTime, "RETURNED", "2026-03-06 10:00:00");
    city.event(inTime, "RECTIFICATION_REPORTED", "2026-03-09 10:00:00");
    long returnedLater = city.hazard(enterprise).reported("2026-03-09 10:00:00").stored();
    city.event(returnedLater, "RETURNED", "2026-03-12 10:00:00");

    assertThat(march()).extracting(Overdue::caseNumber).containsExactly(number(again));
  }

  @Test
  void an_extension_moves_the_last_day_and_one_that_waits_for_its_answer_accuses_nobody() {
    long enterprise = city.enterprise();
    long granted = city.hazard(enterprise).due("2026-04-30").stored();
    city.extension(granted, "2026-03-09", "granted");
    long waiting = city.hazard(enterprise).due("2026-03-09").stored();
    city.extension(waiting, "2026-03-09", null);
    long refused = city.hazard(enterprise).due("2026-03-09").stored();
    city.extension(refused, "2026-03-09", "refused");

    assertThat(march()).extracting(Overdue::caseNumber).containsExactly(number(refused));
  }

  @Test
  void a_failed_recheck_that_moves_the_last_day_does_not_wash_the_old_one_away() {
    long enterprise = city.enterprise();
    long silent = city.hazard(enterprise).inspected().due("2026-04-20").stored();
    city.failedRecheck(silent, "2026-03-09", "2026-03-16 10:00:00");
    city.event(silent, "RETURNED", "2026-03-16 10:00:00");
    long reported =
        city.hazard(enterprise)
            .inspected()
            .due("2026-04-20")
            .reported("2026-03-08 10:00:00")
            .stored();
    city.failedRecheck(reported, "2026-03-09", "2026-03-16 10:00:00");
    city.event(reported, "RETURNED", "2026-03-16 10:00:00");

    assertThat(march()).extracting(Overdue::caseNumber).containsExactly(number(silent));
  }

  @Test
  void a_case_number_with_a_long_id_is_whole() {
    long enterprise = city.enterprise();
    city.hazard(enterprise).stored();
    city.jdbc.update("update hazard set id = 123456789");

    assertThat(march()).extracting(Overdue::caseNumber).containsExactly("YH350582-2026-123456789");
  }

  private List<Overdue> march() {
    return mapper.overdue(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
  }

  private static List<Long> enterprises(List<MonthlyCheck> checks) {
    return checks.stream().map(MonthlyCheck::enterpriseId).toList();
  }

  private static String number(long hazard) {
    return "YH350582-2026-%07d".formatted(hazard);
  }
}
