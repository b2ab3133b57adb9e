package rectify.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import rectify.deadline.DeadlineFixture;
import rectify.deadline.Deadlines;

class DemoScenesTest {

  private final Deadlines deadlines = DeadlineFixture.ofTheLibrary();

  @Test
  void every_scene_begins_within_the_history_and_before_its_end_whatever_the_date() {
    for (LocalDate today = LocalDate.of(2026, 1, 1);
        today.isBefore(LocalDate.of(2027, 1, 1));
        today = today.plusDays(1)) {
      LocalDate lastDay = today;
      while (!deadlines.isWorkingDay(lastDay)) {
        lastDay = lastDay.minusDays(1);
      }
      LocalDateTime first = today.minusDays(DemoHistory.DAYS).atStartOfDay();
      for (Scene scene : DemoScripts.scenes()) {
        assertThat(DemoScript.begins(scene, deadlines, lastDay))
            .as("%s on %s", scene, today)
            .isBetween(first, lastDay.atTime(16, 40));
      }
    }
  }

  @Test
  void every_turn_is_one_that_can_be_taken() {
    assertThat(DemoScripts.scenes()).hasSizeGreaterThan(40).allSatisfy(Scene::cues);
  }
}
