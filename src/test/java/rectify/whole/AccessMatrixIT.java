package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rectify.identity.People;

/** Every kind of person at every door, for a case of their own and for others'. */
@WholeSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

  private static final List<String> ENGINE_COLUMNS =
      List.of("candidate", "manager", "designer", "admin", "outsider");
  private static final List<String> API_COLUMNS =
      List.of(
          "enterprise",
          "township",
          "department",
          "office",
          "manager",
          "designer",
          "admin",
          "outsider");

  @Autowired private ProcessEngine engine;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;

  private final AccessMatrix engineDoors =
      new AccessMatrix("engine.txt", ENGINE_COLUMNS, AccessFixture::inEngine);
  private final AccessMatrix ourDoors =
      new AccessMatrix("api.txt", API_COLUMNS, AccessFixture::inLedger);
  private List<Person> everybody;
  private List<Target> targets;

  @BeforeAll
  void open_cases() {
    Jobs.itIs(LocalDateTime.of(2026, 3, 2, 9, 0));
    AccessFixture fixture = new AccessFixture(port, engine, people, jdbc);
    everybody = fixture.people();
    targets = new ArrayList<>(fixture.lateTargets(LocalDateTime.of(2026, 4, 10, 9, 0)));
    targets.addAll(0, fixture.targets());
  }

  @AfterAll
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void the_engines_own_interface_opens_to_nobody_it_should_not() {
    assertThat(tryAll("/engine-rest")).isEmpty();
  }

  @Test
  void the_web_applications_copy_of_it_opens_to_nobody_it_should_not() {
    assertThat(tryAll("/camunda/api/engine/engine/default")).isEmpty();
  }

  @Test
  void our_own_interface_opens_to_nobody_it_should_not() {
    List<String> differences = new ArrayList<>();
    for (Person person : everybody) {
      for (Target target : targets) {
        differences.addAll(ourDoors.differences("", person, target));
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void every_door_of_ours_is_in_the_matrix() {
    Set<String> known =
        ourDoors.doors().stream()
            .map(door -> door.method() + " " + shape(door.path()))
            .collect(Collectors.toSet());

    Set<String> existing =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + shape(path))))
            .collect(Collectors.toSet());

    assertThat(existing).isNotEmpty();
    assertThat(known).containsAll(existing);
  }

  private static String shape(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
  }

  private List<String> tryAll(String root) {
    List<String> differences = new ArrayList<>();
    for (Person person : everybody) {
      for (Target target : oneOfEachKind(person)) {
        differences.addAll(engineDoors.differences(root, person, target));
      }
    }
    return differences;
  }

  /** For each person a case of their own, another of their county, and one of another county. */
  private List<Target> oneOfEachKind(Person person) {
    List<Target> chosen = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
    for (Target target : targets) {
      boolean near = person.counties().contains(target.county());
      if (seen.add(AccessFixture.inEngine(person, target) + near)) {
        chosen.add(target);
      }
    }
    return chosen;
  }
}
