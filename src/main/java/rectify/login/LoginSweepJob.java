package rectify.login;

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

/** Forgets old wrong passwords and addresses every night at 03:40. */
@DisallowConcurrentExecution
class LoginSweepJob implements Job {

  private final LoginThrottle throttle;

  LoginSweepJob(LoginThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  public void execute(JobExecutionContext context) {
    throttle.sweep();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail loginSweepDetail() {
      return JobBuilder.newJob(LoginSweepJob.class)
          .withIdentity("login-sweep")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger loginSweepNightly(JobDetail loginSweepDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(loginSweepDetail)
          .withIdentity("login-sweep-nightly")
          .withSchedule(
              dailyAtHourAndMinute(3, 40).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
