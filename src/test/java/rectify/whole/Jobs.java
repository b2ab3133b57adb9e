package rectify.whole;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Lets time pass and does what falls due, as the job executor would. */
public final class Jobs {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final ManagementService management;
  private final RuntimeService runtime;

  public Jobs(ManagementService management, RuntimeService runtime) {
    this.management = management;
    this.runtime = runtime;
  }

  /** Stops the clock at a moment in China. */
  public static void itIs(LocalDateTime time) {
    ClockUtil.setCurrentTime(date(time));
  }

  /** Goes on to a later time, doing what falls due for these cases, each thing at its time. */
  public void until(LocalDateTime time, String... businessKeys) {
    Set<String> keys = Set.of(businessKeys);
    Optional<Job> next = next(time, keys);
    while (next.isPresent()) {
      Date due = next.get().getDuedate();
      if (due.after(ClockUtil.getCurrentTime())) {
        ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
      }
      management.executeJob(next.get().getId());
      next = next(time, keys);
    }
    itIs(time);
  }

  private Optional<Job> next(LocalDateTime time, Set<String> keys) {
    return management
        .createJobQuery()
        .duedateLowerThan(date(time))
        .orderByJobDuedate()
        .asc()
        .list()
        .stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .filter(job -> keys.contains(businessKey(job)))
        .findFirst();
  }

  private String businessKey(Job job) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(job.getProcessInstanceId())
            .singleResult();
    return String.valueOf(instance.getBusinessKey());
  }

  private static Date date(LocalDateTime time) {
    return Date.from(time.atZone(CHINA).toInstant());
  }
}
