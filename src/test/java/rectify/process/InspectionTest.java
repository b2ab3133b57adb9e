package rectify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static rectify.process.InspectionRun.INSPECTION;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rectify.inspection.Inspection;

class InspectionTest {

  @RegisterExtension static final Models MODELS = Models.covering(Inspection.KEY);

  private final InspectionRun inspection = new InspectionRun(MODELS);

  @Test
  void it_begins_with_what_its_facade_gives() {
    assertThat(InspectionRun.variables()).containsOnlyKeys(Inspection.VARIABLES);
  }

  @Test
  void an_inspection_of_no_known_enterprise_is_abandoned() {
    inspection.opened("2026-09-30T09:00:00");

    assertThat(inspection.tasks())
        .as("the day after is the National Day")
        .isEqualTo(Map.of("Activity_ChooseEnterprise", "2026-10-08T23:59:59"));
    assertThat(inspection.run().assignee("Activity_ChooseEnterprise")).isEqualTo("chen");
    assertThat(inspection.run().candidates("Activity_ChooseEnterprise")).isEqualTo("town");

    inspection.enterpriseNotFound();

    verify(inspection.inspections).abandon(INSPECTION);
    verify(inspection.inspections, never()).begin(anyLong(), any(), any());
    assertThat(inspection.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_ChooseEnterprise", "Activity_Abandon", "Event_InspectionAbandoned")
        .hasNotPassed("Activity_BeginInspection");
  }

  @Test
  void an_inspection_left_half_recorded_is_told_and_stays_open() {
    inspection.opened("2026-03-02T09:00:00").until("2026-03-03T23:59:59");

    verify(inspection.inspections, times(1)).noteOverdue(INSPECTION);
    assertThat(inspection.instance())
        .isWaitingAt("Activity_ChooseEnterprise")
        .hasPassedInOrder("Event_ChoiceOverdue", "Activity_NoteOverdue", "Event_OverdueNoted");

    inspection.enterpriseChosen();
    assertThat(inspection.timers())
        .isEqualTo(Map.of("Event_InspectionOverdue", "2026-03-04T23:59:59"));
    inspection.until("2026-03-05T09:00:00");

    verify(inspection.inspections, times(2)).noteOverdue(INSPECTION);
    assertThat(inspection.instance())
        .isWaitingAt("Activity_Inspect")
        .hasPassed("Event_InspectionOverdue");

    inspection.recordConfirmed("no");

    assertThat(inspection.instance()).isEnded();
  }

  @Test
  void an_inspection_that_finds_nothing_is_recorded_and_finished() {
    inspection.opened("2026-09-30T09:00:00").enterpriseChosen();

    verify(inspection.inspections).begin(INSPECTION, "31", "lin");
    assertThat(inspection.tasks()).isEqualTo(Map.of("Activity_Inspect", "2026-10-09T23:59:59"));
    assertThat(inspection.run().assignee("Activity_Inspect")).isEqualTo("chen");
    assertThat(inspection.run().candidates("Activity_Inspect")).isEqualTo("town");
    verify(inspection.visitFindings).summary(INSPECTION, 7L);

    inspection.recordConfirmed("no");

    verify(inspection.visitFindings)
        .confirm(INSPECTION, "no", "2026-03-02T08:00", "2026-03-02T09:00", 7L);
    verify(inspection.inspections).issueDocuments(INSPECTION, "王主任", false, "", "", "检查了车间和仓库");
    verify(inspection.inspections).finish(INSPECTION);
    assertThat(inspection.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_BeginInspection",
            "Activity_Inspect",
            "Activity_CheckRecord",
            "Activity_IssueDocuments",
            "Activity_FinishInspection",
            "Event_InspectionFinished")
        .hasNotPassed("Activity_DecideDeadline", "Activity_AddFinding");
  }

  @Test
  void what_was_corrected_on_the_spot_is_followed_no_further() {
    inspection
        .found(Map.of(1, "general"))
        .opened("2026-03-02T09:00:00")
        .enterpriseChosen()
        .recordRefused("yes");

    verify(inspection.visitFindings)
        .register(eq(INSPECTION), eq(1), eq(15), eq(30), startsWith("第4行"));
    verify(inspection.inspections).issueDocuments(INSPECTION, "王主任", true, "不认可", "", "检查了车间和仓库");
    assertThat(inspection.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_CheckRecord",
            "Activity_DecideDeadline",
            "Activity_AddFinding",
            "Activity_IssueDocuments");
  }

  @Test
  void several_findings_are_followed_as_cases_of_their_own_until_all_are_closed() {
    inspection
        .willOrder(Map.of(21L, "2026-03-13", 22L, "2026-05-06"), 22)
        .found(Map.of(1, "general", 3, "major"))
        .opened("2026-03-02T09:00:00")
        .enterpriseChosen()
        .recordConfirmed("yes");

    verify(inspection.visitFindings)
        .register(eq(INSPECTION), eq(1), eq(15), eq(30), startsWith("第4行"));
    verify(inspection.visitFindings)
        .register(eq(INSPECTION), eq(3), eq(60), eq(180), startsWith("第3行"));

    ModelRun ordered = inspection.caseOf(21);
    ModelRun transferred = inspection.caseOf(22);
    assertThat(ordered.instance()).hasProcessDefinitionKey("rectification-order");
    assertThat(ordered.instance().getTenantId()).isEqualTo("350582");
    assertThat(ordered.variables())
        .containsOnlyKeys(RectificationOrderRun.variables("2026-03-13").keySet())
        .containsEntry("hazardId", 21L)
        .containsEntry("enterpriseGroup", "enterprise")
        .containsEntry("authorityGroup", "town")
        .containsEntry("officeGroup", "office")
        .containsEntry("needsTransfer", false);
    assertThat(ordered.tasks()).isEqualTo(Map.of("Activity_Rectify", "2026-03-13T23:59:59"));
    assertThat(ordered.timers()).containsEntry("Event_RectificationOverdue", "2026-03-13T23:59:59");
    assertThat(transferred.variables())
        .containsEntry("hazardId", 22L)
        .containsEntry("authorityGroup", null)
        .containsEntry("needsTransfer", true);
    assertThat(transferred.tasks())
        .isEqualTo(Map.of("Activity_AcceptTransfer", "2026-03-04T23:59:59"));
    assertThat(transferred.candidates("Activity_AcceptTransfer")).isEqualTo("housing");
    assertThat(inspection.tasks()).isEmpty();

    inspection.order.of(ordered).rectified().recheckPassed();

    verify(inspection.order.orders).close(21L);
    verify(inspection.inspections, never()).finish(anyLong());
    assertThat(inspection.instance()).isWaitingAt("Activity_RectifyFindings");

    inspection.order.of(transferred).transferAccepted().rectified().recheckPassed();

    verify(inspection.order.orders).close(22L);
    verify(inspection.inspections, times(1)).finish(INSPECTION);
    assertThat(inspection.instance())
        .isEnded()
        .hasPassedInOrder(
            "Activity_Inspect",
            "Activity_AddFinding",
            "Activity_AddFinding",
            "Activity_IssueDocuments",
            "Activity_RectifyFindings",
            "Activity_RectifyFindings",
            "Activity_FinishInspection");
  }
}
