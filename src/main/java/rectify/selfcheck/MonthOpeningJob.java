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
 * Opens the month on its first day at 00:10 and looks again every hour: in the first three days for
 * whoever is not open yet, so that what a crash left is done by the next run; later for a month
 * that was not opened because nothing ran in its first days.
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
    if (period == null) {
      opening.openCurrent();
    } else {
      opening.open(YearMonth.parse(period));
    }
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
    Trigger monthOpeningEveryHour(JobDetail monthOpeningDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(monthOpeningDetail)
          .withIdentity("month-opening-every-hour")
          .withSchedule(
              cronSchedule("0 10 * * * ?")
                  .inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE))
                  .withMisfireHandlingInstructionFireAndProceed())
          .build();
    }
  }
}
