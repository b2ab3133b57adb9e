package rectify;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Time that passes day after day, as where the product lives on: weeks at one stroke are a
 * standstill, after which a ladder takes but a rung a working day.
 */
final class Days {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Days() {}

  static void letPass(ManagementService management, LocalDateTime until) {
    LocalDateTime now = LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), CHINA);
    while (now.isBefore(until)) {
      now = now.plusDays(1).isBefore(until) ? now.plusDays(1) : until;
      ClockUtil.setCurrentTime(Date.from(now.atZone(CHINA).toInstant()));
      List<Job> due;
      do {
        due = management.createJobQuery().timers().executable().list();
        due.forEach(job -> management.executeJob(job.getId()));
      } while (!due.isEmpty());
    }
  }
}
