package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.deadline.Deadlines;
import rectify.identity.Visitor;
import rectify.watch.Heartbeat;

/** Seven weeks without the product: it is noticed, and nothing runs away. */
@WholeSystem
class StandstillIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final int SEVEN_WEEKS = 49;

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private ProcessEngine engine;
  @Autowired private Heartbeat heartbeat;
  @Autowired private Deadlines deadlines;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker office;
  private Jobs jobs;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    office = new Worker(port, "cityoffice");
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_ladder_that_missed_rungs_takes_one_step_a_day_and_says_so() {
    String number = enterprise.report(Forms.hazard());
    LocalDateTime overdue = dueAt(number).plusDays(1).atTime(9, 0);
    jobs.until(overdue, number);
    assertThat(climbed(number)).isEmpty();

    LocalDateTime again = standStill(overdue, SEVEN_WEEKS);

    assertThat(jdbc.queryForObject("select count(*) from standstill", Integer.class)).isPositive();
    assertThat(detail(number, "STANDSTILL")).contains("每个工作日最多升一级");
    assertThat(gaps(number)).isEmpty();
    jobs.until(again.plusHours(1), number);
    assertThat(climbed(number)).as("the office has not chosen yet").isEmpty();
    jobs.until(again.plusDays(21), number);
    assertThat(climbed(number)).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(climbed(number))
        .allSatisfy(
            day -> assertThat(deadlines.isWorkingDay(LocalDate.parse(day))).as(day).isTrue());
  }

  @Test
  void a_ladder_that_begins_late_does_not_run_to_the_city_in_a_minute() {
    String number = enterprise.report(Forms.hazard());
    LocalDateTime again = standStill(MONDAY.plusHours(1), SEVEN_WEEKS);
    assertThat(climbed(number)).isEmpty();

    choose("run", "");
    jobs.until(again.plusMinutes(5), number);

    assertThat(climbed(number)).hasSizeLessThanOrEqualTo(1);
    jobs.until(again.plusDays(21), number);
    assertThat(climbed(number)).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
  }

  @Test
  void the_office_may_move_the_clocks_by_the_time_lost() {
    String number = enterprise.report(Forms.hazard());
    LocalDate lastDay = dueAt(number);
    String waiting = enterprise.report(Forms.corrected());
    standStill(MONDAY.plusHours(1), SEVEN_WEEKS);
    LocalDate moved =
        deadlines.lastDayAfterWorkingDays(lastDay.plusDays(SEVEN_WEEKS).minusDays(1), 1);

    HttpResponse<String> preview = office.get("/api/standstills/" + newest() + "/preview");
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(Worker.read(preview).path("lastDays").asInt()).isPositive();
    assertThat(dueAt(number)).isEqualTo(lastDay);
    assertThat(
            new Worker(port, "jjoffice")
                .post(
                    "/api/standstills/" + newest() + "/choice",
                    Map.of("choice", "move", "reason", "停运"))
                .statusCode())
        .isEqualTo(403);

    choose("move", "数据中心停电，企业无法登录");

    assertThat(dueAt(number)).isEqualTo(moved);
    assertThat(
            jdbc.queryForObject(
                "select original_due_at from hazard where id = ?", LocalDate.class, id(number)))
        .isEqualTo(lastDay);
    assertThat(detail(number, "STANDSTILL")).contains("按停运时间顺延");
    assertThat(
            jdbc.queryForObject(
                """
                select min(j.DUEDATE_) from ACT_RU_JOB j
                join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
                where e.BUSINESS_KEY_ in (?, ?)
                """,
                LocalDateTime.class,
                number,
                waiting))
        .isAfter(MONDAY.plusDays(SEVEN_WEEKS));
    assertThat(gaps(number)).isEmpty();
    assertThat(gaps(waiting)).isEmpty();
    assertThat(
            office
                .post("/api/standstills/" + newest() + "/choice", Map.of("choice", "run"))
                .statusCode())
        .as("chosen once")
        .isEqualTo(409);
    enterprise.does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));
  }

  @Test
  void one_node_of_several_that_stands_still_is_no_standstill() {
    heartbeat.beatAnew();
    long before = newest();
    Jobs.itIs(MONDAY.plusMinutes(40));
    heartbeat.beat();
    Jobs.itIs(MONDAY.plusMinutes(80));

    heartbeat.beat();

    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void a_product_that_slept_notices_it_before_it_fires_what_ran_out_meanwhile() {
    String number = enterprise.report(Forms.hazard());
    LocalDateTime before = dueAt(number).plusDays(1).atTime(9, 0);
    Jobs.itIs(before);
    heartbeat.beatAnew();
    long known = newest();
    Jobs.itIs(before.plusMinutes(59));
    takeUpJobs();
    assertThat(newest()).as("no more than a pause").isEqualTo(known);

    Jobs.itIs(before.plusDays(2));
    takeUpJobs();

    assertThat(newest()).isGreaterThan(known);
    assertThat(
            jdbc.queryForObject(
                "select min(held_until) from standstill_item where standstill_id = ?"
                    + " and number = ? and kind = 'TIMER'",
                LocalDateTime.class,
                newest(),
                number))
        .isAfter(before.plusDays(2));
    long noticed = newest();
    takeUpJobs();
    heartbeat.beat();
    assertThat(newest()).as("once").isEqualTo(noticed);
  }

  @Test
  void those_it_concerns_are_told_and_see_their_own() {
    String number = enterprise.report(Forms.corrected());
    standStill(MONDAY.plusHours(1), SEVEN_WEEKS);

    JsonNode seen =
        Worker.read(new Worker(port, "jjoffice").get("/api/standstills/" + newest() + "/items"));
    assertThat(seen).anySatisfy(item -> assertThat(item.path("number").asText()).isEqualTo(number));
    assertThat(
            Worker.read(
                new Worker(port, "naoffice").get("/api/standstills/" + newest() + "/items")))
        .noneSatisfy(item -> assertThat(item.path("number").asText()).isEqualTo(number));
    assertThat(
            jdbc.queryForList(
                "select recipient from notice where event_key = ?",
                String.class,
                "standstill/" + newest()))
        .contains("office350500", "office350582", "camunda-admin");
  }

  @Test
  void the_office_looks_and_chooses_on_a_page() {
    String number = enterprise.report(Forms.corrected());
    standStill(MONDAY.plusHours(1), SEVEN_WEEKS);
    String path = "/city/standstills/" + newest();
    Visitor person = new Visitor(port).loggedIn("cityoffice");

    assertThat(person.get("/city/standstills").body())
        .contains(path)
        .contains("去选择")
        .doesNotContain("没有停运记录");
    assertThat(person.get(path).body()).contains("预览按停运时间顺延").contains(number);
    assertThat(person.get(path + "?choice=run").body()).contains("预览：按原期限继续").contains("确认按原期限继续");

    HttpResponse<String> done =
        person.form(path, "_csrf=" + person.cookie("RECTIFY-XSRF-TOKEN"), "choice=RUN", "reason=");

    assertThat(Visitor.path(done)).isEqualTo(path);
    assertThat(person.get(path).body()).contains("选择：按原期限继续").doesNotContain("请先预览");
    assertThat(new Visitor(port).loggedIn("jjenterprise").get(path).statusCode()).isEqualTo(403);
    assertThat(new Visitor(port).loggedIn("admin").get("/city/holidays").body())
        .contains("导入通知")
        .contains("国庆节");
  }

  private LocalDateTime standStill(LocalDateTime from, int days) {
    Jobs.itIs(from);
    heartbeat.beatAnew();
    Jobs.itIs(from.plusDays(days));
    heartbeat.beat();
    return from.plusDays(days);
  }

  private void takeUpJobs() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration
        .getCommandExecutorTxRequired()
        .execute(new AcquireJobsCmd(configuration.getJobExecutor(), 1));
  }

  private void choose(String choice, String reason) {
    HttpResponse<String> answer =
        office.post(
            "/api/standstills/" + newest() + "/choice", Map.of("choice", choice, "reason", reason));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private long newest() {
    return jdbc.queryForObject("select coalesce(max(id), 0) from standstill", Long.class);
  }

  /** The jobs of a test fire a second after they are due. */
  private List<String> climbed(String number) {
    return jdbc.queryForList(
        "select cast(date(climbed_at - interval 1 second) as char(10)) from rung"
            + " where hazard_id = ? order by climbed_at",
        String.class,
        id(number));
  }

  private String detail(String number, String kind) {
    return String.join(
        "\n",
        jdbc.queryForList(
            "select detail from hazard_event where hazard_id = ? and kind = ?",
            String.class,
            id(number),
            kind));
  }

  private LocalDate dueAt(String number) {
    return jdbc.queryForObject(
        "select due_at from hazard where id = ?", LocalDate.class, id(number));
  }

  private List<String> gaps(String number) {
    HttpResponse<String> answer =
        new Worker(port, "admin").get("/api/responsibility-audit?all=true");
    return Worker.read(answer).findParents("advice").stream()
        .filter(gap -> gap.path("advice").asText().contains(number))
        .map(gap -> gap.path("kind").asText())
        .toList();
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
