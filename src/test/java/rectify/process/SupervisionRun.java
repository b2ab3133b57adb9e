package rectify.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import rectify.deadline.LegalCalendar;
import rectify.hazard.Hazards;
import rectify.supervision.Supervision;

/** The ladder over an overdue case, in the words of the people who stand on it. */
final class SupervisionRun {

  static final long HAZARD = 9;

  final Hazards hazards = mock();
  final Supervision supervision = mock();

  private final Models models;
  private final Set<String> climbed = new HashSet<>();
  private ModelRun run;

  SupervisionRun(Models models) {
    this.models = models;
    when(supervision.climb(anyLong(), any())).thenAnswer(call -> climbed.add(call.getArgument(1)));
    when(supervision.askedAt(anyLong(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(supervision.answer(anyLong(), any(), any(), any()))
        .thenAnswer(call -> ModelRun.now().toString());
    when(supervision.urge(anyLong(), any())).thenAnswer(call -> ModelRun.now().toString());
    when(hazards.noteOverdueDuty(anyLong(), any(), any()))
        .thenAnswer(call -> ModelRun.now().toString());
  }

  static Map<String, Object> variables(String dueAt) {
    return variables(dueAt, "none");
  }

  private static Map<String, Object> variables(String dueAt, String failureRung) {
    return Map.of(
        "hazardId", HAZARD,
        "caseTitle", "演示企业 二号车间",
        "countyCode", "350582",
        "dueAt", dueAt,
        "failureRung", failureRung,
        "townshipGroup", "town",
        "departmentGroup", "department",
        "officeGroup", "office",
        "cityOfficeGroup", "city");
  }

  /** A rung the case has been on before, under an earlier last day. */
  SupervisionRun climbedBefore(String rung) {
    climbed.add(rung);
    return this;
  }

  /** A case becomes overdue at the end of its last day. */
  SupervisionRun overdue(String dueAt) {
    return begun(dueAt + "T23:59:59", variables(dueAt));
  }

  /** A failure leads to a rung before the last day then in force. */
  SupervisionRun failed(String moment, String rung, String dueAt) {
    climbed.add(rung);
    return begun(moment, variables(dueAt, rung));
  }

  private SupervisionRun begun(String moment, Map<String, Object> variables) {
    ModelRun.at(moment);
    models
        .with("deadlines", LegalCalendar.deadlines())
        .with("hazards", hazards)
        .with("supervision", supervision);
    run = models.start(Supervision.KEY, "YH350582-2026-0000009", variables);
    return this;
  }

  SupervisionRun townshipAnswers() {
    return answers("Activity_Township");
  }

  SupervisionRun departmentAnswers() {
    return answers("Activity_Department");
  }

  SupervisionRun cityAnswers() {
    return answers("Activity_City");
  }

  private SupervisionRun answers(String task) {
    run.complete(task, Map.of("supervisionMeasure", "visit", "supervisionOpinion", "已上门督促"));
    return this;
  }

  SupervisionRun officeSendsLetter() {
    run.complete("Activity_Office", Map.of("letterDemand", "立即整改", "letterDueAt", "2026-10-26"));
    return this;
  }

  SupervisionRun officeInterviews() {
    run.complete(
        "Activity_Listing", Map.of("listingMeasure", "interview", "listingOpinion", "已约谈负责人"));
    return this;
  }

  SupervisionRun caseClosed() {
    run.receives("case-closed");
    return this;
  }

  SupervisionRun deadlineExtended() {
    run.receives("deadline-extended");
    return this;
  }

  /** A new order, or more time: the last day is another one. */
  SupervisionRun deadlineMoved(String dueAt) {
    run.receives("deadline-moved", Map.of("dueAt", dueAt));
    return this;
  }

  /** A recheck fails and leads to this rung, or to none. */
  SupervisionRun recheckFailed(String rung) {
    climbed.add(rung);
    run.receives("recheck-failed", Map.of("failureRung", rung));
    return this;
  }

  SupervisionRun until(String moment) {
    run.until(moment);
    return this;
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
