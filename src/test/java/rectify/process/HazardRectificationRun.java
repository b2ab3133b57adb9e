package rectify.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import rectify.deadline.Deadlines;
import rectify.deadline.LegalCalendar;
import rectify.hazard.HazardRectification;
import rectify.hazard.TreatmentPlans;

/** A self-reported hazard on its way, in the words of the people who handle it. */
final class HazardRectificationRun extends RectificationPeriodRun<HazardRectificationRun> {

  static final long HAZARD = 7;

  final TreatmentPlans treatmentPlans = mock();

  private final Models models;
  private final Deadlines deadlines = LegalCalendar.deadlines();

  HazardRectificationRun(Models models) {
    this.models = models;
    when(hazards.assign(anyLong(), any(), any()))
        .thenAnswer(call -> "township".equals(call.getArgument(1)) ? "town" : "department");
    when(hazards.setDeadline(anyLong(), any(), any()))
        .thenAnswer(
            call ->
                deadlines
                    .lastDayAfterDays(
                        ModelRun.now().toLocalDate(), call.getArgument(1, Number.class).intValue())
                    .toString());
    when(hazards.reportMajor(anyLong())).thenAnswer(call -> ModelRun.now().toString());
    when(treatmentPlans.file(anyLong(), any(), any(), any(), any(), any(), any()))
        .thenAnswer(call -> ModelRun.now().toString());
  }

  /** What the façade starts a general hazard of the metal trade with. */
  static Map<String, Object> general() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", HAZARD);
    variables.put("caseTitle", "演示企业 二号车间");
    variables.put("source", "self_report");
    variables.put("level", "general");
    variables.put("categoryCode", "04");
    variables.put("countyCode", "350582");
    variables.put("enterpriseGroup", "enterprise");
    variables.put("departmentGroup", "department");
    variables.put("rectifiedOnSpot", false);
    variables.put("reportedAt", ModelRun.now().toString());
    return variables;
  }

  /** A general hazard is reported at a moment. */
  HazardRectificationRun reported(String moment) {
    ModelRun.at(moment);
    return started(general());
  }

  HazardRectificationRun reportedRectifiedOnSpot(String moment) {
    ModelRun.at(moment);
    Map<String, Object> variables = general();
    variables.put("rectifiedOnSpot", true);
    return started(variables);
  }

  HazardRectificationRun reportedMajor(String moment) {
    ModelRun.at(moment);
    Map<String, Object> variables = general();
    variables.put("level", "major");
    return started(variables);
  }

  private HazardRectificationRun started(Map<String, Object> variables) {
    models
        .with("deadlines", deadlines)
        .with("hazards", hazards)
        .with("extensions", extensions)
        .with("treatmentPlans", treatmentPlans)
        .with("supervision", supervision);
    run = models.start(HazardRectification.KEY, "YH350582-2026-0000007", variables);
    return this;
  }

  HazardRectificationRun acknowledged() {
    run.complete(
        "Activity_AcknowledgeMajor", Map.of("acknowledgement", "已核实", "suspensionOrdered", true));
    return this;
  }

  HazardRectificationRun planSubmitted() {
    run.complete(
        "Activity_SubmitPlan",
        Map.of(
            "planGoals", "目标",
            "planMeasures", "措施",
            "planFunds", "经费",
            "planStaff", "人员",
            "planSchedule", "时限",
            "planSafeguards", "预案"));
    return this;
  }

  HazardRectificationRun planApproved() {
    run.complete("Activity_ReviewPlan", Map.of("planDecision", "approved", "planOpinion", "可行"));
    return this;
  }

  HazardRectificationRun planRejected() {
    run.complete("Activity_ReviewPlan", Map.of("planDecision", "rejected", "planOpinion", "缺预案"));
    return this;
  }

  HazardRectificationRun verified() {
    run.complete(
        "Activity_Verify", Map.of("verificationResult", "passed", "verificationOpinion", "合格"));
    return this;
  }

  HazardRectificationRun rejected() {
    run.complete(
        "Activity_Verify", Map.of("verificationResult", "failed", "verificationOpinion", "栏杆松动"));
    return this;
  }

  @Override
  HazardRectificationRun self() {
    return this;
  }
}
