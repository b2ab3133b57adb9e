package rectify.selfcheck;

import static org.quartz.CronScheduleBuilder.cronSchedule;

import java.time.YearMonth;
import java.util.TimeZone;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rectify.engine.EngineClock;

/**
 * Opens the month on its first day at 00:10, and again every hour of the first three days: who is
 * open already is passed over, so that what a crash left is done by the next run.
 */
@DisallowConcurrentExecution
class MonthOpeningJob implements Job {

  static final JobKey KEY = JobKey.jobKey("month-opening");

  /** The month an operator asks for; without it, the one that is now. */
  static final String PERIOD = "period";

  private final MonthOpening opening;

  MonthOpeningJob(MonthOpening opening) {
    this.opening = opening;
  }

  @Override
  public void execute(JobExecutionContext context) {
    String period = context.getMergedJobDataMap().getString(PERIOD);
    opening.open(period == null ? opening.current() : YearMonth.parse(period));
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail monthOpeningDetail() {
      return JobBuilder.newJob(MonthOpeningJob.class)
          .withIdentity(KEY)
          .requestRecovery()
          .storeDurably()
          .build();
    }

    @Bean
    Trigger monthOpeningOnTheFirst(JobDetail monthOpeningDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(monthOpeningDetail)
          .withIdentity("month-opening-on-the-first")
          .withSchedule(
              cronSchedule("0 10 * 1-3 * ?")
                  .inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE))
                  .withMisfireHandlingInstructionFireAndProceed())
          .build();
    }
  }
}
