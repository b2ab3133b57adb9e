package rectify.responsibility;

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

/** Audits responsibility every night at 02:40: people leave and groups run empty. */
@DisallowConcurrentExecution
class ResponsibilityAuditJob implements Job {

  private final ResponsibilityAudit audit;

  ResponsibilityAuditJob(ResponsibilityAudit audit) {
    this.audit = audit;
  }

  @Override
  public void execute(JobExecutionContext context) {
    audit.warn();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail responsibilityAuditDetail() {
      return JobBuilder.newJob(ResponsibilityAuditJob.class)
          .withIdentity("responsibility-audit")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger responsibilityAuditNightly(JobDetail responsibilityAuditDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(responsibilityAuditDetail)
          .withIdentity("responsibility-audit-nightly")
          .withSchedule(
              dailyAtHourAndMinute(2, 40).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
