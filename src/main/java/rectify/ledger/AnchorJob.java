package rectify.ledger;

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

/**
 * Draws an anchor in the first hour of every day and hands it out; looks every hour, so that a day
 * on which nothing ran then still has its anchor, and what could not leave is sent again.
 */
@DisallowConcurrentExecution
class AnchorJob implements Job {

  private final Anchors anchors;
  private final Outside outside;

  AnchorJob(Anchors anchors, Outside outside) {
    this.anchors = anchors;
    this.outside = outside;
  }

  @Override
  public void execute(JobExecutionContext context) {
    outside.send(anchors.ofToday());
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail ledgerAnchorDetail() {
      return JobBuilder.newJob(AnchorJob.class)
          .withIdentity("ledger-anchor")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger ledgerAnchorHourly(JobDetail ledgerAnchorDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(ledgerAnchorDetail)
          .withIdentity("ledger-anchor-hourly")
          .withSchedule(
              cronSchedule("0 25 * * * ?").inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
