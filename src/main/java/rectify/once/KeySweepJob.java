package rectify.once;

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

/** Sweeps the keys of old requests every night at 03:40. */
@DisallowConcurrentExecution
class KeySweepJob implements Job {

  private final OnceOnly once;

  KeySweepJob(OnceOnly once) {
    this.once = once;
  }

  @Override
  public void execute(JobExecutionContext context) {
    once.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail keySweepDetail() {
      return JobBuilder.newJob(KeySweepJob.class).withIdentity("key-sweep").storeDurably().build();
    }

    @Bean
    Trigger keySweepNightly(JobDetail keySweepDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(keySweepDetail)
          .withIdentity("key-sweep-nightly")
          .withSchedule(
              dailyAtHourAndMinute(3, 40).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
