package rectify.supervision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.CaseProcesses;
import rectify.engine.EngineWork;
import rectify.engine.EngineWork.Standing;
import rectify.hazard.Duty;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * What earlier diagrams left standing still: a ladder whose last timer has fired or that counts
 * from a deadline no longer in force goes on by the newest diagram, and nobody's late duty is left
 * without a superior set on it. Safe to repeat, and on several nodes.
 */
@Component
public class LadderSweep {

  private static final Map<String, Duty> DUTIES =
      Map.of(
          "Activity_AcknowledgeMajor", Duty.ACKNOWLEDGEMENT,
          "Activity_ReviewPlan", Duty.PLAN_REVIEW,
          "Activity_DecideExtension", Duty.EXTENSION,
          "Activity_Verify", Duty.VERIFICATION,
          "Activity_AcceptTransfer", Duty.TRANSFER,
          "Activity_DesignateAuthority", Duty.DESIGNATION,
          "Activity_Recheck", Duty.RECHECK);

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

  /** How many ladders and duties it set going again. */
  public int sweep() {
    return ladders() + duties();
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
    List<OpenTask> late =
        tasks.due(now.minusYears(YEARS_BACK), now.minusHours(HOURS_OF_GRACE)).stream()
            .filter(task -> task.caseId() != null && DUTIES.containsKey(task.step()))
            .filter(task -> !task.groups().isEmpty())
            .toList();
    int begun = 0;
    for (OpenTask task : late) {
      Hazard hazard = hazards.get(task.caseId());
      Duty duty = DUTIES.get(task.step());
      if (!duties.isOpen(hazard, duty)) {
        transaction.executeWithoutResult(status -> duties.late(hazard, duty, task.groups().get(0)));
        begun++;
      }
    }
    return begun;
  }
}
