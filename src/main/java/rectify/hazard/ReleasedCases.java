package rectify.hazard;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.task.OpenTask;
import rectify.task.TaskReleases;

/** Writes into the course of a case that a task of it is its unit's again, and why. */
@Component
class ReleasedCases implements TaskReleases {

  private final HazardMapper mapper;
  private final CaseLog log;

  ReleasedCases(HazardMapper mapper, CaseLog log) {
    this.mapper = mapper;
    this.log = log;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void released(OpenTask task, String person, String name) {
    if (task.caseId() != null) {
      log.note(
          mapper.lock(task.caseId()),
          HazardEvent.Kind.RELEASED,
          "“%s”原由%s签收，其已不在该单位，任务退回本单位待签收".formatted(task.name(), name));
    }
  }
}
