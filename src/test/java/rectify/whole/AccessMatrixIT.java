package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rectify.identity.Actor;
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
  @Autowired private TransactionTemplate transaction;

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
    AccessFixture fixture = new AccessFixture(port, engine, people, jdbc, transaction);
    everybody = fixture.people();
    targets = new ArrayList<>(fixture.lateTargets(LocalDateTime.of(2026, 4, 10, 9, 0)));
    targets.addAll(0, fixture.targets());
    everybody.stream().filter(person -> person.kind().equals("admin")).forEach(this::tryAgain);
  }

  /** What was done to a case stands in the engine's log, for those who may read it. */
  private void tryAgain(Person admin) {
    for (Target target : targets) {
      if (target.facts().containsKey("job")) {
        String job = "/engine-rest/job/" + target.facts().get("job") + "/retries";
        assertThat(admin.ask("PUT", job, "{\"retries\": 3}").statusCode()).isEqualTo(204);
      }
    }
  }

  @AfterAll
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void the_engines_own_interface_opens_to_nobody_it_should_not() {
    assertThat(tryAll(engineDoors, "/engine-rest", everybody)).isEmpty();
  }

  /** The counties mirror one another, and the rules behind the copy have been tried by both. */
  @Test
  void the_web_applications_copy_of_it_opens_to_nobody_it_should_not() {
    List<Person> allButOneCounty =
        everybody.stream().filter(person -> !person.counties().equals(Set.of("350583"))).toList();
    assertThat(allButOneCounty).hasSizeBetween(1, everybody.size() - 5);
    assertThat(tryAll(engineDoors, "/camunda/api/engine/engine/default", allButOneCounty))
        .isEmpty();
  }

  @Test
  void our_own_interface_opens_to_nobody_it_should_not() {
    assertThat(tryAll(ourDoors, "", everybody)).isEmpty();
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
                        .filter(path -> path.matches("/(api/|city).*"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + shape(path))))
            .collect(Collectors.toSet());

    assertThat(existing).isNotEmpty();
    assertThat(known).containsAll(existing);
  }

  @ParameterizedTest
  @EnumSource
  void the_matrix_goes_red_without(Rule rule) {
    Runnable restore = rule.remove(configuration());
    try {
      List<String> red = new ArrayList<>();
      for (Person person : everybody) {
        if (List.of("jjhousing", "chendai1", "jjmanager").contains(person.id())) {
          red.addAll(
              engineDoors.differences(
                  "/engine-rest",
                  person,
                  oneOfEachKind(person),
                  door -> door.onlyTells() && isOfTask(door)));
        }
      }
      assertThat(red).anyMatch(difference -> difference.contains(rule.seenBy));
    } finally {
      restore.run();
    }
  }

  @Test
  void figures_tell_nothing_of_another_county() {
    List<String> ofOneCounty =
        List.of(
            "/engine-rest/process-definition/statistics",
            "/camunda/api/engine/engine/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics");
    List<String> ofTheWholeCity =
        List.of(
            "/history/process-definition/"
                + targets.get(0).facts().get("definition")
                + "/statistics",
            "/history/task/report?reportType=count&groupBy=taskName",
            "/history/task/report?reportType=duration&periodUnit=month",
            "/history/process-instance/report?reportType=duration&periodUnit=month",
            "/history/process-definition/cleanable-process-instance-report",
            "/history/decision-definition/cleanable-decision-instance-report",
            "/metrics/activity-instance-start/sum");

    for (Person person : everybody) {
      boolean opensCockpit = List.of("manager", "designer", "admin").contains(person.kind());
      for (String path : ofOneCounty) {
        HttpResponse<String> answer = person.visitor().get(path);
        assertThat(answer.statusCode() == 200).as(person.id() + path).isEqualTo(opensCockpit);
        if (person.kind().equals("manager")) {
          assertThat(rectifications(answer)).isEqualTo(rectifications(person));
        }
      }
      for (String path : ofTheWholeCity) {
        for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
          assertThat(person.visitor().get(root + path).statusCode() == 200)
              .as(person.id() + path)
              .isEqualTo(person.kind().equals("admin"));
        }
      }
    }
  }

  private static long rectifications(HttpResponse<String> statistics) {
    return StreamSupport.stream(Worker.read(statistics).spliterator(), false)
        .filter(line -> line.toString().contains("hazard-rectification"))
        .mapToLong(line -> line.path("instances").asLong())
        .sum();
  }

  private long rectifications(Person manager) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("hazard-rectification")
        .tenantIdIn(manager.counties().toArray(String[]::new))
        .count();
  }

  @Test
  void a_push_that_is_refused_leaves_the_clock_of_a_case_alone() {
    String job = targets.get(0).facts().get("job");
    int retries = retries(job);
    for (Person person : everybody) {
      if (!person.kind().equals("admin")) {
        assertThat(person.ask("POST", "/engine-rest/job/" + job + "/execute", "").statusCode())
            .isIn(401, 403);
      }
    }
    assertThat(retries(job)).isEqualTo(retries).isPositive();
  }

  private int retries(String job) {
    return engine.getManagementService().createJobQuery().jobId(job).singleResult().getRetries();
  }

  private static boolean isOfTask(AccessMatrix.Door door) {
    return door.path().startsWith("/task") || door.path().startsWith("/process-instance");
  }

  @Test
  void the_matrix_goes_red_when_everybody_is_taken_for_the_city() {
    Advised asked = (Advised) (Object) people;
    Actor city = people.find("cityoffice").orElseThrow();
    MethodInterceptor everybodyIsTheCity =
        call -> call.getMethod().getName().equals("current") ? city : call.proceed();
    asked.addAdvice(0, everybodyIsTheCity);
    try {
      List<String> red = new ArrayList<>();
      for (Person person : everybody) {
        if (person.id().equals("jjneighbour")) {
          red.addAll(
              ourDoors.differences(
                  "", person, List.of(targets.get(0)), AccessMatrix.Door::onlyTells));
        }
      }
      assertThat(red)
          .anyMatch(difference -> difference.contains("GET /api/hazards/YH"))
          .anyMatch(difference -> difference.contains("GET /api/enterprises"));
    } finally {
      asked.removeAdvice(everybodyIsTheCity);
    }
  }

  /** A rule that keeps people in their place, and who notices when it is gone. */
  enum Rule {
    A_COUNTY_SEES_ITS_OWN("jjmanager (outsider") {
      @Override
      Runnable remove(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantCheckEnabled(false);
        return () -> configuration.setTenantCheckEnabled(true);
      }
    },
    THE_ENGINE_ASKS_FOR_RIGHTS("jjhousing (outsider") {
      @Override
      Runnable remove(ProcessEngineConfigurationImpl configuration) {
        configuration.setAuthorizationEnabled(false);
        return () -> configuration.setAuthorizationEnabled(true);
      }
    },
    A_CANDIDATE_WORKS_ON_THEIR_TASKS("chendai1 (candidate") {
      @Override
      Runnable remove(ProcessEngineConfigurationImpl configuration) {
        List<CommandChecker> ours = configuration.getCommandCheckers();
        configuration.setCommandCheckers(List.of(ours.get(0), new AuthorizationCommandChecker()));
        return () -> configuration.setCommandCheckers(ours);
      }
    },
    A_TASK_QUERY_IS_NARROWED("jjhousing (outsider") {
      @Override
      Runnable remove(ProcessEngineConfigurationImpl configuration) {
        SessionFactory ours =
            configuration.getSessionFactories().put(AuthorizationManager.class, new Open());
        return () -> configuration.getSessionFactories().put(AuthorizationManager.class, ours);
      }
    };

    private final String seenBy;

    Rule(String seenBy) {
      this.seenBy = seenBy;
    }

    /** Removes the rule; the answer restores it. */
    abstract Runnable remove(ProcessEngineConfigurationImpl configuration);
  }

  /** Lets everybody query every task of their county. */
  private static class Open implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new AuthorizationManager() {
        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
          configureQuery(query);
          query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
      };
    }
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private static String shape(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
  }

  /**
   * Several kinds of people at a time; managers, who may all push the same jobs, one by one; the
   * administrator, who may join in everybody's work, last.
   */
  private List<String> tryAll(AccessMatrix doors, String root, List<Person> some) {
    Map<Boolean, Map<String, List<Person>>> kinds =
        some.stream()
            .collect(
                Collectors.partitioningBy(
                    person -> person.kind().equals("admin"), Collectors.groupingBy(Person::kind)));
    List<String> differences = new ArrayList<>();
    for (boolean admin : new boolean[] {false, true}) {
      differences.addAll(
          kinds.get(admin).values().parallelStream()
              .flatMap(
                  people ->
                      people.stream()
                          .flatMap(
                              person ->
                                  doors.differences(root, person, oneOfEachKind(person)).stream()))
              .toList());
    }
    return differences;
  }

  /** For each person a case of their own, another of their county, and one of another county. */
  private List<Target> oneOfEachKind(Person person) {
    List<Target> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Target target : targets) {
      boolean near = person.counties().contains(target.county());
      if (seen.add(
          AccessFixture.inEngine(person, target) + AccessFixture.inLedger(person, target) + near)) {
        chosen.add(target);
      }
    }
    return chosen;
  }
}
