package rectify.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.evidence.EvidenceParts;
import rectify.form.OwnTasks;
import rectify.form.OwnTasks.OpenTask;
import rectify.hazard.Level;
import rectify.refusal.Refusal;

/** The work on site, beside the form of its task: whoever may do the task writes findings down. */
@Component
public class VisitWork implements EvidenceParts {

  private final OwnTasks tasks;
  private final Inspection inspection;
  private final Inspections inspections;
  private final InspectionMapper mapper;
  private final FindingDrafts drafts;

  VisitWork(
      OwnTasks tasks,
      Inspection inspection,
      Inspections inspections,
      InspectionMapper mapper,
      FindingDrafts drafts) {
    this.tasks = tasks;
    this.inspection = inspection;
    this.inspections = inspections;
    this.mapper = mapper;
    this.drafts = drafts;
  }

  /**
   * A finding as people see it.
   *
   * @param number stays with it, as its photos do
   * @param place what it is called on the page and on paper: those taken back leave no gap
   * @param changes how often it was corrected
   */
  record Row(
      int number,
      int place,
      Observation seen,
      String levelName,
      String disposalName,
      boolean needsPhoto,
      int changes) {}

  /**
   * What an inspection has found so far.
   *
   * @param departments what a finding may be transferred to: names by their roles
   */
  record Found(String number, List<Row> findings, Map<String, String> departments) {}

  Found found(String taskId) {
    Visit visit = visit(tasks.find(taskId));
    List<VisitFinding> standing = drafts.standing(visit.id());
    return new Found(
        visit.number(),
        standing.stream().map(finding -> row(finding, standing.indexOf(finding) + 1)).toList(),
        inspections.departmentNames(visit.id()));
  }

  /**
   * Writes a finding down.
   *
   * @return its number within the inspection
   * @throws Refusal if something is missing, or does not fit
   */
  @Transactional
  public int add(String taskId, Observation seen) {
    return drafts.add(visit(tasks.hold(taskId)), seen, inspection.days(seen.level()));
  }

  @Transactional
  void correct(String taskId, int number, int changes, Observation seen) {
    drafts.correct(visit(tasks.hold(taskId)), number, changes, seen, inspection.days(seen.level()));
  }

  @Transactional
  void takeBack(String taskId, int number) {
    drafts.takeBack(visit(tasks.hold(taskId)), number);
  }

  @Override
  public boolean splits(String step) {
    return step.equals(Inspection.ON_SITE);
  }

  @Override
  public boolean has(String businessKey, int part) {
    return byNumber(businessKey)
        .map(visit -> drafts.standing(visit.id()))
        .orElse(List.of())
        .stream()
        .anyMatch(finding -> finding.number() == part);
  }

  private Row row(VisitFinding finding, int place) {
    Observation seen = finding.seen();
    return new Row(
        finding.number(),
        place,
        seen,
        Level.of(seen.level()).chinese(),
        Disposal.of(seen.disposal()).chinese(),
        seen.isCorrected(),
        drafts.events(finding.inspectionId(), finding.number()).size() - 1);
  }

  private Visit visit(Optional<OpenTask> task) {
    return task.filter(OpenTask::mine)
        .filter(open -> splits(open.step()))
        .map(OpenTask::businessKey)
        .flatMap(this::byNumber)
        .orElseThrow(() -> Refusal.notFound("没有您可以办理的这项检查，可能已由他人办结，请刷新任务列表。"));
  }

  private Optional<Visit> byNumber(String number) {
    return Visit.idOf(number).map(mapper::byId).filter(visit -> visit.number().equals(number));
  }
}
