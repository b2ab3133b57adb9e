package rectify.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rectify.timer.Spacing.Step;

class SpacingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  /** A step a day, without weekends. */
  private static final Pace DAILY =
      new Pace() {
        @Override
        public Set<String> processKeys() {
          return Set.of("ladder");
        }

        @Override
        public Date next(Date step) {
          return Date.from(step.toInstant().plusSeconds(24 * 3600));
        }
      };

  @Test
  void where_nothing_was_missed_nothing_changes() {
    assertThat(spread("2026-03-20", "2026-03-20", "2026-03-21")).isEmpty();
  }

  @Test
  void missed_steps_are_taken_one_a_day_from_the_restart() {
    assertThat(spread("2026-03-03", "2026-03-05", "2026-03-12"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2026-03-03", "2026-03-20",
                "2026-03-05", "2026-03-21",
                "2026-03-12", "2026-03-22"));
  }

  @Test
  void what_lies_ahead_is_pushed_only_as_far_as_it_must() {
    assertThat(spread("2026-03-03", "2026-03-05", "2026-03-21", "2026-03-22", "2026-03-30"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2026-03-03", "2026-03-20",
                "2026-03-05", "2026-03-21",
                "2026-03-21", "2026-03-22",
                "2026-03-22", "2026-03-23"));
  }

  private static Map<String, String> spread(String... due) {
    List<Step<String>> steps = new ArrayList<>();
    for (String day : due) {
      steps.add(0, new Step<>(day, date(LocalDate.parse(day))));
    }
    Map<String, String> moved = new TreeMap<>();
    Spacing.of(steps, date(TODAY), date(TODAY), DAILY)
        .forEach(
            (step, to) ->
                moved.put(step, to.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()));
    return moved;
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
