package rectify.supervision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.CaseProcesses;
import rectify.engine.EngineWork;
import rectify.engine.EngineWork.Standing;
import rectify.hazard.Duty;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.hazard.LateWork;
import rectify.inspection.Inspection;
import rectify.inspection.Orders;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * What earlier diagrams left standing still: a ladder whose last timer has fired or that counts
 * from a deadline no longer in force goes on by the newest diagram, and nobody's late duty is left
 * without a superior set on it. Safe to repeat, and on several nodes.
 */
@Component
public class LadderSweep {

  private static final Map<String, Duty> OF_CASES =
      Map.of(
          HazardRectification.SUBMIT_PLAN, Duty.PLAN,
          HazardRectification.ACKNOWLEDGE_MAJOR, Duty.ACKNOWLEDGEMENT,
          HazardRectification.REVIEW_PLAN, Duty.PLAN_REVIEW,
          HazardRectification.DECIDE_EXTENSION, Duty.EXTENSION,
          HazardRectification.VERIFY, Duty.VERIFICATION,
          Orders.ACCEPT_TRANSFER, Duty.TRANSFER,
          Orders.DESIGNATE_AUTHORITY, Duty.DESIGNATION,
          Orders.RECHECK, Duty.RECHECK);

  private static final Map<String, Duty> OUTSIDE =
      Map.of(
          Inspection.CHOICE,
          Duty.INSPECTION,
          Inspection.ON_SITE,
          Duty.INSPECTION,
          "Activity_CheckUp",
          Duty.CHECK_UP,
          "Activity_AttendRedLight",
          Duty.RED_LIGHT,
          "Activity_Review",
          Duty.FINDING_REVIEW,
          "Activity_Sign",
          Duty.SIGNING);

  /** A task's own timer notes at once that it is late; what it did not note by then is left. */
  private static final int HOURS_OF_GRACE = 12;

  private static final int YEARS_BACK = 20;

  private final OpenLadderMapper running;
  private final Ladders ladders;
  private final DutySupervision duties;
  private final CaseProcesses processes;
  private final EngineWork engine;
  private final OpenTasks tasks;
  private final Hazards hazards;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LadderSweep(
      OpenLadderMapper running,
      Ladders ladders,
      DutySupervision duties,
      CaseProcesses processes,
      EngineWork engine,
      OpenTasks tasks,
      Hazards hazards,
      TransactionTemplate transaction,
      Clock clock) {
    this.running = running;
    this.ladders = ladders;
    this.duties = duties;
    this.processes = processes;
    this.engine = engine;
    this.tasks = tasks;
    this.hazards = hazards;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How many ladders and duties it set going again, or ended with what they were about. */
  public int sweep() {
    return ladders() + duties.endThoseOfNothing() + duties.restartOutside() + duties();
  }

  private int ladders() {
    Map<String, Standing> standing = engine.running().getOrDefault(Supervision.KEY, Map.of());
    int renewed = 0;
    for (OpenLadderMapper.Ladder ladder : running.running()) {
      Hazard hazard = hazards.get(ladder.hazardId());
      Standing now = standing.get(hazard.caseNumber());
      if (now != null
          && !now.suspended()
          && now.failedJobs() == 0
          && (!now.ticks() || countsFromAnotherDay(hazard))) {
        transaction.executeWithoutResult(status -> ladders.renew(hazard, "按现行整改期限恢复计时"));
        renewed++;
      }
    }
    return renewed;
  }

  private boolean countsFromAnotherDay(Hazard hazard) {
    return !processes.runs(
        Supervision.KEY, hazard.caseNumber(), Map.of("dueAt", hazard.dueAt().toString()));
  }

  private int duties() {
    LocalDateTime now = LocalDateTime.now(clock);
    int begun = 0;
    for (OpenTask task : tasks.due(now.minusYears(YEARS_BACK), now.minusHours(HOURS_OF_GRACE))) {
      begun += !task.groups().isEmpty() && begin(task) ? 1 : 0;
    }
    return begun;
  }

  private boolean begin(OpenTask task) {
    return task.caseId() == null ? beginOutside(task) : beginOfCase(task);
  }

  private boolean beginOfCase(OpenTask task) {
    Duty duty = OF_CASES.get(task.step());
    Hazard hazard = duty == null ? null : hazards.get(task.caseId());
    if (hazard == null || duties.isOpen(hazard, duty)) {
      return false;
    }
    transaction.executeWithoutResult(status -> duties.late(hazard, duty, task.groups().get(0)));
    return true;
  }

  private boolean beginOutside(OpenTask task) {
    Duty duty = OUTSIDE.get(task.step());
    if (duty == null || !task.processKey().equals(duty.processKey())) {
      return false;
    }
    String number = processes.numberOf(task.id());
    if (number == null || duties.isOpen(duty, number)) {
      return false;
    }
    String title = task.title() == null ? task.name() : task.title();
    LateWork work = new LateWork(duty, number, title, task.countyCode(), task.groups().get(0));
    transaction.executeWithoutResult(status -> duties.late(work));
    return true;
  }
}
