package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;
import rectify.TestDatabase;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.ledger.EventAudit;
import rectify.schema.Release;

/**
 * A city that ran on the version before goes on with its cases on the morning after the upgrade.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "spring.quartz.auto-startup=false",
      "rectify.ledger.keys=test=QS1rZXktb2YtYXQtbGVhc3QtMzItYnl0ZXMtZm9yLXRlc3Rz"
    })
class UpgradeIT {

  /** The simulated quarter ended the day before. */
  private static final LocalDateTime MORNING = LocalDateTime.of(2026, 4, 1, 9, 0);

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private People people;
  @Autowired private EventAudit audit;
  @LocalServerPort private int port;

  private final Set<String> known = new HashSet<>();

  @DynamicPropertySource
  static void upgraded(DynamicPropertyRegistry properties) {
    TestDatabase.Schema schema = TestDatabase.schema("upgrade");
    DataSource before = schema.pool();
    Release.V0_1_0.restore(before);
    schema.properties().forEach((name, value) -> properties.add(name, () -> value));
    // as a city's own: the start meets the jobs that the version before has left
    properties.add("spring.quartz.scheduler-name", () -> "quartzScheduler");
  }

  @BeforeEach
  void itIsTheMorningAfter() {
    Jobs.itIs(MORNING);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void open_work_is_opened_done_and_closed_and_every_clock_still_fires() {
    assertThat(ReflectionTestUtils.<List<?>>invokeMethod(audit, "everything")).isEmpty();
    assertThat(jdbc.queryForList("select JOB_CLASS_NAME from QRTZ_JOB_DETAILS", String.class))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(ClassUtils.isPresent(name, null)).as("the job %s", name).isTrue());

    List<String> refused = new ArrayList<>();
    for (Task task : tasks.createTaskQuery().list()) {
      Worker worker = worker(task);
      for (String path :
          List.of(
              "/engine-rest/task/" + task.getId() + "/deployed-form",
              "/engine-rest/task/" + task.getId() + "/form-variables",
              "/api/tasks/cards?ids=" + task.getId())) {
        HttpResponse<String> answer = worker.get(path);
        if (answer.statusCode() != 200) {
          refused.add(task.getName() + " " + path + " " + answer.body());
        }
      }
    }
    assertThat(refused).isEmpty();

    Task rectify = tasks.createTaskQuery().taskDefinitionKey("Activity_Rectify").list().get(0);
    String number =
        Worker.read(worker(rectify).get("/api/tasks/cards?ids=" + rectify.getId()))
            .at("/0/caseNumber")
            .asText();
    doOne(rectify, Forms.rectified(LocalDate.from(MORNING)));
    Task verify =
        tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
            .filter(task -> task.getTaskDefinitionKey().equals("Activity_Verify"))
            .findFirst()
            .orElseThrow();
    doOne(verify, Forms.verified("passed"));
    assertThat(
            jdbc.queryForObject(
                "select status from hazard where id = ?",
                String.class,
                Long.valueOf(number.substring(number.lastIndexOf('-') + 1))))
        .isEqualTo("CLOSED");

    ClockUtil.setCurrentTime(java.sql.Timestamp.valueOf(MORNING.plusDays(60)));
    int fired = 0;
    for (Job job : management.createJobQuery().executable().list()) {
      management.executeJob(job.getId());
      fired++;
    }
    assertThat(fired).isGreaterThan(20);
  }

  private void doOne(Task task, Map<String, ?> form) {
    Worker worker = worker(task);
    worker.prove(task.getId(), form);
    assertThat(worker.submit(task.getId(), form).statusCode()).isEqualTo(204);
  }

  /** Somebody who may do it, with the password of the tests. */
  private Worker worker(Task task) {
    String person =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .flatMap(group -> people.members(group).stream())
            .sorted()
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody can do " + task.getName()));
    if (known.add(person)) {
      User user = identity.createUserQuery().userId(person).singleResult();
      user.setPassword(Visitor.PASSWORD);
      identity.saveUser(user);
    }
    return new Worker(port, person);
  }
}
