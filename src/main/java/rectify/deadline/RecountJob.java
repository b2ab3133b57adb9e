package rectify.deadline;

import static org.quartz.CronScheduleBuilder.cronSchedule;

import java.time.Clock;
import java.time.LocalDateTime;
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

/**
 * Counts again, every ten minutes for an hour after an import: for up to a minute another node sets
 * clocks by the calendar it knew.
 */
@DisallowConcurrentExecution
class RecountJob implements Job {

  private final CalendarImport imports;
  private final Clock clock;

  RecountJob(CalendarImport imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    imports.again(LocalDateTime.now(clock).minusHours(1));
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail recountDetail() {
      return JobBuilder.newJob(RecountJob.class)
          .withIdentity("calendar-recount")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger recountEveryTenMinutes(JobDetail recountDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(recountDetail)
          .withIdentity("calendar-recount-every-ten-minutes")
          .withSchedule(
              cronSchedule("0 7/10 * * * ?").inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
