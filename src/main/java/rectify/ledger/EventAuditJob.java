package rectify.ledger;

import static org.quartz.CronScheduleBuilder.dailyAtHourAndMinute;

import java.util.TimeZone;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rectify.engine.EngineClock;

/** Verifies the chains every night at 02:10. */
@DisallowConcurrentExecution
class EventAuditJob implements Job {

  private final EventAudit audit;

  EventAuditJob(EventAudit audit) {
    this.audit = audit;
  }

  @Override
  public void execute(JobExecutionContext context) {
    audit.night();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail eventAuditDetail() {
      return JobBuilder.newJob(EventAuditJob.class)
          .withIdentity("event-audit")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger eventAuditNightly(JobDetail eventAuditDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(eventAuditDetail)
          .withIdentity("event-audit-nightly")
          .withSchedule(
              dailyAtHourAndMinute(2, 10).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
