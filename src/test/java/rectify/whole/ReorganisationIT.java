package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import rectify.RealMySql;
import rectify.identity.People;

/** What becomes of everything a unit owns when the catalog retires it. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "spring.quartz.auto-startup=false"})
@ActiveProfiles("demo")
@RealMySql
class ReorganisationIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final String BASIS = "泉政文〔2026〕1号";

  private static Path catalog;

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private People people;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;
  private Worker administrator;

  @DynamicPropertySource
  static void a_catalog_of_its_own(DynamicPropertyRegistry registry) throws IOException {
    catalog = Files.createTempDirectory("catalog");
    FileSystemUtils.copyRecursively(new ClassPathResource("catalog").getFile().toPath(), catalog);
    registry.add("rectify.catalog", () -> catalog.toUri().toString());
  }

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    administrator = new Worker(port, "admin");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_township_that_becomes_a_street_takes_everything_along_and_no_clock_is_touched()
      throws IOException {
    String late = enterprise.report(Forms.hazard());
    new Jobs(management, runtime).until(MONDAY.plusDays(10), late);
    String reported = enterprise.report(Forms.corrected());
    String rectifying = enterprise.report(Forms.hazard());
    township.post(
        "/engine-rest/task/" + township.task(reported, "Activity_Verify") + "/claim",
        Map.of("userId", "chendai1"));
    List<Map<String, Object>> clocks = clocks();

    replace("townships.csv", "350582103,陈埭镇,镇,350582", "350582013,陈埭街道,街道,350582");
    HttpResponse<String> refused = carryOut();
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("陈埭镇", "企业", "未销号案件3", "待办任务", "人员2", "successions.csv");
    assertThat(owner(reported)).isEqualTo("town350582103");

    succeeded("乡镇,350582103,350582013,2026-04-01");
    assertThat(carryOut().body()).isEqualTo("[]");
    assertThat(owner(reported)).isEqualTo("town350582103");
    replace("successions.csv", "350582013,2026-04-01", "350582013,2026-03-02");
    JsonNode preview = plan("350582103");
    assertThat(preview.path("state").asText()).isEqualTo("待执行");
    assertThat(preview.path("has").toString()).contains("企业", "未销号案件3", "人员2");
    assertThat(owner(reported)).isEqualTo("town350582103");
    assertThat(township.post("/api/reorganisations", Map.of()).statusCode()).isEqualTo(403);

    HttpResponse<String> done = carryOut();
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("陈埭镇由", "陈埭街道承接", "案件3", BASIS);
    assertThat(clocks()).isEqualTo(clocks);
    assertThat(owner(reported)).isEqualTo("town350582013");
    assertThat(countOf("enterprise where township_code = '350582103'")).isZero();
    assertThat(countOf("enterprise where township_code = '350582013'")).isPositive();
    assertThat(people.members("town350582013")).containsExactly("chendai1", "chendai2");
    assertThat(people.members("town350582103")).isEmpty();
    assertThat(people.groupName("town350582103")).contains("陈埭镇");
    for (String number : List.of(late, reported, rectifying)) {
      assertThat(lastEvent(number)).contains("调整为", "陈埭街道", BASIS, "期限不变");
    }
    assertThat(gaps()).doesNotContain("RETIRED_OWNER", "GONE_HOLDER", "NO_PROCESS", "NO_CLOCK");
    assertThat(carryOut().body()).isEqualTo("[]");
    assertThat(countOf("notice where kind = 'REORGANISED' and recipient = 'town350582013'"))
        .isEqualTo(1);
    assertThat(countOf("notice where kind = 'REORGANISED' and recipient like 'ent%'")).isPositive();

    township.task(late, "Activity_Township");
    township.does(reported, "Activity_Verify", Forms.verified("passed"));
    enterprise.does(
        rectifying, "Activity_Rectify", Forms.rectified(MONDAY.plusDays(10).toLocalDate()));
    township.does(rectifying, "Activity_Verify", Forms.verified("passed"));
    String fresh = enterprise.report(Forms.corrected());
    assertThat(owner(fresh)).isEqualTo("town350582013");
    township.does(fresh, "Activity_Verify", Forms.verified("passed"));
  }

  @Test
  void a_trade_that_changes_its_department_is_named_and_moves_when_the_file_says_so()
      throws IOException {
    String number = new Worker(port, "naenterprise").report(Forms.major());
    String trade =
        jdbc.queryForObject(
            "select subcategory_code from hazard where id = ?", String.class, id(number));
    line("industry-subcategories.csv", trade, line -> line.replace(",emergency,", ",market,"));

    assertThat(carryOut().statusCode()).isEqualTo(200);
    assertThat(gaps()).contains("FORMER_LEAD");
    assertThat(owner(number)).isEqualTo("dept350583emergency");

    succeeded("行业小类,%s,%s,2026-03-01".formatted(trade, trade));
    HttpResponse<String> done = carryOut();
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(owner(number)).isEqualTo("dept350583market");
    assertThat(
            jdbc.queryForList(
                """
                select distinct l.GROUP_ID_ from ACT_RU_IDENTITYLINK l
                join ACT_RU_TASK t on t.ID_ = l.TASK_ID_
                join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                where e.BUSINESS_KEY_ = ? and l.GROUP_ID_ like 'dept%'
                """,
                String.class, number))
        .containsExactly("dept350583market");
    assertThat(gaps()).doesNotContain("FORMER_LEAD");
    assertThat(carryOut().body()).isEqualTo("[]");
  }

  @Test
  void a_department_takes_its_people_and_the_overrides_that_name_it() throws IOException {
    people.createPerson("nafire1", "演示消防", "Rectify-Demo-2026");
    people.join("nafire1", "dept350583fire");
    append("responsibility-overrides.csv", "0101,350583,fire");
    assertThat(carryOut().statusCode()).isEqualTo(200);

    replace("departments.csv", "350583,fire,南安市消防救援大队,true", null);
    HttpResponse<String> bad = carryOut();
    assertThat(bad.statusCode()).isBetween(400, 409);
    succeeded("部门,350583-fire,350583-emergency,2026-03-01");
    HttpResponse<String> done = carryOut();

    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(people.members("dept350583emergency")).contains("nafire1");
    assertThat(people.members("dept350583fire")).isEmpty();
    assertThat(
            jdbc.queryForList(
                "select role from responsibility_override"
                    + " where subcategory_code = '0101' and retired = false",
                String.class))
        .containsExactly("emergency");
    assertThat(gaps()).doesNotContain("NO_OWNER");
  }

  @Test
  void work_does_not_cross_into_another_county() throws IOException {
    String number = new Worker(port, "naenterprise").report(Forms.hazard());
    succeeded("乡镇,350583119,350582104,2026-03-01");

    HttpResponse<String> refused = carryOut();

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("水头镇", number, "不能跨县移交");
    assertThat(owner(number)).isEqualTo("town350583119");
    replace("successions.csv", "乡镇,350583119,350582104,2026-03-01," + BASIS, null);
    line("counties.csv", "350583", line -> null);
    HttpResponse<String> county = carryOut();
    assertThat(county.statusCode()).isBetween(400, 409);
    Files.copy(
        new ClassPathResource("catalog/counties.csv").getFile().toPath(),
        catalog.resolve("counties.csv"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void enterprises_of_a_retired_trade_go_to_its_successor() throws IOException {
    long id =
        jdbc.queryForObject(
            "select min(id) from enterprise where county_code = '350582'", Long.class);
    String trade =
        jdbc.queryForObject(
            "select subcategory_code from enterprise where id = ?", String.class, id);
    update("update enterprise set subcategory_code = '0703' where id = ?", id);
    succeeded("行业小类,0703,0704,2026-03-01");

    HttpResponse<String> done = carryOut();

    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(countOf("enterprise where subcategory_code = '0703'")).isZero();
    assertThat(
            jdbc.queryForObject(
                "select retired from industry_subcategory where code = '0703'", Boolean.class))
        .isTrue();
    update("update enterprise set subcategory_code = ? where id = ?", trade, id);
  }

  private JsonNode plan(String code) {
    for (JsonNode plan : Worker.read(administrator.get("/api/reorganisations"))) {
      if (plan.path("code").asText().equals(code)) {
        return plan;
      }
    }
    throw new AssertionError("no plan for " + code);
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }

  private HttpResponse<String> carryOut() {
    return administrator.post("/api/reorganisations", Map.of());
  }

  private static void succeeded(String line) throws IOException {
    append("successions.csv", line + "," + BASIS);
  }

  private static void append(String file, String line) throws IOException {
    Path path = catalog.resolve(file);
    Files.writeString(path, Files.readString(path) + line + "\n");
  }

  /** Replaces a line, or drops it. */
  private static void replace(String file, String old, String with) throws IOException {
    Path path = catalog.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, with == null ? "" : with).replace("\n\n", "\n"));
  }

  /** Changes the line that begins so, or drops it. */
  private static void line(String file, String start, UnaryOperator<String> change)
      throws IOException {
    Path path = catalog.resolve(file);
    List<String> lines =
        Files.readAllLines(path).stream()
            .map(line -> line.startsWith(start + ",") ? change.apply(line) : line)
            .filter(Objects::nonNull)
            .toList();
    Files.write(path, lines);
  }

  private List<Map<String, Object>> clocks() {
    List<Map<String, Object>> all =
        new ArrayList<>(
            jdbc.queryForList("select ID_, DUEDATE_, RETRIES_ from ACT_RU_JOB order by ID_"));
    all.addAll(jdbc.queryForList("select ID_, DUE_DATE_, ASSIGNEE_ from ACT_RU_TASK order by ID_"));
    all.addAll(
        jdbc.queryForList("select id, due_at, original_due_at, status from hazard order by id"));
    return all;
  }

  private List<String> gaps() {
    List<String> kinds = new ArrayList<>();
    for (JsonNode gap : Worker.read(administrator.get("/api/responsibility-audit"))) {
      kinds.add(gap.path("kind").asText());
    }
    return kinds;
  }

  private long countOf(String where) {
    return jdbc.queryForObject("select count(*) from " + where, Long.class);
  }

  private String owner(String number) {
    return jdbc.queryForObject(
        "select authority_group from hazard where id = ?", String.class, id(number));
  }

  private String lastEvent(String number) {
    return jdbc.queryForObject(
        "select detail from hazard_event where hazard_id = ? and kind = 'REORGANISED'",
        String.class,
        id(number));
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
