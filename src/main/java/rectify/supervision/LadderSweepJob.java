package rectify.supervision;

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

/** Sets going again every night at 03:05 what earlier diagrams left without a clock. */
@DisallowConcurrentExecution
class LadderSweepJob implements Job {

  private final LadderSweep sweep;

  LadderSweepJob(LadderSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail ladderSweepDetail() {
      return JobBuilder.newJob(LadderSweepJob.class)
          .withIdentity("ladder-sweep")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger ladderSweepNightly(JobDetail ladderSweepDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(ladderSweepDetail)
          .withIdentity("ladder-sweep-nightly")
          .withSchedule(
              dailyAtHourAndMinute(3, 5).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
