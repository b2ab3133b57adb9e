package rectify.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;

/** Reads the scenes and places them before the moment a history leads up to. */
@Component
@Profile("demo")
class DemoScripts {

  private static final LocalTime LAST_WORK = LocalTime.of(16, 40);

  private final DemoFirms firms;
  private final DemoHabits habits;
  private final Deadlines deadlines;

  DemoScripts(DemoFirms firms, DemoHabits habits, Deadlines deadlines) {
    this.firms = firms;
    this.habits = habits;
    this.deadlines = deadlines;
  }

  DemoScript until(LocalDateTime end) {
    return new DemoScript(scenes(), firms, habits, deadlines, lastDayAtWork(end));
  }

  /** The last day whose work is whole. */
  private LocalDate lastDayAtWork(LocalDateTime end) {
    LocalDate day = end.toLocalDate();
    while (!deadlines.isWorkingDay(day) || !day.atTime(LAST_WORK).isBefore(end)) {
      day = day.minusDays(1);
    }
    return day;
  }

  static List<Scene> scenes() {
    Map<String, Object> values = new HashMap<>();
    try {
      for (PropertySource<?> part :
          new YamlPropertySourceLoader()
              .load("scenes", new ClassPathResource("rectify/demo/scenes.yaml"))) {
        for (String name : ((EnumerablePropertySource<?>) part).getPropertyNames()) {
          values.put(name, part.getProperty(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("scenes", Bindable.listOf(Scene.class))
        .get();
  }
}
