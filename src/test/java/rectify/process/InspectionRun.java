package rectify.process;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import rectify.form.Choices;
import rectify.inspection.Inspection;
import rectify.inspection.Inspections;
import rectify.inspection.Orders;
import rectify.inspection.VisitFindings;

/** An inspection and the cases that follow from it, in the words of the officer. */
final class InspectionRun {

  static final long INSPECTION = 3;

  final Inspections inspections = mock();
  final VisitFindings visitFindings = mock();
  final RectificationOrderRun order;

  private final Models models;
  private ModelRun run;

  InspectionRun(Models models) {
    this.models = models;
    order = new RectificationOrderRun(models);
    when(inspections.matches(anyLong()))
        .thenReturn(Choices.of(Map.of("31", "东海机械厂", "none", "以上都不是")));
    when(inspections.colleagues(anyLong())).thenReturn(Choices.of(Map.of("lin", "林检查")));
    when(inspections.orderedFindings(anyLong())).thenReturn(List.of());
  }

  static Map<String, Object> variables() {
    return Map.of(
        "inspectionId", INSPECTION,
        "caseTitle", "检查演示企业",
        "source", "inspection",
        "inspector", "chen",
        "inspectorGroup", "town",
        "countyCode", "350582",
        "openedAt", ModelRun.now().toString());
  }

  /** These cases will be followed, each by its day; the last is transferred. */
  InspectionRun willOrder(Map<Long, String> dueAtByHazard, long transferred) {
    when(inspections.orderedFindings(INSPECTION))
        .thenReturn(dueAtByHazard.keySet().stream().sorted().toList());
    dueAtByHazard.forEach(
        (hazard, dueAt) -> {
          Orders orders = order.orders;
          when(orders.caseNumber(hazard)).thenReturn(caseNumber(hazard));
          when(orders.countyCode(hazard)).thenReturn("350582");
          when(orders.enterpriseGroup(hazard)).thenReturn("enterprise");
          when(orders.authorityGroup(hazard)).thenReturn(hazard == transferred ? null : "town");
          when(orders.officeGroup(hazard)).thenReturn("office");
          when(orders.dueAt(hazard)).thenReturn(dueAt);
          when(orders.needsTransfer(hazard)).thenReturn(hazard == transferred);
          when(orders.transferGroup(hazard)).thenReturn(hazard == transferred ? "housing" : null);
          when(orders.transferredAt(hazard))
              .thenAnswer(call -> hazard == transferred ? ModelRun.now().toString() : null);
        });
    return this;
  }

  InspectionRun opened(String moment) {
    ModelRun.at(moment);
    order.exposed();
    models.with("inspections", inspections).with("visitFindings", visitFindings);
    run = models.start(Inspection.KEY, "JC350582-2026-0000003", variables());
    return this;
  }

  InspectionRun enterpriseNotFound() {
    run.complete("Activity_ChooseEnterprise", Map.of("enterpriseId", "none"));
    return this;
  }

  InspectionRun enterpriseChosen() {
    run.complete("Activity_ChooseEnterprise", Map.of("enterpriseId", "31", "secondOfficer", "lin"));
    return this;
  }

  /** What was written down beside the form, by number and level. */
  InspectionRun found(Map<Integer, String> levels) {
    when(visitFindings.numbers(INSPECTION)).thenReturn(levels.keySet().stream().sorted().toList());
    levels.forEach(
        (number, level) -> when(visitFindings.level(INSPECTION, number)).thenReturn(level));
    return this;
  }

  InspectionRun recordConfirmed(String hasFinding) {
    run.complete("Activity_Inspect", record(hasFinding, Map.of()));
    return this;
  }

  InspectionRun recordRefused(String hasFinding) {
    run.complete(
        "Activity_Inspect",
        record(hasFinding, Map.of("signatureRefused", true, "refusalRemark", "不认可")));
    return this;
  }

  private static Map<String, Object> record(String hasFinding, Map<String, Object> more) {
    Map<String, Object> record =
        new HashMap<>(
            Map.of(
                "hasFinding",
                hasFinding,
                "inspectedFrom",
                "2026-03-02T08:00",
                "inspectedUntil",
                "2026-03-02T09:00",
                "situation",
                "检查了车间和仓库",
                "siteRepresentative",
                "王主任"));
    record.putAll(more);
    return record;
  }

  InspectionRun until(String moment) {
    run.until(moment);
    return this;
  }

  /** The case of a finding. */
  ModelRun caseOf(long hazard) {
    return run.called(caseNumber(hazard));
  }

  private static String caseNumber(long hazard) {
    return "YH350582-2026-00000" + hazard;
  }

  ModelRun run() {
    return run;
  }

  ProcessInstance instance() {
    return run.instance();
  }

  Map<String, String> tasks() {
    return run.tasks();
  }

  Map<String, String> timers() {
    return run.timers();
  }
}
