package rectify.statistics;

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

/**
 * Draws what is due every morning at 06:40: the quarter's tables on the first day after it, the
 * month's on the day after its grace; on all other days there is nothing left to draw.
 */
@DisallowConcurrentExecution
class StatisticsJob implements Job {

  private final StatisticsSigning signing;

  StatisticsJob(StatisticsSigning signing) {
    this.signing = signing;
  }

  @Override
  public void execute(JobExecutionContext context) {
    signing.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail statisticsDetail() {
      return JobBuilder.newJob(StatisticsJob.class)
          .withIdentity("statistics")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger statisticsEveryMorning(JobDetail statisticsDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(statisticsDetail)
          .withIdentity("statistics-every-morning")
          .withSchedule(
              dailyAtHourAndMinute(6, 40).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
