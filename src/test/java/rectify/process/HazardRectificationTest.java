package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static rectify.process.HazardRectificationRun.HAZARD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.hazard.HazardRectification;

class HazardRectificationTest {

  @RegisterExtension static final Models MODELS = Models.covering(HazardRectification.KEY);

  private final HazardRectificationRun rectification = new HazardRectificationRun(MODELS);

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(HazardRectificationRun.general()).containsOnlyKeys(HazardRectification.VARIABLES);
  }

  @Test
  void a_general_hazard_is_rectified_verified_and_closed() {
    rectification.reported("2026-03-02T09:30:00");

    verify(rectification.hazards).assign(eq(HAZARD), eq("township"), startsWith("第4行"));
    verify(rectification.hazards).setDeadline(eq(HAZARD), eq(7), startsWith("第2行"));
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-09T23:59:59"));
    assertThat(rectification.run().candidates("Activity_Rectify")).isEqualTo("enterprise");
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-04T09:00:00",
                "Event_RectificationOverdue", "2026-03-09T23:59:59"));

    rectification.until("2026-03-03T10:00:00").rectified();

    verify(rectification.hazards).reportRectified(HAZARD, "陈安", "更换护栏", 3000, "2026-03-02", "停用设备");
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Verify", "2026-03-10T23:59:59"));
    assertThat(rectification.run().candidates("Activity_Verify")).isEqualTo("town");
    assertThat(rectification.timers())
        .isEqualTo(Map.of("Event_VerificationOverdue", "2026-03-10T23:59:59"));

    rectification.verified();

    verify(rectification.hazards).close(HAZARD, "合格");
    verify(rectification.supervision).end(HAZARD);
    verify(rectification.hazards, never()).remindDueSoon(anyLong());
    verify(rectification.supervision, never()).start(anyLong());
    assertThat(rectification.instance())
        .isEnded()
        .hasPassedInOrder(
            "Event_HazardReported",
            "Activity_DecideAuthority",
            "Activity_AssignAuthority",
            "Activity_DecideDeadline",
            "Activity_SetDeadline",
            "Activity_Rectify",
            "Activity_ReportRectified",
            "Activity_Verify",
            "Activity_Close",
            "Activity_EndSupervision",
            "Event_HazardClosed")
        .hasNotPassed("Activity_ReportMajor", "Activity_Return", "Activity_StartSupervision");
  }

  @Test
  void a_rejected_rectification_goes_back_with_its_day_and_its_clocks() {
    rectification.reported("2026-03-02T09:30:00").rectified().rejected();

    verify(rectification.hazards).returnForRectification(HAZARD, "栏杆松动");
    verify(rectification.supervision).failed(HAZARD);
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-09T23:59:59"));
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-04T09:00:00",
                "Event_RectificationOverdue", "2026-03-09T23:59:59"));

    rectification.rectified().verified();

    verify(rectification.hazards, times(1)).setDeadline(anyLong(), any(), any());
    verify(rectification.hazards, times(1)).close(HAZARD, "合格");
    assertThat(rectification.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_Verify",
            "Activity_Return",
            "Activity_Rectify",
            "Activity_Verify",
            "Activity_Close");
  }

  @Test
  void a_hazard_rectified_on_the_spot_is_verified_at_once() {
    rectification.reportedRectifiedOnSpot("2026-03-02T09:30:00");

    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Verify", "2026-03-09T23:59:59"));
    assertThat(rectification.timers())
        .isEqualTo(Map.of("Event_VerificationOverdue", "2026-03-09T23:59:59"));

    rectification.verified();

    assertThat(rectification.instance())
        .isEnded()
        .hasPassedInOrder("Activity_SetDeadline", "Activity_Verify", "Event_HazardClosed")
        .hasNotPassed("Activity_Rectification", "Activity_Rectify");
  }

  @Test
  void a_refused_extension_moves_no_date() {
    rectification.reported("2026-03-02T09:30:00").until("2026-03-03T10:00:00");
    Map<String, String> timers = rectification.timers();
    rectification.extensionRequested("2026-03-20");

    verify(rectification.extensions).request(HAZARD, "2026-03-20", "等待配件");
    assertThat(rectification.tasks())
        .isEqualTo(Map.of("Activity_DecideExtension", "2026-03-10T23:59:59"));
    assertThat(rectification.run().candidates("Activity_DecideExtension")).isEqualTo("town");
    assertThat(rectification.timers())
        .containsAllEntriesOf(timers)
        .containsEntry("Event_ExtensionOverdue", "2026-03-10T23:59:59")
        .hasSize(3);

    rectification.extensionRefused();

    verify(rectification.extensions).refuse(HAZARD, "理由不足");
    verify(rectification.extensions, never()).grant(anyLong(), any(), any());
    verify(rectification.supervision, never()).withdraw(anyLong());
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-09T23:59:59"));
    assertThat(rectification.timers()).isEqualTo(timers);
    assertThat(rectification.instance())
        .hasPassedInOrder(
            "Activity_Rectify",
            "Activity_RequestExtension",
            "Activity_DecideExtension",
            "Activity_RefuseExtension")
        .hasNotPassed("Activity_RestartClocks");
  }

  @Test
  void an_undecided_extension_is_noted_and_stays_open() {
    rectification.reported("2026-03-02T09:30:00").extensionRequested("2026-03-20");
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-09T23:59:58");
    verify(rectification.hazards, never()).noteOverdueDuty(anyLong(), any());

    rectification.until("2026-03-09T23:59:59");

    verify(rectification.hazards, times(1)).noteOverdueDuty(HAZARD, "extension");
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_DecideExtension")
        .hasPassedInOrder(
            "Event_ExtensionOverdue",
            "Activity_NoteExtensionOverdue",
            "Event_ExtensionOverdueNoted");

    rectification.extensionRefused();

    assertThat(rectification.tasks()).containsOnlyKeys("Activity_Rectify");
  }

  @Test
  void a_granted_extension_starts_the_clocks_of_the_new_day() {
    rectification
        .reported("2026-03-02T09:30:00")
        .extensionRequested("2026-03-20")
        .extensionGranted("2026-03-18");

    verify(rectification.extensions).grant(HAZARD, "2026-03-18", "属实");
    verify(rectification.supervision).withdraw(HAZARD);
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-18T23:59:59"));
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-03-13T09:00:00",
                "Event_RectificationOverdue", "2026-03-18T23:59:59"));

    rectification.until("2026-03-12T10:00:00");

    verify(rectification.hazards, never()).remindDueSoon(anyLong());
    verify(rectification.supervision, never()).start(anyLong());

    rectification.until("2026-03-18T23:59:59");

    verify(rectification.hazards, times(1)).remindDueSoon(HAZARD);
    verify(rectification.supervision, times(1)).start(HAZARD);
  }

  @Test
  void an_extension_granted_after_the_last_day_withdraws_the_ladder_and_starts_anew() {
    rectification
        .reported("2026-03-02T09:30:00")
        .extensionRequested("2026-03-20")
        .until("2026-03-10T09:00:00");
    assertThat(rectification.tasks())
        .isEqualTo(Map.of("Activity_DecideExtension", "2026-03-09T23:59:59"));

    rectification.extensionGranted("2026-03-20").until("2026-03-21T09:00:00");

    var ladder = inOrder(rectification.supervision);
    ladder.verify(rectification.supervision).start(HAZARD);
    ladder.verify(rectification.supervision).withdraw(HAZARD);
    ladder.verify(rectification.supervision).start(HAZARD);
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-20T23:59:59"));
  }

  @Test
  void an_enterprise_is_reminded_three_working_days_before_the_last_day() {
    rectification.reported("2026-02-09T09:30:00");

    assertThat(rectification.tasks())
        .as("the seventh day is in the Spring Festival")
        .isEqualTo(Map.of("Activity_Rectify", "2026-02-24T23:59:59"));
    assertThat(rectification.timers())
        .as("Saturday 14 February is worked")
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-02-12T09:00:00",
                "Event_RectificationOverdue", "2026-02-24T23:59:59"));

    rectification.until("2026-02-12T08:59:59");
    verify(rectification.hazards, never()).remindDueSoon(anyLong());

    rectification.until("2026-02-12T09:00:00");

    verify(rectification.hazards, times(1)).remindDueSoon(HAZARD);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_Rectify")
        .hasPassedInOrder("Event_DueSoon", "Activity_RemindDueSoon", "Event_Reminded");
    assertThat(rectification.timers())
        .isEqualTo(Map.of("Event_RectificationOverdue", "2026-02-24T23:59:59"));
  }

  @Test
  void an_overdue_rectification_starts_supervision_and_stays_open() {
    rectification.reported("2026-03-02T09:30:00");
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-09T23:59:58");
    verify(rectification.supervision, never()).start(anyLong());

    rectification.until("2026-03-09T23:59:59");

    verify(rectification.supervision, times(1)).start(HAZARD);
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.timers()).isEmpty();
    assertThat(rectification.instance())
        .isWaitingAt("Activity_Rectify")
        .hasPassedInOrder(
            "Event_RectificationOverdue", "Activity_StartSupervision", "Event_SupervisionStarted");

    rectification.until("2026-03-11T10:00:00").rectified().verified();

    verify(rectification.supervision).end(HAZARD);
    assertThat(rectification.instance()).isEnded();
  }

  @Test
  void a_rejection_after_the_last_day_starts_supervision_at_once() {
    rectification
        .reported("2026-03-02T09:30:00")
        .until("2026-03-06T10:00:00")
        .rectified()
        .until("2026-03-11T10:00:00");
    verify(rectification.supervision, never()).start(anyLong());

    rectification.rejected();

    assertThat(rectification.timers())
        .containsEntry("Event_RectificationOverdue", "2026-03-09T23:59:59");
    rectification.run().untilNow();

    verify(rectification.supervision, times(1)).start(HAZARD);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_Rectify")
        .hasPassedInOrder("Activity_Return", "Activity_StartSupervision");
  }

  @Test
  void an_overdue_verification_is_noted_and_stays_open() {
    rectification.reported("2026-03-02T09:30:00").rectified();
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-09T23:59:58");
    verify(rectification.hazards, never()).noteOverdueDuty(anyLong(), any());

    rectification.until("2026-03-09T23:59:59");

    verify(rectification.hazards, times(1)).noteOverdueDuty(HAZARD, "verification");
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_Verify")
        .hasPassedInOrder(
            "Event_VerificationOverdue",
            "Activity_NoteVerificationOverdue",
            "Event_VerificationOverdueNoted");

    rectification.verified();

    assertThat(rectification.instance()).isEnded();
  }

  @Test
  void a_major_hazard_is_acknowledged_and_rectified_by_an_approved_plan() {
    rectification.reportedMajor("2026-03-06T16:00:00");

    verify(rectification.hazards).assign(eq(HAZARD), eq("department"), startsWith("第1行"));
    verify(rectification.hazards).setDeadline(eq(HAZARD), eq(60), startsWith("第1行"));
    verify(rectification.hazards).reportMajor(HAZARD);
    assertThat(rectification.tasks())
        .isEqualTo(
            Map.of(
                "Activity_AcknowledgeMajor", "2026-03-07T16:00:00",
                "Activity_SubmitPlan", "2026-03-13T23:59:59"));
    assertThat(rectification.run().candidates("Activity_AcknowledgeMajor")).isEqualTo("department");
    assertThat(rectification.run().candidates("Activity_SubmitPlan")).isEqualTo("enterprise");
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_AcknowledgementOverdue", "2026-03-07T16:00:00",
                "Event_PlanOverdue", "2026-03-13T23:59:59",
                "Event_PlanningOverdue", "2026-05-06T23:59:59"));

    rectification.acknowledged();

    verify(rectification.hazards).acknowledgeMajor(HAZARD, "已核实", true);
    assertThat(rectification.tasks()).containsOnlyKeys("Activity_SubmitPlan");

    rectification.until("2026-03-10T10:00:00").planSubmitted();

    verify(rectification.treatmentPlans).file(HAZARD, "目标", "措施", "经费", "人员", "时限", "预案");
    assertThat(rectification.tasks())
        .isEqualTo(Map.of("Activity_ReviewPlan", "2026-03-17T23:59:59"));
    assertThat(rectification.run().candidates("Activity_ReviewPlan")).isEqualTo("department");
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_PlanReviewOverdue", "2026-03-17T23:59:59",
                "Event_PlanningOverdue", "2026-05-06T23:59:59"));

    rectification.planRejected();

    verify(rectification.treatmentPlans).review(HAZARD, "rejected", "缺预案");
    assertThat(rectification.tasks()).containsOnlyKeys("Activity_SubmitPlan");

    rectification.planSubmitted().planApproved();

    verify(rectification.treatmentPlans).review(HAZARD, "approved", "可行");
    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-05-06T23:59:59"));
    assertThat(rectification.timers())
        .isEqualTo(
            Map.of(
                "Event_DueSoon", "2026-04-28T09:00:00",
                "Event_RectificationOverdue", "2026-05-06T23:59:59"));

    rectification.rectified();
    assertThat(rectification.run().candidates("Activity_Verify")).isEqualTo("department");
    rectification.verified();

    assertThat(rectification.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_ReportMajor",
            "Activity_AcknowledgeMajor",
            "Activity_RecordAcknowledgement",
            "Event_MajorAcknowledged",
            "Activity_SubmitPlan",
            "Activity_FilePlan",
            "Activity_ReviewPlan",
            "Activity_RecordPlanReview",
            "Activity_SubmitPlan",
            "Activity_ReviewPlan",
            "Event_PlanningEnded",
            "Activity_Rectify",
            "Activity_Verify",
            "Event_HazardClosed")
        .hasNotPassed(
            "Event_AcknowledgementOverdue",
            "Event_PlanOverdue",
            "Event_PlanReviewOverdue",
            "Event_PlanningOverdue");
  }

  @Test
  void a_major_hazard_nobody_acknowledges_is_noted_and_stays_open() {
    rectification.reportedMajor("2026-03-06T16:00:00");
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-07T15:59:59");
    verify(rectification.hazards, never()).noteOverdueDuty(anyLong(), any(), any());

    rectification.until("2026-03-07T16:00:00");

    verify(rectification.hazards, times(1))
        .noteOverdueDuty(HAZARD, "acknowledgement", "department");
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .hasPassedInOrder(
            "Event_AcknowledgementOverdue",
            "Activity_NoteAcknowledgementOverdue",
            "Event_AcknowledgementOverdueNoted");

    rectification.acknowledged();

    assertThat(rectification.tasks()).containsOnlyKeys("Activity_SubmitPlan");
  }

  @Test
  void a_plan_that_is_not_filed_is_told_and_can_still_be_filed() {
    rectification.reportedMajor("2026-03-06T16:00:00").acknowledged();
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-13T23:59:58");
    verify(rectification.hazards, never()).notePlanOverdue(anyLong());

    rectification.until("2026-03-13T23:59:59");

    verify(rectification.hazards, times(1)).notePlanOverdue(HAZARD);
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_SubmitPlan")
        .hasPassedInOrder(
            "Event_PlanOverdue", "Activity_NotePlanOverdue", "Event_PlanOverdueNoted");

    rectification.planSubmitted().planApproved();

    assertThat(rectification.tasks()).containsOnlyKeys("Activity_Rectify");
  }

  @Test
  void a_plan_that_is_not_reviewed_is_noted_and_stays_open() {
    rectification.reportedMajor("2026-03-06T16:00:00").acknowledged().planSubmitted();
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-03-13T23:59:58");
    verify(rectification.hazards, never()).noteOverdueDuty(anyLong(), any(), any());

    rectification.until("2026-03-13T23:59:59");

    verify(rectification.hazards, times(1)).noteOverdueDuty(HAZARD, "plan-review", "department");
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_ReviewPlan")
        .hasPassedInOrder(
            "Event_PlanReviewOverdue",
            "Activity_NotePlanReviewOverdue",
            "Event_PlanReviewOverdueNoted");
  }

  @Test
  void a_major_hazard_without_a_plan_by_its_last_day_is_supervised_and_stays_open() {
    rectification.reportedMajor("2026-03-06T16:00:00").acknowledged();
    List<String> tasks = rectification.run().taskIds();

    rectification.until("2026-05-06T23:59:58");
    verify(rectification.supervision, never()).start(anyLong());

    rectification.until("2026-05-06T23:59:59");

    verify(rectification.supervision, times(1)).start(HAZARD);
    assertThat(rectification.run().taskIds()).isEqualTo(tasks);
    assertThat(rectification.instance())
        .isWaitingAt("Activity_SubmitPlan")
        .hasPassedInOrder(
            "Event_PlanningOverdue", "Activity_StartSupervision", "Event_SupervisionStarted");

    rectification.planSubmitted().planApproved();

    assertThat(rectification.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-05-06T23:59:59"));
  }

  @Test
  void closing_ends_the_case_even_if_nobody_acknowledged_the_major_hazard() {
    rectification.reportedMajor("2026-03-06T16:00:00").planSubmitted().planApproved().rectified();
    assertThat(rectification.tasks())
        .containsOnlyKeys("Activity_AcknowledgeMajor", "Activity_Verify");

    rectification.verified();

    verify(rectification.hazards).close(HAZARD, "合格");
    verify(rectification.hazards, never()).acknowledgeMajor(anyLong(), any(), any());
    assertThat(rectification.instance())
        .isEnded()
        .hasPassed("Event_HazardClosed")
        .hasNotPassed("Activity_RecordAcknowledgement");
  }
}
