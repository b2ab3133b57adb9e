package rectify.evidence;

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

/** Sweeps the evidence directory every night at 03:20. */
@DisallowConcurrentExecution
class EvidenceSweepJob implements Job {

  private final EvidenceSweep sweep;

  EvidenceSweepJob(EvidenceSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail evidenceSweepDetail() {
      return JobBuilder.newJob(EvidenceSweepJob.class)
          .withIdentity("evidence-sweep")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger evidenceSweepNightly(JobDetail evidenceSweepDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(evidenceSweepDetail)
          .withIdentity("evidence-sweep-nightly")
          .withSchedule(
              dailyAtHourAndMinute(3, 20).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
