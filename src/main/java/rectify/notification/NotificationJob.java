package rectify.notification;

import static org.quartz.CronScheduleBuilder.dailyAtHourAndMinute;
import static org.quartz.SimpleScheduleBuilder.repeatSecondlyForever;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.ScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rectify.engine.EngineClock;

/**
 * Spreads and sends all day, each channel in a job of its own so that a slow one delays no other,
 * and looks every morning for tasks that are nearly or already late.
 */
@DisallowConcurrentExecution
class NotificationJob implements Job {

  private static final String WORK = "work";
  private static final int KEPT_DAYS = 180;
  private static final int MOST_AT_ONCE = 5000;

  private final Spread spread;
  private final Deliverer deliverer;
  private final MailChannel mail;
  private final WebhookChannel webhook;
  private final DueTasks dueTasks;
  private final NotificationMapper mapper;
  private final Clock clock;

  NotificationJob(
      Spread spread,
      Deliverer deliverer,
      MailChannel mail,
      WebhookChannel webhook,
      DueTasks dueTasks,
      NotificationMapper mapper,
      Clock clock) {
    this.spread = spread;
    this.deliverer = deliverer;
    this.mail = mail;
    this.webhook = webhook;
    this.dueTasks = dueTasks;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    String work = context.getMergedJobDataMap().getString(WORK);
    switch (work) {
      case "spread" -> spread.run();
      case "mail" -> send(mail);
      case "webhook" -> send(webhook);
      case "morning" -> {
        dueTasks.tell();
        mapper.purgeDeliveries(LocalDateTime.now(clock).minusDays(KEPT_DAYS), MOST_AT_ONCE);
      }
      default -> throw new IllegalStateException(work);
    }
  }

  private void send(Channel channel) {
    if (channel.isConnected()) {
      deliverer.run(channel);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Schedule {

    @Bean
    JobDetail notificationSpread() {
      return detail("spread");
    }

    @Bean
    Trigger notificationSpreadTrigger(JobDetail notificationSpread) {
      return trigger(notificationSpread, repeatSecondlyForever(15));
    }

    @Bean
    JobDetail notificationMail() {
      return detail("mail");
    }

    @Bean
    Trigger notificationMailTrigger(JobDetail notificationMail) {
      return trigger(notificationMail, repeatSecondlyForever(60));
    }

    @Bean
    JobDetail notificationWebhook() {
      return detail("webhook");
    }

    @Bean
    Trigger notificationWebhookTrigger(JobDetail notificationWebhook) {
      return trigger(notificationWebhook, repeatSecondlyForever(15));
    }

    @Bean
    JobDetail notificationMorning() {
      return detail("morning");
    }

    @Bean
    Trigger notificationMorningTrigger(JobDetail notificationMorning) {
      return trigger(
          notificationMorning,
          dailyAtHourAndMinute(6, 30).inTimeZone(TimeZone.getTimeZone(EngineClock.ZONE)));
    }

    private static JobDetail detail(String work) {
      return JobBuilder.newJob(NotificationJob.class)
          .withIdentity("notification-" + work)
          .usingJobData(WORK, work)
          .storeDurably()
          .build();
    }

    private static Trigger trigger(JobDetail detail, ScheduleBuilder<?> schedule) {
      return TriggerBuilder.newTrigger()
          .forJob(detail)
          .withIdentity(detail.getKey().getName())
          .withSchedule(schedule)
          .build();
    }
  }
}
