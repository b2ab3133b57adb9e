package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static rectify.process.SupervisionRun.HAZARD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rectify.supervision.Supervision;

/** Over the National Day of 2026: off from 1 to 7 October, Saturday the 10th is worked. */
class SupervisionTest {

  private static final String LAST_DAY = "2026-09-28";

  @RegisterExtension static final Models MODELS = Models.covering(Supervision.KEY);

  private final SupervisionRun ladder = new SupervisionRun(MODELS);

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(SupervisionRun.variables(LAST_DAY)).containsOnlyKeys(Supervision.VARIABLES);
  }

  @Test
  void the_five_rungs_are_counted_in_working_days_from_the_last_day() {
    ladder.overdue(LAST_DAY);

    assertThat(ladder.tasks()).isEmpty();
    assertThat(ladder.timers())
        .isEqualTo(
            Map.of(
                "Event_TownshipDue", "2026-09-29T23:59:59",
                "Event_DepartmentDue", "2026-10-08T23:59:59",
                "Event_OfficeDue", "2026-10-16T23:59:59",
                "Event_ListingDue", "2026-10-23T23:59:59",
                "Event_CityDue", "2026-10-30T23:59:59"));
  }

  @Test
  void the_township_urges_after_one_working_day() {
    ladder.overdue(LAST_DAY).until("2026-09-29T23:59:58");
    verify(ladder.supervision, never()).climb(anyLong(), any());

    ladder.until("2026-09-29T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "township");
    assertThat(ladder.tasks()).isEqualTo(Map.of("Activity_Township", "2026-10-09T23:59:59"));
    assertThat(ladder.run().candidates("Activity_Township")).isEqualTo("town");

    ladder.townshipAnswers();

    verify(ladder.supervision).answer(HAZARD, "township", "visit", "已上门督促");
    assertThat(ladder.instance())
        .isWaitingAtExactly("Activity_AwaitClosing")
        .hasPassedInOrder(
            "Event_TownshipDue",
            "Activity_ClimbToTownship",
            "Activity_Township",
            "Activity_AnswerTownship",
            "Event_TownshipAnswered")
        .hasNotPassed("Event_TownshipAlreadyAsked");
  }

  @Test
  void the_department_supervises_after_three_working_days() {
    ladder.overdue(LAST_DAY).until("2026-10-08T23:59:58");
    verify(ladder.supervision, never()).climb(HAZARD, "department");

    ladder.until("2026-10-08T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "department");
    assertThat(ladder.tasks()).containsEntry("Activity_Department", "2026-10-14T23:59:59");
    assertThat(ladder.run().candidates("Activity_Department")).isEqualTo("department");

    ladder.departmentAnswers();

    verify(ladder.supervision).answer(HAZARD, "department", "visit", "已上门督促");
    assertThat(ladder.instance())
        .hasPassedInOrder(
            "Event_DepartmentDue",
            "Activity_ClimbToDepartment",
            "Activity_Department",
            "Activity_AnswerDepartment",
            "Event_DepartmentAnswered");
  }

  @Test
  void the_commission_office_sends_a_letter_after_ten_working_days() {
    ladder.overdue(LAST_DAY).until("2026-10-16T23:59:58");
    verify(ladder.supervision, never()).climb(HAZARD, "office");

    ladder.until("2026-10-16T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "office");
    assertThat(ladder.tasks()).containsEntry("Activity_Office", "2026-10-23T23:59:59");
    assertThat(ladder.run().candidates("Activity_Office")).isEqualTo("office");

    ladder.officeSendsLetter();

    verify(ladder.supervision).issueLetter(HAZARD, "立即整改", "2026-10-26");
    assertThat(ladder.instance())
        .hasPassedInOrder(
            "Event_OfficeDue",
            "Activity_ClimbToOffice",
            "Activity_Office",
            "Activity_AnswerOffice",
            "Event_OfficeAnswered");
  }

  @Test
  void the_case_is_listed_or_its_head_interviewed_after_fifteen_working_days() {
    ladder.overdue(LAST_DAY).until("2026-10-23T23:59:58");
    verify(ladder.supervision, never()).climb(HAZARD, "listing");

    ladder.until("2026-10-23T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "listing");
    assertThat(ladder.tasks()).containsEntry("Activity_Listing", "2026-10-30T23:59:59");
    assertThat(ladder.run().candidates("Activity_Listing")).isEqualTo("office");

    ladder.officeInterviews();

    verify(ladder.supervision).listOrInterview(HAZARD, "interview", "已约谈负责人");
    assertThat(ladder.instance())
        .hasPassedInOrder(
            "Event_ListingDue",
            "Activity_ClimbToListing",
            "Activity_Listing",
            "Activity_AnswerListing",
            "Event_ListingAnswered");
  }

  @Test
  void the_city_supervises_after_twenty_working_days() {
    ladder.overdue(LAST_DAY).until("2026-10-30T23:59:58");
    verify(ladder.supervision, never()).climb(HAZARD, "city");

    ladder.until("2026-10-30T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "city");
    assertThat(ladder.tasks()).containsEntry("Activity_City", "2026-11-06T23:59:59");
    assertThat(ladder.run().candidates("Activity_City")).isEqualTo("city");

    ladder.cityAnswers();

    verify(ladder.supervision).answer(HAZARD, "city", "visit", "已上门督促");
    assertThat(ladder.instance())
        .isNotEnded()
        .hasPassedInOrder(
            "Event_CityDue",
            "Activity_ClimbToCity",
            "Activity_City",
            "Activity_AnswerCity",
            "Event_CityAnswered");
  }

  @Test
  void a_city_that_does_not_answer_is_noted_and_still_has_its_task() {
    ladder.overdue(LAST_DAY).until("2026-11-06T23:59:58");
    List<String> tasks = ladder.run().taskIds();
    verify(ladder.hazards, never()).noteOverdueDuty(anyLong(), any(), any());

    ladder.until("2026-11-06T23:59:59");

    verify(ladder.hazards, times(1)).noteOverdueDuty(HAZARD, "supervision", "city");
    assertThat(ladder.run().taskIds()).isEqualTo(tasks);
    assertThat(ladder.instance())
        .isWaitingAt("Activity_City")
        .hasPassedInOrder("Event_CityOverdue", "Activity_NoteCityOverdue");
    assertThat(ladder.timers()).isEqualTo(Map.of("Event_UrgeCityDue", "2026-11-13T23:59:59"));
  }

  @Test
  void a_city_that_does_not_answer_is_urged_every_five_working_days_until_it_does() {
    ladder.overdue(LAST_DAY).until("2026-11-06T23:59:59");
    List<String> tasks = ladder.run().taskIds();

    ladder.until("2026-12-11T09:00:00");

    verify(ladder.supervision, times(4)).urge(HAZARD, "city");
    verify(ladder.hazards, times(1)).noteOverdueDuty(anyLong(), any(), any());
    assertThat(ladder.run().taskIds()).isEqualTo(tasks);
    assertThat(ladder.timers()).isEqualTo(Map.of("Event_UrgeCityDue", "2026-12-11T23:59:59"));

    ladder.cityAnswers();

    assertThat(ladder.timers()).isEqualTo(Map.of("Event_CityStillOpen", "2026-12-25T23:59:59"));
  }

  @Test
  void a_case_still_open_ten_working_days_after_the_citys_answer_is_put_before_it_again() {
    ladder.overdue(LAST_DAY).until("2026-11-02T10:00:00").cityAnswers();
    assertThat(ladder.tasks()).doesNotContainKey("Activity_City");
    assertThat(ladder.timers()).containsEntry("Event_CityStillOpen", "2026-11-16T23:59:59");

    ladder.until("2026-11-16T23:59:59");

    verify(ladder.supervision).askAgain(HAZARD, "city");
    assertThat(ladder.tasks()).containsEntry("Activity_City", "2026-11-23T23:59:59");
    assertThat(ladder.timers()).isEqualTo(Map.of("Event_CityOverdue", "2026-11-23T23:59:59"));
    assertThat(ladder.instance())
        .hasPassedInOrder("Event_CityStillOpen", "Activity_AskCityAgain")
        .isWaitingAt("Activity_City");
  }

  @Test
  void a_new_order_moves_the_rungs_to_come_and_leaves_what_was_asked() {
    ladder.overdue(LAST_DAY).until("2026-10-09T09:00:00");
    Map<String, String> asked = ladder.tasks();
    assertThat(asked).containsOnlyKeys("Activity_Township", "Activity_Department");

    ladder.deadlineMoved("2026-10-20");

    assertThat(ladder.tasks()).isEqualTo(asked);
    assertThat(ladder.timers())
        .containsEntry("Event_OfficeDue", "2026-11-03T23:59:59")
        .containsEntry("Event_ListingDue", "2026-11-10T23:59:59")
        .containsEntry("Event_CityDue", "2026-11-17T23:59:59");
    ladder.until("2026-11-03T23:59:58");
    verify(ladder.supervision, never()).climb(HAZARD, "office");
    assertThat(ladder.tasks())
        .as("no rung is asked twice")
        .containsOnlyKeys("Activity_Township", "Activity_Department");

    ladder.until("2026-11-03T23:59:59");

    verify(ladder.supervision).climb(HAZARD, "office");
    assertThat(ladder.instance()).hasPassed("Event_DeadlineMoved").isWaitingAt("Activity_Office");
  }

  @ParameterizedTest
  @CsvSource({
    "township, Activity_Township, 2026-10-12",
    "department, Activity_Department, 2026-10-14",
    "office, Activity_Office, 2026-10-14",
    "listing, Activity_Listing, 2026-10-14",
    "city, Activity_City, 2026-10-14"
  })
  void a_failed_recheck_leads_to_its_rung_at_once(String rung, String task, String answerBy) {
    ladder
        .climbedBefore("township")
        .overdue(LAST_DAY)
        .until("2026-10-08T10:00:00")
        .recheckFailed(rung)
        .deadlineMoved("2026-10-20");

    assertThat(ladder.tasks()).isEqualTo(Map.of(task, answerBy + "T23:59:59"));
    verify(ladder.supervision, times(1)).climb(anyLong(), any());
    assertThat(ladder.instance()).hasPassed("Event_RecheckFailed", "Event_DeadlineMoved");
  }

  @Test
  void a_ladder_that_a_failure_begins_asks_its_rung_and_counts_the_others_from_the_last_day() {
    ladder.failed("2026-09-22T10:00:00", "department", LAST_DAY);

    assertThat(ladder.tasks()).isEqualTo(Map.of("Activity_Department", "2026-09-30T23:59:59"));
    assertThat(ladder.timers()).containsEntry("Event_OfficeDue", "2026-10-16T23:59:59");
    assertThat(ladder.instance()).hasNotPassed("Event_NoRungByFailure");
  }

  @Test
  void a_higher_rung_leaves_every_lower_one_open() {
    ladder.overdue(LAST_DAY);
    List<String> below = List.of();

    for (String rung :
        List.of("2026-09-29", "2026-10-08", "2026-10-16", "2026-10-23", "2026-10-30")) {
      ladder.until(rung + "T23:59:59");

      assertThat(ladder.run().taskIds()).hasSize(below.size() + 1).containsAll(below);
      below = ladder.run().taskIds();
    }

    assertThat(ladder.tasks())
        .isEqualTo(
            Map.of(
                "Activity_Township", "2026-10-09T23:59:59",
                "Activity_Department", "2026-10-14T23:59:59",
                "Activity_Office", "2026-10-23T23:59:59",
                "Activity_Listing", "2026-10-30T23:59:59",
                "Activity_City", "2026-11-06T23:59:59"));
    assertThat(ladder.timers()).isEqualTo(Map.of("Event_CityOverdue", "2026-11-06T23:59:59"));
  }

  @Test
  void an_answer_stops_no_higher_rung() {
    ladder.overdue(LAST_DAY).until("2026-09-30T10:00:00").townshipAnswers();

    assertThat(ladder.timers()).containsEntry("Event_DepartmentDue", "2026-10-08T23:59:59");
    ladder.until("2026-10-09T09:00:00");

    assertThat(ladder.tasks()).containsOnlyKeys("Activity_Department");
  }

  @Test
  void a_rung_climbed_before_is_not_asked_again() {
    ladder
        .climbedBefore("township")
        .climbedBefore("department")
        .climbedBefore("office")
        .climbedBefore("listing")
        .climbedBefore("city")
        .overdue(LAST_DAY)
        .until("2026-10-31T09:00:00");

    verify(ladder.supervision, times(5)).climb(anyLong(), any());
    assertThat(ladder.tasks()).isEmpty();
    assertThat(ladder.instance())
        .isWaitingAtExactly("Activity_AwaitClosing")
        .hasPassedInOrder(
            "Event_TownshipAlreadyAsked",
            "Event_DepartmentAlreadyAsked",
            "Event_OfficeAlreadyAsked",
            "Event_ListingAlreadyAsked",
            "Event_CityAlreadyAsked");
  }

  @Test
  void a_rung_climbed_before_does_not_keep_the_next_from_being_asked() {
    ladder.climbedBefore("township").overdue(LAST_DAY).until("2026-10-09T09:00:00");

    assertThat(ladder.tasks()).containsOnlyKeys("Activity_Department");
    assertThat(ladder.instance()).hasPassed("Event_TownshipAlreadyAsked");
  }

  @Test
  void a_closed_case_ends_every_open_rung() {
    ladder.overdue(LAST_DAY).until("2026-10-17T09:00:00");
    assertThat(ladder.tasks())
        .containsOnlyKeys("Activity_Township", "Activity_Department", "Activity_Office");

    ladder.caseClosed();

    assertThat(ladder.instance())
        .isEnded()
        .hasPassed("Event_CaseClosed")
        .hasNotPassed("Event_SupervisionWithdrawn", "Event_TownshipAnswered");
    assertThat(ladder.tasks()).isEmpty();
    assertThat(ladder.timers()).isEmpty();
  }

  @Test
  void an_extended_deadline_ends_every_open_rung() {
    ladder.overdue(LAST_DAY).until("2026-10-09T09:00:00").deadlineExtended();

    assertThat(ladder.instance())
        .isEnded()
        .hasPassedInOrder("Event_DeadlineExtended", "Event_SupervisionWithdrawn")
        .hasNotPassed("Event_CaseClosed");
    assertThat(ladder.tasks()).isEmpty();
    assertThat(ladder.timers()).isEmpty();
  }
}
