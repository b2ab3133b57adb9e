package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.engine.Trusted;
import rectify.identity.People;
import rectify.light.Light;
import rectify.light.Lights;
import rectify.supervision.LadderSweep;

/** Clocks and ladders from order to order: they keep to the day in force and never fall silent. */
@WholeSystem
class LadderIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final String LADDER = "supervision";

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private People people;
  @Autowired private Lights lights;
  @Autowired private LadderSweep sweep;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;
  private Worker department;
  private Worker office;
  private Jobs jobs;
  private List<String> before;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    before = deployments();
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    department = new Worker(port, "jjemergency1");
    office = new Worker(port, "jjoffice");
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void reset_clock_and_diagrams() {
    ClockUtil.reset();
    deployments().stream()
        .filter(id -> !before.contains(id))
        .forEach(id -> byHand(() -> repository.deleteDeployment(id, true)));
  }

  @Test
  void after_a_new_order_the_ladder_counts_from_the_new_day_and_its_letter_names_what_was_missed() {
    String number = ordered("2026-03-09");
    jobs.until(LocalDateTime.of(2026, 3, 11, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP");

    township.does(number, "Activity_Recheck", failed("2026-03-20"));

    assertThat(rungs(number))
        .as("a failed recheck after the last day is a reason of its own")
        .containsExactly("TOWNSHIP", "DEPARTMENT");
    jobs.until(LocalDateTime.of(2026, 3, 31, 9, 0), number);
    assertThat(rungs(number))
        .as("ten working days after the first day, but not after the one in force")
        .containsExactly("TOWNSHIP", "DEPARTMENT");
    jobs.until(LocalDateTime.of(2026, 4, 7, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP", "DEPARTMENT", "OFFICE");
    assertThat(rung(number, "OFFICE"))
        .containsEntry("cause", "OVERDUE")
        .containsEntry("failures", 1);
    assertThat(rung(number, "OFFICE").get("due_at")).hasToString("2026-03-20");
    township.task(number, "Activity_Township");
    department.task(number, "Activity_Department");

    township.does(number, "Activity_Recheck", failed("2026-04-20"));
    office.does(
        number, "Activity_Office", Map.of("letterDemand", "请督促整改", "letterDueAt", "2026-04-17"));

    assertThat(letter(number))
        .contains("整改期限2026年3月20日已过，经复查2次不合格，至今未办结销号")
        .contains("现行期限2026年4月20日（尚未届满）；最初期限2026年3月9日")
        .doesNotContain("2026年4月20日已过");
    assertThat(factsOf(number)).contains("原期限2026年3月9日", "已2次不合格");
    lights.sweep();
    assertThat(lights.of(enterpriseId()).color()).isEqualTo(Light.Color.RED);
    assertThat(lights.of(enterpriseId()).reason()).contains("1项隐患2次以上复查（验收）不合格");
    closes(number, LocalDate.of(2026, 4, 7));
  }

  @Test
  void a_verification_nobody_does_climbs_from_the_unit_to_its_superior_and_the_office() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));

    jobs.until(LocalDateTime.of(2026, 3, 12, 9, 0), number);
    String superior = department.task(number, "Activity_DutySuperior");
    assertThat(clocks(number)).isNotEmpty();
    jobs.until(LocalDateTime.of(2026, 3, 17, 9, 0), number);
    office.does(number, "Activity_DutyOffice", answer());
    assertThat(clocks(number)).isNotEmpty();
    jobs.until(LocalDateTime.of(2026, 4, 20, 9, 0), number);

    office.task(number, "Activity_DutyOffice");
    assertThat(department.task(number, "Activity_DutySuperior")).isEqualTo(superior);
    assertThat(clocks(number)).as("the top repeats until somebody answers").isNotEmpty();
    assertThat(
            count(
                "select times from late_duty_rung where level = 'office' and late_duty_id = "
                    + "(select id from late_duty where hazard_id = ?)",
                number))
        .isEqualTo(2);
    assertThat(details(number, "SUPERVISION_URGED")).isNotEmpty();
    assertThat(details(number, "DUTY_OVERDUE")).hasSize(1);

    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(running(number)).isEmpty();
    assertThat(
            count(
                "select count(*) from late_duty where ended_at is null and hazard_id = ?", number))
        .isZero();
  }

  @Test
  void an_order_an_earlier_diagram_drew_climbs_by_failed_rechecks_too() {
    String orders = "rectification-order";
    String now = read(Path.of("processes", orders + ".bpmn"));
    deploy(orders, now.replace("${supervision.failed(hazardId)}", "${hazardId}"));
    String number = ordered("2026-03-09");
    deploy(orders, now + "\n");
    jobs.until(LocalDateTime.of(2026, 3, 11, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP");

    township.does(number, "Activity_Recheck", failed("2026-03-20"));

    assertThat(rungs(number)).containsExactly("TOWNSHIP", "DEPARTMENT");
    jobs.until(LocalDateTime.of(2026, 3, 31, 9, 0), number);
    assertThat(rungs(number))
        .as("it counts from the day in force")
        .containsExactly("TOWNSHIP", "DEPARTMENT");
    closes(number, LocalDate.of(2026, 3, 31));
  }

  @Test
  void an_inspection_nobody_finishes_climbs_like_a_case_and_ends_when_it_is_called_off() {
    String visit =
        township.open("inspection", Map.of("enterpriseQuery", "演示", "inspectionKind", "routine"));

    jobs.until(LocalDateTime.of(2026, 3, 6, 9, 0), visit);
    String superior = department.task(visit, "Activity_DutySuperior");
    assertThat(department.get("/engine-rest/task/" + superior + "/form-variables").body())
        .contains("办结现场检查")
        .contains(visit);
    jobs.until(LocalDateTime.of(2026, 3, 11, 9, 0), visit);
    office.task(visit, "Activity_DutyOffice");
    jobs.until(LocalDateTime.of(2026, 4, 20, 9, 0), visit);
    assertThat(clocks(visit)).as("the top repeats until somebody answers").isNotEmpty();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from notice where recipient = 'office350582' and kind = 'URGED'"
                    + " and title like ?",
                Integer.class,
                "%" + visit + "%"))
        .isGreaterThan(2);
    byHand(() -> duty(visit).forEach(id -> runtime.deleteProcessInstance(id, "by hand")));

    sweep.sweep();

    department.task(visit, "Activity_DutySuperior");
    office.task(visit, "Activity_DutyOffice");
    township.does(visit, "Activity_ChooseEnterprise", Map.of("enterpriseId", "none"));
    assertThat(running(visit)).isEmpty();
  }

  private List<String> duty(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .processDefinitionKey("duty-supervision")
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  @Test
  void a_ladder_an_earlier_diagram_drew_moves_with_a_new_order_and_keeps_its_tasks() {
    deploy(earlier());
    String number = ordered("2026-03-09");
    jobs.until(LocalDateTime.of(2026, 3, 10, 9, 0), number);
    ProcessInstance old = ladder(number);
    deploy(current());
    jobs.until(LocalDateTime.of(2026, 3, 11, 9, 0), number);
    assertThat(ladder(number).getId()).isEqualTo(old.getId());
    assertThat(rungs(number)).containsExactly("TOWNSHIP");

    township.does(number, "Activity_Recheck", failed("2026-03-20"));

    assertThat(ladder(number).getProcessDefinitionId()).isNotEqualTo(old.getProcessDefinitionId());
    township.task(number, "Activity_Township");
    department.task(number, "Activity_Department");
    jobs.until(LocalDateTime.of(2026, 3, 31, 9, 0), number);
    assertThat(rungs(number)).containsExactly("TOWNSHIP", "DEPARTMENT");
    closes(number, LocalDate.of(2026, 3, 31));
  }

  @Test
  void a_ladder_an_earlier_diagram_left_without_a_clock_is_given_one_by_night() {
    deploy(earlier());
    String number = enterprise.report(Forms.hazard());
    jobs.until(LocalDateTime.of(2026, 6, 1, 9, 0), number);
    new Worker(port, "cityoffice").does(number, "Activity_City", answer());
    assertThat(clocks(number)).isEmpty();
    assertThat(gaps(number)).containsExactly("NO_CLOCK");
    deploy(current());

    assertThat(sweep.sweep()).isPositive();

    assertThat(gaps(number)).isEmpty();
    jobs.until(LocalDateTime.of(2026, 6, 30, 9, 0), number);
    new Worker(port, "cityoffice").task(number, "Activity_City");
    List<String> instances = running(number);
    sweep.sweep();
    assertThat(running(number)).as("a second run changes nothing").isEqualTo(instances);
    enterprise.does(number, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 6, 30)));
    township.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(running(number)).isEmpty();
  }

  @Test
  void a_case_whose_ladder_is_gone_can_still_be_closed() {
    String number = enterprise.report(Forms.hazard());
    jobs.until(LocalDateTime.of(2026, 3, 16, 9, 0), number);
    assertThat(rungs(number)).isNotEmpty();
    byHand(() -> runtime.deleteProcessInstance(ladder(number).getId(), "by hand"));

    enterprise.does(number, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 3, 16)));
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(
            jdbc.queryForObject("select status from hazard where id = ?", String.class, id(number)))
        .isEqualTo("CLOSED");
    assertThat(running(number)).isEmpty();
  }

  private void closes(String number, LocalDate on) {
    enterprise.does(number, "Activity_Rectify", Forms.rectified(on));
    township.does(
        number,
        "Activity_Recheck",
        Map.of("recheckResult", "passed", "recheckOpinion", "已整改", "secondOfficer", "chendai2"));
    assertThat(running(number)).isEmpty();
  }

  private String ordered(String dueAt) {
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where id = ?", String.class, enterpriseId());
    String visit =
        township.open("inspection", Map.of("enterpriseQuery", credit, "inspectionKind", "routine"));
    township.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", String.valueOf(enterpriseId()), "secondOfficer", "chendai2"));
    township.finds(
        visit,
        Map.of(
            "location", "厂区",
            "description", "通道堵塞",
            "level", "general",
            "disposal", "ordered",
            "dueAt", dueAt));
    township.confirms(visit, Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人"));
    return jdbc.queryForObject(
        "select concat('YH', county_code, '-', year(found_at), '-', lpad(id, 7, '0')) from hazard"
            + " where inspection_id = ?",
        String.class,
        Long.valueOf(visit.replaceAll(".*-0*", "")));
  }

  private static Map<String, Object> failed(String newDueAt) {
    return Map.of(
        "recheckResult", "failed",
        "recheckOpinion", "仍堵塞",
        "secondOfficer", "chendai2",
        "newDueAt", newDueAt);
  }

  private static Map<String, Object> answer() {
    return Map.of("supervisionMeasure", "phone", "supervisionOpinion", "已催办");
  }

  private long enterpriseId() {
    return people.find("jjenterprise").orElseThrow().groups().stream()
        .filter(group -> group.matches("ent\\d+"))
        .map(group -> Long.valueOf(group.substring(3)))
        .findFirst()
        .orElseThrow();
  }

  private void deploy(String diagram) {
    deploy(LADDER, diagram);
  }

  private void deploy(String process, String diagram) {
    DeploymentBuilder deployment =
        repository.createDeployment().addString(process + ".bpmn", diagram);
    Pattern.compile("formRef=\"([a-z-]+)\"")
        .matcher(diagram)
        .results()
        .map(ref -> ref.group(1))
        .distinct()
        .forEach(
            form -> deployment.addString(form + ".form", read(Path.of("forms", form + ".form"))));
    Trusted.call(deployment::deploy);
  }

  private List<String> deployments() {
    return repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
  }

  /** As it was before new orders moved it; running ladders keep it. */
  private static String earlier() {
    return read(Path.of("src", "test", "resources", "earlier", LADDER + ".bpmn"));
  }

  private static String current() {
    return read(Path.of("processes", LADDER + ".bpmn"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessInstance ladder(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .processDefinitionKey(LADDER)
        .singleResult();
  }

  private List<String> running(String number) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
        .map(ProcessInstance::getId)
        .sorted()
        .toList();
  }

  private List<Job> clocks(String number) {
    return running(number).stream()
        .flatMap(id -> management.createJobQuery().processInstanceId(id).timers().list().stream())
        .toList();
  }

  private List<String> gaps(String number) {
    return Worker.read(new Worker(port, "admin").get("/api/responsibility-audit?all=true"))
        .findParents("advice")
        .stream()
        .filter(gap -> gap.path("advice").asText().contains(number))
        .map(gap -> gap.path("kind").asText())
        .toList();
  }

  private String letter(String number) {
    return jdbc.queryForObject(
        "select content from document where kind = 'SUPERVISION_LETTER' and case_id = ?",
        String.class,
        id(number));
  }

  private String factsOf(String number) {
    return Worker.read(
            enterprise.get(
                "/engine-rest/task/"
                    + enterprise.task(number, "Activity_Rectify")
                    + "/form-variables"))
        .path("facts")
        .path("value")
        .asText();
  }

  private Map<String, Object> rung(String number, String level) {
    return jdbc.queryForMap(
        "select * from rung where hazard_id = ? and level = ?", id(number), level);
  }

  private List<String> rungs(String number) {
    return jdbc.queryForList(
        "select level from rung where hazard_id = ? order by climbed_at", String.class, id(number));
  }

  private List<String> details(String number, String kind) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = ? order by seq",
        String.class,
        id(number),
        kind);
  }

  private int count(String sql, String number) {
    return jdbc.queryForObject(sql, Integer.class, id(number));
  }

  private static void byHand(Runnable accident) {
    Trusted.call(
        () -> {
          accident.run();
          return null;
        });
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
