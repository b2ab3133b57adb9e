package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.document.Pdfs;
import rectify.statistics.SignedStatistic;
import rectify.statistics.Statistics;
import rectify.statistics.StatisticsSigning;

/** Tables from the job to the paper, as offices live them. */
@WholeSystem
class StatisticsIT {

  @Autowired private StatisticsSigning signing;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Statistics statistics;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  private Worker office;
  private Worker city;

  @BeforeEach
  void begin() {
    office = new Worker(port, "jjoffice");
    city = new Worker(port, "cityoffice");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_quarter_is_drawn_once_signed_exported_and_corrected() throws IOException {
    Jobs.itIs(LocalDateTime.of(2027, 2, 10, 9, 0));
    String hazard = new Worker(port, "jjenterprise").report(Forms.hazard());
    Jobs.itIs(LocalDateTime.of(2027, 4, 1, 6, 40));
    signing.sweep();
    assertThat(signing.sweep()).as("drawn once").isZero();
    assertThat(drawn("TREATMENT", "2027-Q1")).isEqualTo(14);

    String number = "ZL350582-2027Q1";
    String task = office.task(number, "Activity_Sign");
    JsonNode form =
        Worker.read(
            office.get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false"));
    assertThat(form.path("statisticSummary").path("value").asText())
        .contains("晋江市 隐患排查治理情况统计表", number, "2027年第1季度", "| 合计 |")
        .contains("/export.pdf");
    assertThat(form.path("preparer").path("value").asText()).isEqualTo("演示晋江安委办干部");
    assertThat(new Worker(port, "naoffice").tasks(number, "Activity_Sign")).isEmpty();

    long id = id(number);
    assertThat(office.get("/api/statistics/" + id).body()).contains("未签发");
    assertThat(new Worker(port, "chendai1").get("/api/statistics/" + id).statusCode())
        .as("a draft is the office's")
        .isEqualTo(404);

    HttpResponse<String> unsigned =
        office.submit(task, Map.of("signingDecision", "sign", "preparer", "李某"));
    assertThat(unsigned.statusCode()).isEqualTo(400);
    assertThat(unsigned.body()).contains("请填写“单位负责人”");
    office.does(number, "Activity_Sign", Map.of("signingDecision", "redraw"));
    office.does(number, "Activity_Sign", signature());
    assertThat(row(number))
        .containsEntry("state", "SIGNED")
        .containsEntry("signatory", "王主任")
        .containsEntry("signed_by", "jjoffice");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isZero();

    String before = office.get("/api/statistics/" + id).body();
    JsonNode figures = figures(id);
    committed(
        "update hazard set level = 'MAJOR', closed_at = '2027-02-11 09:00:00' where id = ?",
        Long.valueOf(hazard.substring(14)));
    assertThat(office.get("/api/statistics/" + id).body()).isEqualTo(before);
    assertThat(pdf(office, id))
        .contains("晋江市安全生产委员会办公室", "单位负责人：王主任", "2027年4月1日")
        .doesNotContain("未签发");
    assertThat(xlsx(office, id)).contains("隐患排查治理情况统计表").doesNotContain("未签发");

    String corrections = "/api/statistics/" + id + "/corrections";
    assertThat(office.post(corrections, Map.of("reason", " ")).statusCode()).isEqualTo(400);
    assertThat(city.post(corrections, Map.of("reason", "等级有误")).statusCode()).isEqualTo(403);
    Jobs.itIs(LocalDateTime.of(2027, 5, 6, 9, 0));
    HttpResponse<String> opened = office.post(corrections, Map.of("reason", "一项隐患等级有误"));
    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(office.post(corrections, Map.of("reason", "再更正")).statusCode()).isEqualTo(409);
    String second = number + "-2";
    assertThat(Worker.read(opened).path("number").asText()).isEqualTo(second);
    assertThat(office.tasks(second, "Activity_Sign").get(0).path("due").asText())
        .startsWith("2027-05-21");
    office.does(second, "Activity_Sign", signature());

    assertThat(office.get("/api/statistics/" + id).body()).contains("已被第2版取代");
    assertThat(pdf(office, id)).contains("本版已被第2版取代");
    assertThat(pdf(office, id(second))).contains("第2版（更正），更正理由：一项隐患等级有误");
    assertThat(figures(id)).isEqualTo(figures);
    assertThat(figures(id(second))).isNotEqualTo(figures);
    assertThat(office.post(corrections, Map.of("reason", "x")).body()).contains("已有更新的版本");
  }

  @Test
  void a_county_sees_its_own_tables_the_city_all_and_an_enterprise_none() {
    begun(LocalDateTime.of(2027, 6, 1, 9, 0));
    Jobs.itIs(LocalDateTime.of(2027, 7, 1, 6, 40));
    signing.sweep();
    String number = "ZL350582-2027Q2";
    office.does(number, "Activity_Sign", signature());
    long id = id(number);

    for (String person :
        List.of("jjoffice", "jjmanager", "jjemergency1", "chendai1", "cityoffice", "citymanager")) {
      Worker worker = new Worker(port, person);
      assertThat(worker.get("/api/statistics/" + id).statusCode()).as(person).isEqualTo(200);
      assertThat(numbers(worker)).as(person).contains(number);
    }
    for (String person :
        List.of("naoffice", "namanager", "shuitou1", "jjenterprise", "designer", "admin")) {
      Worker worker = new Worker(port, person);
      for (String path : List.of("", "/export.pdf", "/export.xlsx")) {
        assertThat(worker.get("/api/statistics/" + id + path).statusCode())
            .as(person + path)
            .isEqualTo(404);
      }
      assertThat(worker.post("/api/statistics/" + id + "/corrections", Map.of("reason", "x")))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(404);
      assertThat(numbers(worker)).as(person).doesNotContain(number);
    }
    assertThat(numbers(new Worker(port, "jjenterprise"))).isEmpty();
    assertThat(numbers(city)).contains("ZL350583-2027Q2", "ZL350500-2027Q2");
    assertThat(numbers(office)).doesNotContain("ZL350583-2027Q2", "ZL350500-2027Q2");

    transaction.executeWithoutResult(
        status -> SignedStatistic.forge(statistics, jdbc, id, "signatory = '他人'"));
    for (String path : List.of("", "/export.pdf", "/export.xlsx")) {
      assertThat(office.get("/api/statistics/" + id + path).statusCode())
          .as("forged with its check value: " + path)
          .isEqualTo(409);
    }
  }

  @Test
  void live_figures_are_marked_as_unsigned_and_keep_to_the_area() {
    Jobs.itIs(LocalDateTime.of(2027, 8, 10, 9, 0));
    String live = "/api/statistics/live?kind=TREATMENT&period=2027-08";

    JsonNode mine = Worker.read(office.get(live));
    assertThat(mine.path("stateName").asText()).isEqualTo("未签发");
    assertThat(mine.path("table").path("area").asText()).isEqualTo("晋江市");
    assertThat(mine.path("table").path("period").asText()).contains("2027年1—8月", "2027年8月10日9时00分");
    assertThat(Worker.read(city.get(live)).path("table").path("area").asText()).isEqualTo("泉州市");
    assertThat(office.get(live + "&area=350583").statusCode()).isEqualTo(404);
    assertThat(city.get(live + "&area=350583").statusCode()).isEqualTo(200);
    assertThat(city.get(live + "&area=350527").statusCode()).isEqualTo(404);
    assertThat(new Worker(port, "jjenterprise").get(live).statusCode()).isEqualTo(404);
    assertThat(office.get("/api/statistics/live?kind=TREATMENT&period=2027-09").body())
        .contains("还没有开始");
    assertThat(office.get("/api/statistics/live?kind=REPORTING&period=x").statusCode())
        .isEqualTo(400);
    assertThat(office.get("/api/statistics/live?kind=X&period=2027-08").statusCode())
        .isEqualTo(400);
    assertThat(office.get("/api/statistics?size=0").statusCode()).isEqualTo(400);
  }

  @Test
  void a_month_is_drawn_on_the_day_after_its_grace() {
    long enterprise =
        jdbc.queryForObject(
            "select min(id) from enterprise where county_code = '350582'", Long.class);
    committed(
        """
        insert into self_check (
          enterprise_id, period, enterprise_name, county_code, township_code, subcategory_code,
          status, opening, opened_at, last_day
        )
        select e.id, '2028-01', e.name, e.county_code, e.township_code, e.subcategory_code,
          'OPEN', 'x', '2028-01-01', '2028-01-31'
        from enterprise e where e.id = ?
        """,
        enterprise);

    // 5 February 2028 is a Saturday: the grace ends on Monday
    Jobs.itIs(LocalDateTime.of(2028, 2, 7, 6, 40));
    signing.sweep();
    assertThat(drawn("REPORTING", "2028-01")).isZero();
    Jobs.itIs(LocalDateTime.of(2028, 2, 8, 6, 40));
    signing.sweep();
    assertThat(drawn("REPORTING", "2028-01")).isEqualTo(14);

    String task = office.task("BS350582-202801", "Activity_Sign");
    assertThat(
            Worker.read(
                    office.get(
                        "/engine-rest/task/" + task + "/form-variables?deserializeValues=false"))
                .path("statisticSummary")
                .path("value")
                .asText())
        .contains("| 属地 |", "| 陈埭镇 |", "| 行业 |", "统计截至：2028年2月7日23时59分");
  }

  @Test
  void who_does_not_sign_in_time_is_urged_and_the_city_tells_its_managers() {
    begun(LocalDateTime.of(2026, 9, 1, 9, 0));
    Jobs.itIs(LocalDateTime.of(2026, 10, 1, 6, 40));
    signing.sweep();
    String county = "ZL350583-2026Q3";
    String whole = "ZL350500-2026Q3";

    new Jobs(management, runtime).until(LocalDateTime.of(2026, 10, 16, 9, 0), county, whole);

    assertThat(row(county).get("overdue_at")).isNotNull();
    city.does(county, "Activity_Supervise", Map.of("supervisionOpinion", "已电话督促南安市安委办"));
    assertThat(row(county)).containsEntry("supervised_by", "cityoffice");
    new Jobs(management, runtime).until(LocalDateTime.of(2026, 11, 20, 9, 0), county);
    city.does(
        county,
        "Activity_DutyOffice",
        Map.of("supervisionMeasure", "phone", "supervisionOpinion", "请一周内签发"));
    new Jobs(management, runtime).until(LocalDateTime.of(2026, 12, 1, 9, 0), county);
    city.task(county, "Activity_DutyOffice");
    Worker signs = new Worker(port, "naoffice");
    Map<String, String> signature = new HashMap<>(signature());
    signature.put("preparerPhone", "李某的");
    assertThat(signs.submit(signs.task(county, "Activity_Sign"), signature).body())
        .contains("“李某的”不是有效的电话号码");
    signature.put("preparerPhone", " ０５９５－８６６６００００\u200b");
    signs.does(county, "Activity_Sign", signature);
    assertThat(row(county).get("phone")).isEqualTo("0595-86660000");
    assertThat(city.tasks(county, "Activity_DutyOffice")).isEmpty();
    assertThat(row(county)).containsEntry("state", "SIGNED");
    assertThat(recipients("statistic/" + id(county) + "/remind")).containsExactly("office350583");
    assertThat(recipients("statistic/" + id(whole) + "/overdue"))
        .containsExactly("citymanager", "office350500");
  }

  private List<String> recipients(String event) {
    return jdbc.queryForList(
        "select recipient from notice where event_key = ? order by recipient", String.class, event);
  }

  /** The product is in use from a day on. */
  private void begun(LocalDateTime at) {
    Jobs.itIs(at);
    new Worker(port, "jjenterprise").report(Forms.hazard());
  }

  private static Map<String, String> signature() {
    return Map.of("signingDecision", "sign", "signatory", "王主任", "preparer", "李某");
  }

  private int drawn(String kind, String period) {
    return jdbc.queryForObject(
        "select count(*) from statistic where kind = ? and period = ?",
        Integer.class,
        kind,
        period);
  }

  private JsonNode figures(long id) {
    return Worker.read(office.get("/api/statistics/" + id)).path("table");
  }

  private static List<String> numbers(Worker worker) {
    HttpResponse<String> answer = worker.get("/api/statistics?size=200");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Worker.read(answer).findValuesAsText("number");
  }

  private long id(String number) {
    return (Long) row(number).get("id");
  }

  private Map<String, Object> row(String number) {
    String[] parts = number.split("-");
    String period = parts[1].substring(0, 4) + "-" + parts[1].substring(4);
    return jdbc.queryForMap(
        "select * from statistic where kind = ? and area_code = ? and period = ? and version = ?",
        number.startsWith("ZL") ? "TREATMENT" : "REPORTING",
        number.substring(2, 8),
        period,
        parts.length == 3 ? Integer.parseInt(parts[2]) : 1);
  }

  private static String pdf(Worker worker, long id) {
    return Pdfs.text(worker.bytes("/api/statistics/" + id + "/export.pdf"));
  }

  private static String xlsx(Worker worker, long id) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(
            new ByteArrayInputStream(worker.bytes("/api/statistics/" + id + "/export.xlsx")))) {
      StringBuilder text = new StringBuilder();
      workbook
          .getFirstSheet()
          .read()
          .forEach(row -> row.forEach(cell -> text.append(cell == null ? "" : cell.getText())));
      return text.toString();
    }
  }

  private void committed(String sql, Object... values) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, values));
  }
}
