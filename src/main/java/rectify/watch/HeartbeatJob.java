package rectify.watch;

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

/** Gives a sign of life every minute, on whichever node. */
@DisallowConcurrentExecution
class HeartbeatJob implements Job {

  private final Heartbeat heartbeat;

  HeartbeatJob(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  public void execute(JobExecutionContext context) {
    heartbeat.beat();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail heartbeatDetail() {
      return JobBuilder.newJob(HeartbeatJob.class).withIdentity("heartbeat").storeDurably().build();
    }

    @Bean
    Trigger heartbeatEveryMinute(JobDetail heartbeatDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(heartbeatDetail)
          .withIdentity("heartbeat-every-minute")
          .withSchedule(
              cronSchedule("30 * * * * ?")
                  .inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE))
                  .withMisfireHandlingInstructionDoNothing())
          .build();
    }
  }
}
