package rectify.light;

import static org.quartz.CronScheduleBuilder.cronSchedule;

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

/** Sets every enterprise's light anew each quarter of an hour: cases close and days pass. */
@DisallowConcurrentExecution
class LightJob implements Job {

  private final Lights lights;

  LightJob(Lights lights) {
    this.lights = lights;
  }

  @Override
  public void execute(JobExecutionContext context) {
    lights.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail lightDetail() {
      return JobBuilder.newJob(LightJob.class).withIdentity("light").storeDurably().build();
    }

    @Bean
    Trigger lightEveryQuarterOfAnHour(JobDetail lightDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(lightDetail)
          .withIdentity("light-every-quarter-of-an-hour")
          .withSchedule(
              cronSchedule("0 1/15 * * * ?")
                  .inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE))
                  .withMisfireHandlingInstructionDoNothing())
          .build();
    }
  }
}
