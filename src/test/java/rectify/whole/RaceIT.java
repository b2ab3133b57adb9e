package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two and more at once at every door that changes something: one of them does it, the others are
 * told in Chinese who was first, and the tables hold it once. {@code -Drace.rounds=20} for the long
 * form, {@code -Drace.door=claim} for the doors of that name only.
 */
@WholeSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceIT {

  private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 9, 10, 32);

  private final int rounds = Integer.getInteger("race.rounds", 2);
  private final String only = System.getProperty("race.door", "");

  @Autowired private ApplicationContext product;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;

  /** What to do at a door, by its method and path; given the number of the round. */
  private final Map<String, IntFunction<Race>> recipes = new LinkedHashMap<>();

  private RaceGround ground;

  @BeforeAll
  void line_up() {
    Jobs.itIs(TODAY);
    ground = new RaceGround(product, port);
    new EngineRaces(ground).addTo(recipes);
    new CaseRaces(ground).addTo(recipes);
    new InspectionRaces(ground).addTo(recipes);
    new OfficeRaces(ground).addTo(recipes);
    new EnterpriseRaces(ground).addTo(recipes);
    new AdministratorRaces(ground).addTo(recipes);
  }

  @AfterAll
  void clear_up() {
    ClockUtil.reset();
    ground.clear();
  }

  @Test
  void every_door_of_ours_that_changes_something_is_raced_at() {
    Set<String> doors =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .filter(method -> !method.name().equals("GET"))
                                    .map(method -> method + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(doors).hasSizeGreaterThan(20);
    assertThat(recipes.keySet()).containsAll(doors);
  }

  @Test
  void of_everybody_at_a_door_one_gets_through_and_the_others_learn_who() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, IntFunction<Race>> recipe : recipes.entrySet()) {
      if (recipe.getKey().contains(only)) {
        race(recipe.getKey(), recipe.getValue(), table, wrong);
      }
    }
    write(table);
    assertThat(wrong).isEmpty();
  }

  private void race(String door, IntFunction<Race> recipe, List<String> table, List<String> wrong)
      throws Exception {
    List<Integer> statuses = new ArrayList<>();
    int before = wrong.size();
    long began = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (String what : recipe.apply(round).run(statuses)) {
        wrong.add(door + ", round " + round + ": " + what);
      }
    }
    Map<Integer, Long> counts =
        statuses.stream()
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    table.add(
        "| %s | %d | %s | %d | %d ms |"
            .formatted(
                door,
                rounds,
                counts.entrySet().stream()
                    .map(count -> count.getValue() + " × " + count.getKey())
                    .collect(Collectors.joining(", ")),
                wrong.size() - before,
                Duration.ofNanos(System.nanoTime() - began).toMillis()));
  }

  private static void write(List<String> table) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| door | rounds | answers | wrong | took |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(table);
    lines.forEach(System.out::println);
    Files.write(Path.of("target", "race.txt"), lines);
  }
}
