package rectify.timer;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import rectify.engine.EngineClock;
import rectify.task.OpenTasks;

/**
 * Lets a simulation move the one clock step by step, and fires what falls due on the way as the job
 * executor would, which must be at rest meanwhile.
 */
@Component
public class SteppedTime {

  private final ManagementService management;
  private final EngineClock clock;

  SteppedTime(ProcessEngine engine, EngineClock clock) {
    this.management = engine.getManagementService();
    this.clock = clock;
  }

  /**
   * A timer that waits to fire.
   *
   * @param rootInstance the process instance it belongs to in the end; null if it starts one
   * @param at China time
   */
  public record Due(String id, String rootInstance, LocalDateTime at) {}

  /** Stops the clock at a moment in China. */
  public void to(LocalDateTime moment) {
    ClockUtil.setCurrentTime(date(moment));
  }

  /** Lets the clock run again and show what it is. */
  public void backToNow() {
    ClockUtil.reset();
  }

  /** The moment at which the clock stands, in China. */
  public LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  /** The timers due by a moment, earliest first. */
  public List<Due> due(LocalDateTime until, int most) {
    return management
        .createJobQuery()
        .timers()
        .active()
        .duedateLowerThan(date(until.plusSeconds(1)))
        .orderByJobDuedate()
        .asc()
        .listPage(0, most)
        .stream()
        .map(
            job ->
                new Due(
                    job.getId(),
                    job.getRootProcessInstanceId(),
                    OpenTasks.chinaTime(job.getDuedate())))
        .toList();
  }

  /** Fires a timer; does nothing if what it belongs to has ended meanwhile. */
  public void fire(String timerId) {
    Job job = management.createJobQuery().jobId(timerId).singleResult();
    if (job != null) {
      management.executeJob(timerId);
    }
  }

  private static Date date(LocalDateTime moment) {
    return Date.from(moment.atZone(EngineClock.ZONE).toInstant());
  }
}
