package rectify.reminder;

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

/** Gives every township its list of those who did not report in time, every morning at 07:30. */
@DisallowConcurrentExecution
class LateListJob implements Job {

  private final SelfCheckReminder reminder;

  LateListJob(SelfCheckReminder reminder) {
    this.reminder = reminder;
  }

  @Override
  public void execute(JobExecutionContext context) {
    reminder.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail lateListDetail() {
      return JobBuilder.newJob(LateListJob.class).withIdentity("late-list").storeDurably().build();
    }

    @Bean
    Trigger lateListEveryMorning(JobDetail lateListDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(lateListDetail)
          .withIdentity("late-list-every-morning")
          .withSchedule(
              dailyAtHourAndMinute(7, 30).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
