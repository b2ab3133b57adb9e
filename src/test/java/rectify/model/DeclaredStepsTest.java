package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rectify.assessment.AssessmentFinding;
import rectify.hazard.HazardRectification;
import rectify.inspection.Inspection;
import rectify.inspection.Orders;
import rectify.light.RedLightAttention;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.SelfCheck;
import rectify.statistics.StatisticsSigning;
import rectify.supervision.DutySupervision;
import rectify.supervision.Supervision;

/** What code names of a diagram stands once, with the diagram's façade, and is in the diagram. */
class DeclaredStepsTest {

  private static final Pattern STEP = Pattern.compile("(Activity|Event|Gateway|Flow)_\\w+");

  private static final List<Class<?>> FACADES =
      List.of(
          HazardRectification.class,
          Inspection.class,
          Orders.class,
          Supervision.class,
          DutySupervision.class,
          SelfCheck.class,
          SelfCheckReminder.class,
          RedLightAttention.class,
          AssessmentFinding.class,
          StatisticsSigning.class);

  /** Steps of the phase that an order has in common with a self-report. */
  private static final Map<String, Set<String>> SHARED =
      Map.of(
          Orders.KEY,
          Set.of(
              HazardRectification.RECTIFICATION,
              HazardRectification.RECTIFY,
              HazardRectification.DECIDE_EXTENSION));

  @Test
  void the_diagram_has_every_step_its_facade_names() throws Exception {
    int checked = 0;
    for (Class<?> facade : FACADES) {
      String process = (String) constant(facade, "KEY");
      Set<String> drawn = drawn(process);
      for (String step : declared(facade)) {
        assertThat(drawn).as("%s.bpmn 里没有 %s（%s）", process, step, facade).contains(step);
        checked++;
      }
      assertThat(drawn).as(process).containsAll(SHARED.getOrDefault(process, Set.of()));
    }
    assertThat(checked).isGreaterThan(25);
  }

  /** Asks after late work of rooms above its own, whose façades it cannot use. */
  private static final String SWEEP = "LadderSweep.java";

  @Test
  void the_sweep_of_late_work_names_steps_that_are_drawn() throws IOException {
    Set<String> drawn = new TreeSet<>();
    for (Class<?> facade : FACADES) {
      drawn.addAll(drawn(key(facade)));
    }
    Matcher named =
        Pattern.compile("\"(" + STEP.pattern() + ")\"")
            .matcher(Files.readString(Path.of("src/main/java/rectify/supervision", SWEEP)));
    Set<String> names = new TreeSet<>();
    while (named.find()) {
      names.add(named.group(1));
    }

    assertThat(drawn).containsAll(names);
    assertThat(names).isNotEmpty();
  }

  private static String key(Class<?> facade) {
    try {
      return (String) constant(facade, "KEY");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void no_other_code_names_a_step() throws IOException {
    Set<String> facades = new TreeSet<>();
    FACADES.forEach(facade -> facades.add(facade.getSimpleName() + ".java"));
    List<String> strays = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(source)) {
          boolean declares =
              facades.contains(source.getFileName().toString())
                  && line.contains("static final String");
          boolean sweeps = source.getFileName().toString().equals(SWEEP);
          if (!declares
              && !sweeps
              && Pattern.compile("\"" + STEP.pattern() + "\"").matcher(line).find()) {
            strays.add(source.getFileName() + "：" + line.strip());
          }
        }
      }
    }
    assertThat(strays).as("图里的步骤只在流程的façade里声明一次").isEmpty();
  }

  private static List<String> declared(Class<?> facade) throws IllegalAccessException {
    List<String> steps = new ArrayList<>();
    for (Field field : facade.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        field.setAccessible(true);
        String value = (String) field.get(null);
        if (STEP.matcher(value).matches()) {
          steps.add(value);
        }
      }
    }
    return steps;
  }

  private static Object constant(Class<?> facade, String name) throws Exception {
    Field field = facade.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  private static Set<String> drawn(String process) throws IOException {
    Set<String> ids = new TreeSet<>();
    Matcher id =
        Pattern.compile(" id=\"(" + STEP.pattern() + ")\"")
            .matcher(Files.readString(Path.of("processes", process + ".bpmn")));
    while (id.find()) {
      ids.add(id.group(1));
    }
    return ids;
  }
}
