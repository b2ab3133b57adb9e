package rectify.assessment;

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

/** Assesses every morning at 06:00 the months whose days of grace are over. */
@DisallowConcurrentExecution
class AssessmentJob implements Job {

  private final Assessments assessments;

  AssessmentJob(Assessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public void execute(JobExecutionContext context) {
    assessments.assessWhatIsDue();
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail assessmentDetail() {
      return JobBuilder.newJob(AssessmentJob.class)
          .withIdentity("assessment")
          .storeDurably()
          .build();
    }

    @Bean
    Trigger assessmentEveryMorning(JobDetail assessmentDetail) {
      return TriggerBuilder.newTrigger()
          .forJob(assessmentDetail)
          .withIdentity("assessment-every-morning")
          .withSchedule(
              dailyAtHourAndMinute(6, 0).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)))
          .build();
    }
  }
}
