package rectify.upkeep;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.hazard.CaseLog;
import rectify.hazard.CaseRows;
import rectify.hazard.HazardEvent;
import rectify.task.OpenTask;
import rectify.task.TaskReleases;

/** Writes into the course of a case that a task of it is its unit's again, and why. */
@Component
class ReleasedCases implements TaskReleases {

  private final CaseRows rows;
  private final CaseLog log;

  ReleasedCases(CaseRows rows, CaseLog log) {
    this.rows = rows;
    this.log = log;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void released(OpenTask task, String person, String name) {
    if (task.caseId() != null) {
      log.note(
          rows.lock(task.caseId()),
          HazardEvent.Kind.RELEASED,
          "“%s”原由%s签收，其已不在该单位，任务退回本单位待签收".formatted(task.name(), name));
    }
  }
}
