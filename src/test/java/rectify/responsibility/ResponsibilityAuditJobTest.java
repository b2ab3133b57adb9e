package rectify.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import rectify.engine.EngineClock;
import rectify.jurisdiction.JurisdictionFixture;

@ExtendWith(OutputCaptureExtension.class)
class ResponsibilityAuditJobTest {

  @Test
  void every_night_the_gaps_are_counted_and_the_first_ones_named(CapturedOutput output) {
    run(group -> !group.startsWith("town3505020"));

    assertThat(output)
        .contains("WARN")
        .contains("责任覆盖检查发现 8 个问题（NO_OWNER 0，TWO_OWNERS 0，EMPTY_GROUP 8）")
        .contains("town350502001 鲤城区海滨街道（town350502001）没有人员");
  }

  @Test
  void a_night_without_gaps_warns_of_nothing(CapturedOutput output) {
    run(group -> true);

    assertThat(output).contains("exactly one staffed owner").doesNotContain("WARN");
  }

  @Test
  void it_runs_at_twenty_to_three_in_china() {
    JobDetail job = new ResponsibilityAuditJob.Schedule().responsibilityAuditDetail();
    Trigger trigger = new ResponsibilityAuditJob.Schedule().responsibilityAuditNightly(job);

    Instant next = trigger.getFireTimeAfter(trigger.getStartTime()).toInstant();
    assertThat(next.atZone(EngineClock.ZONE).toLocalTime()).isEqualTo(LocalTime.of(2, 40));
    assertThat(job.getJobClass()).isEqualTo(ResponsibilityAuditJob.class);
  }

  private static void run(Predicate<String> groupHasMembers) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.registerBean(
          ResponsibilityAudit.class,
          () ->
              new ResponsibilityAudit(JurisdictionFixture.shippedJurisdictions(), groupHasMembers));
      context.refresh();
      context
          .getAutowireCapableBeanFactory()
          .createBean(ResponsibilityAuditJob.class)
          .execute(null);
    }
  }
}
