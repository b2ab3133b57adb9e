package rectify.checklist;

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

/** Looks every night at 03:15 what the city's editors are to be told of. */
@DisallowConcurrentExecution
class StandardsJob implements Job {

  private final StandardsWatch watch;

  StandardsJob(StandardsWatch watch) {
    this.watch = watch;
  }

  @Override
  public void execute(JobExecutionContext context) {
    watch.tell();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail standardsDetail() {
      return JobBuilder.newJob(StandardsJob.class).withIdentity("standards").storeDurably().build();
    }

    @Bean
    Trigger standardsNightly(JobDetail standardsDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(standardsDetail)
          .withIdentity("standards-nightly")
          .withSchedule(
              dailyAtHourAndMinute(3, 15).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
