package rectify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail is no rule: each is shown its sinner. */
class ArchitectureRulesFailTest {

  private static final String SAMPLES = "samples.architecture";

  private static final Map<String, List<String>> SINS =
      Map.ofEntries(
          Map.entry("every class belongs to a listed package", List.of("Stranger")),
          Map.entry("engine uses only packages before it", List.of("Ground.above")),
          Map.entry(
              "time comes from the clock",
              List.of(
                  "WallClock.bare",
                  "WallClock.zoned",
                  "WallClock.reference",
                  "WallClock.date()",
                  "WallClock.dateReference",
                  "WallClock.calendar",
                  "WallClock.millis",
                  "WallClock.systemClock")),
          Map.entry("the engine is spoken to by facades", List.of("Shortcut.tasks")),
          Map.entry("cases are run by facades", List.of("Shortcut.tasks")),
          Map.entry("the engine's inside stays in engine", List.of("Shortcut.clock")),
          Map.entry("no other inside of Camunda is used", List.of("Shortcut.expressions")),
          Map.entry("nothing is scheduled by Spring", List.of("Nightly.sweep")),
          Map.entry(
              "mappers, controllers and jobs are package-private",
              List.of("OpenMapper", "OpenDoor", "OpenSweep")),
          Map.entry("no field is injected", List.of("Injected.clock", "Injected.port")),
          Map.entry("no setter is injected", List.of("Injected.setOther")),
          Map.entry("process beans know no engine", List.of("Knowing.step")));

  private final JavaClasses samples = new ClassFileImporter().importPackages(SAMPLES);
  private final Map<String, ArchRule> rules = new ArchitectureRules(SAMPLES).byName();

  @TestFactory
  List<DynamicTest> a_rule_reports_its_sinner() {
    return SINS.entrySet().stream()
        .map(sin -> DynamicTest.dynamicTest(sin.getKey(), () -> assertReported(sin)))
        .toList();
  }

  private void assertReported(Map.Entry<String, List<String>> sin) {
    String report = report(rules.get(sin.getKey()));
    assertThat(report).contains(sin.getValue());
    assertThat(report).doesNotContain("WallClock.good");
  }

  @Test
  void a_facade_may_speak_to_the_engine() {
    assertThat(report(rules.get("the engine is spoken to by facades")))
        .doesNotContain("HazardRectification");
    assertThat(report(rules.get("cases are run by facades"))).doesNotContain("HazardRectification");
  }

  @Test
  void what_the_identity_service_returns_is_public() {
    assertThat(report(rules.get("the engine's inside stays in engine"))).doesNotContain("Login");
  }

  @Test
  void no_rule_is_without_a_sinner() {
    assertThat(rules.keySet())
        .filteredOn(name -> !name.endsWith("uses only packages before it"))
        .isSubsetOf(SINS.keySet());
  }

  @Test
  void every_package_of_the_order_has_its_rule() {
    assertThat(ArchitectureRules.ORDER.subList(0, ArchitectureRules.ORDER.size() - 1))
        .allSatisfy(f -> assertThat(rules).containsKey(f + " uses only packages before it"));
  }

  private String report(ArchRule rule) {
    return String.join("\n", rule.evaluate(samples).getFailureReport().getDetails());
  }
}
