package rectify.reorganisation;

import static org.quartz.CronScheduleBuilder.dailyAtHourAndMinute;

import java.util.TimeZone;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import rectify.engine.EngineClock;
import rectify.jurisdiction.CatalogLoader;
import rectify.refusal.Refusal;

/** Moves on the first minutes of its day, and at every start, what a reorganisation takes along. */
@DisallowConcurrentExecution
class ReorganisationJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(ReorganisationJob.class);

  private final Reorganisations reorganisations;

  ReorganisationJob(Reorganisations reorganisations) {
    this.reorganisations = reorganisations;
  }

  @Override
  public void execute(JobExecutionContext context) {
    carryOut(reorganisations);
  }

  /** What cannot move stays whole where it is, and the audit goes on telling of it. */
  private static void carryOut(Reorganisations reorganisations) {
    try {
      reorganisations.carryOut();
    } catch (Refusal refused) {
      LOG.error("Nothing was moved: {}", refused.getMessage());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    /** Before the web server opens. */
    @Bean
    SmartInitializingSingleton reorganisationAtStart(
        Reorganisations reorganisations, Environment environment) {
      return () -> {
        if (!environment.containsProperty(CatalogLoader.PREVIEW)) {
          carryOut(reorganisations);
        }
      };
    }

    @Bean
    JobDetail reorganisationDetail() {
      return JobBuilder.newJob(ReorganisationJob.class)
          .withIdentity("reorganisation")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger reorganisationNightly(JobDetail reorganisationDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(reorganisationDetail)
          .withIdentity("reorganisation-nightly")
          .withSchedule(
              dailyAtHourAndMinute(0, 2).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
