package rectify.task;

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

/** Releases every night at 02:50 what is held by people who may not do it. */
@DisallowConcurrentExecution
class HeldTaskSweepJob implements Job {

  private final HeldTaskSweep sweep;

  HeldTaskSweepJob(HeldTaskSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail heldTaskSweepDetail() {
      return JobBuilder.newJob(HeldTaskSweepJob.class)
          .withIdentity("held-task-sweep")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger heldTaskSweepNightly(JobDetail heldTaskSweepDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(heldTaskSweepDetail)
          .withIdentity("held-task-sweep-nightly")
          .withSchedule(
              dailyAtHourAndMinute(2, 50).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
