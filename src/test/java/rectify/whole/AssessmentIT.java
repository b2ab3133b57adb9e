package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.assessment.Assessments;
import rectify.evidence.Photos;
import rectify.identity.People;
import rectify.light.Lights;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.MonthOpening;

/** What is held against enterprises and authorities, and how they answer. */
@WholeSystem
@TestPropertySource(properties = "rectify.test=assessment")
class AssessmentIT {

  @Autowired private Assessments assessments;
  @Autowired private MonthOpening opening;
  @Autowired private SelfCheckReminder reminder;
  @Autowired private Lights lights;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @LocalServerPort private int port;

  private Jobs jobs;
  private Worker enterprise;

  @BeforeEach
  void begin() {
    jobs = new Jobs(management, runtime);
    enterprise = new Worker(port, "jjenterprise");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void what_an_enterprise_did_late_is_scored_once_and_explained_if_it_asks_to() {
    Jobs.itIs(LocalDateTime.of(2026, 3, 1, 0, 10));
    opening.open(YearMonth.of(2026, 3));
    String check = check("jjenterprise", "2026-03");
    Jobs.itIs(LocalDateTime.of(2026, 3, 2, 9, 0));
    String late = enterprise.report(Forms.hazard());
    jobs.until(LocalDateTime.of(2026, 4, 9, 6, 0), check, late);

    int found = assessments.assess(YearMonth.of(2026, 3));

    assertThat(found).isPositive();
    assertThat(assessments.assess(YearMonth.of(2026, 3))).as("assessed again").isZero();
    Map<String, Object> missed = finding("MISSED_REPORT", "2026-03", groupOf("jjenterprise"));
    assertThat(missed).containsEntry("status", "OPEN").containsEntry("asked_at", null);
    assertThat((String) missed.get("evidence")).contains(check);
    Map<String, Object> overdue =
        finding("RECTIFICATION_OVERDUE", "2026-03", groupOf("jjenterprise"));
    assertThat((String) overdue.get("evidence")).contains(late).contains("2026年3月9日");
    assertThat(overdue.get("points").toString()).isEqualTo("4.0");

    JsonNode score = score("2026-03", enterprise);
    assertThat(score.path("score").asDouble()).isEqualTo(86);
    assertThat(rate(score, "按时上报率")).isEqualTo("0.00%");
    assertThat(rate(score, "按时整改率")).isEqualTo("0.00%");

    String path = "/api/assessment-findings/" + missed.get("id");
    assertThat(new Worker(port, "chendai1").post(path + "/explanation", Map.of()).statusCode())
        .as("only the enterprise itself")
        .isEqualTo(403);
    assertThat(new Worker(port, "naenterprise").get(path).statusCode()).isEqualTo(404);
    assertThat(mayAsk(enterprise, path)).isTrue();
    assertThat(mayAsk(new Worker(port, "chendai1"), path)).isFalse();
    HttpResponse<String> asked = enterprise.post(path + "/explanation", Map.of());
    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(enterprise.post(path + "/explanation", Map.of()).statusCode()).isEqualTo(409);
    assertThat(mayAsk(enterprise, path)).isFalse();
    String number = Worker.read(asked).path("number").asText();
    assertThat(facts(enterprise, number, "Activity_Explain")).contains(check).contains("自查未报");
    enterprise.does(number, "Activity_Explain", Map.of("explanation", "当月停产，已书面报备"));
    Worker department = new Worker(port, "jjemergency1");
    assertThat(facts(department, number, "Activity_Review")).contains("当月停产");
    jobs.until(LocalDateTime.of(2026, 5, 11, 9, 0), number);
    assertThat(asked(number)).containsExactly("dept350500emergency", "office350582");
    new Worker(port, "jjoffice").task(number, "Activity_DutyOffice");
    department.does(
        number, "Activity_Review", Map.of("reviewResult", "withdrawn", "reviewOpinion", "属实"));

    assertThat(finding("MISSED_REPORT", "2026-03", groupOf("jjenterprise")))
        .containsEntry("status", "WITHDRAWN")
        .containsEntry("answered_by", "jjenterprise")
        .containsEntry("reviewed_by", "jjemergency1");
    assertThat(score("2026-03", enterprise).path("score").asDouble()).isEqualTo(96);
    assertThat(new Worker(port, "jjoffice").tasks(number, "Activity_DutyOffice")).isEmpty();
  }

  /** Who was set on a piece of work that is no case's and was not done by its day. */
  private List<String> asked(String number) {
    return jdbc.queryForList(
        "select r.authority_group from late_duty d"
            + " join late_duty_rung r on r.late_duty_id = d.id"
            + " where d.number = ? and d.hazard_id is null order by r.asked_at",
        String.class,
        number);
  }

  @Test
  void an_authority_that_lets_its_time_pass_is_asked_and_what_it_does_not_explain_stands() {
    Jobs.itIs(LocalDateTime.of(2026, 5, 1, 0, 10));
    opening.open(YearMonth.of(2026, 5));
    String check = check("jjenterprise", "2026-05");
    Jobs.itIs(LocalDateTime.of(2026, 6, 1, 9, 0));
    String unverified = enterprise.report(Forms.corrected());
    String ladder = enterprise.report(Forms.hazard());
    jobs.until(LocalDateTime.of(2026, 6, 1, 10, 0), check);
    reminder.sweep();
    jobs.until(LocalDateTime.of(2026, 6, 10, 9, 0), unverified, ladder, "WB350582103-202605");
    lights.sweep();
    String red =
        "HD-%07d".formatted(jdbc.queryForObject("select max(id) from red_light", Long.class));
    jobs.until(LocalDateTime.of(2026, 7, 8, 6, 0), unverified, ladder, red);

    assertThat(assessments.assess(YearMonth.of(2026, 6))).isPositive();
    assertThat(asked("WB350582103-202605")).containsExactly("dept350582emergency");
    assertThat(asked(red)).containsExactly("dept350500emergency", "office350582");

    String township = "town350582103";
    Map<String, Object> duty = finding("DUTY_OVERDUE", "2026-06", township);
    assertThat((String) duty.get("evidence")).contains(unverified).contains("验收");
    assertThat(duty).containsEntry("reviewer_group", "office350582");
    assertThat((String) finding("RUNG_UNANSWERED", "2026-06", township).get("evidence"))
        .contains(ladder)
        .contains("乡镇催办");
    assertThat((String) finding("RUNG_UNANSWERED", "2026-06", "office350582").get("evidence"))
        .contains("县安委办督办函");
    assertThat(finding("RUNG_UNANSWERED", "2026-06", "office350582"))
        .containsEntry("reviewer_group", "office350500");
    assertThat((String) finding("LATE_LIST_UNANSWERED", "2026-06", township).get("evidence"))
        .contains("WB350582103-202605");
    assertThat(
            (String)
                finding("RED_LIGHT_UNANSWERED", "2026-06", "dept350582emergency").get("evidence"))
        .contains("期满未处置");

    String number = "KP-202606-%07d".formatted((Long) duty.get("id"));
    assertThat(facts(new Worker(port, "chendai1"), number, "Activity_Explain"))
        .contains(unverified);
    jobs.until(LocalDateTime.of(2026, 7, 16, 9, 0), number);
    assertThat(finding("DUTY_OVERDUE", "2026-06", township))
        .containsEntry("status", "UPHELD")
        .containsEntry("reviewed_by", null);
    JsonNode row = authority("2026-06", township, new Worker(port, "jjoffice"));
    assertThat(row.path("points").asDouble()).isPositive();
    assertThat(rate(row, "亮灯企业查处率")).isEqualTo("—");
    String lit =
        jdbc.queryForObject(
            "select left(began_at, 7) from red_light order by id desc limit 1", String.class);
    assertThat(rate(authority(lit, "dept350582emergency", new Worker(port, "jjoffice")), "亮灯企业查处率"))
        .isEqualTo("0.00%");
    assertThat(
            new Worker(port, "naoffice")
                .get("/api/assessments?of=AUTHORITIES&period=2026-06")
                .body())
        .doesNotContain(township);
  }

  @Test
  void a_photo_that_was_proof_elsewhere_is_found_and_the_place_it_shows_too_is_not() {
    Jobs.itIs(LocalDateTime.of(2026, 8, 3, 9, 0));
    byte[] photo = Photos.jpeg(Photos.picture(42, 180, 160));
    String first = enterprise.report(Forms.hazard());
    String samePlace = enterprise.report(Forms.hazard());
    String elsewhere = enterprise.report(Forms.with(Forms.hazard(), Map.of("location", "3号仓库东门")));
    String honest = enterprise.report(Forms.with(Forms.hazard(), Map.of("location", "食堂")));
    String scaled = enterprise.report(Forms.with(Forms.hazard(), Map.of("location", "锅炉房")));
    for (String hazard : List.of(first, samePlace, elsewhere)) {
      rectify(hazard, photo);
    }
    rectify(scaled, Photos.jpeg(Photos.picture(42, 360, 320)));
    rectify(honest, Photos.unique());
    Jobs.itIs(LocalDateTime.of(2026, 9, 8, 6, 0));

    assessments.assess(YearMonth.of(2026, 8));

    Map<String, Object> found = finding("SAME_PHOTO", "2026-08", groupOf("jjenterprise"));
    assertThat((String) found.get("evidence")).contains(elsewhere).contains("是同一张");
    assertThat((String) found.get("evidence")).contains(scaled).contains("几乎完全相同");
    assertThat((String) found.get("evidence")).doesNotContain(honest);
    assertThat(found).containsEntry("occurrences", 2);
  }

  @Test
  void a_month_that_is_not_over_is_not_assessed_and_the_job_waits_for_the_days_of_grace() {
    Jobs.itIs(LocalDateTime.of(2026, 12, 5, 6, 0));

    assertThat(assessments.assessWhatIsDue()).isZero();
    assertThatThrownBy(() -> assessments.assess(YearMonth.of(2026, 12)))
        .hasMessageContaining("还没有结束");
  }

  @Test
  void months_that_were_passed_over_are_assessed_when_the_product_lives_again() {
    committed("insert into assessed_month values ('2025-08', '2025-09-09 06:00:00')");
    Jobs.itIs(LocalDateTime.of(2025, 12, 20, 6, 0));

    assessments.assessWhatIsDue();
    assessments.assessWhatIsDue();

    assertThat(jdbc.queryForList("select period from assessed_month order by period", String.class))
        .containsExactly("2025-08", "2025-09", "2025-10", "2025-11");
    committed("delete from assessed_month");
  }

  private void committed(String sql) {
    transaction.executeWithoutResult(status -> jdbc.update(sql));
  }

  private void rectify(String hazard, byte[] photo) {
    Map<String, Object> form = Forms.rectified(LocalDate.of(2026, 8, 3));
    String task = enterprise.task(hazard, "Activity_Rectify");
    assertThat(enterprise.upload(task, "after", "整改后.jpg", photo).statusCode()).isEqualTo(201);
    assertThat(enterprise.submit(task, form).statusCode()).isEqualTo(204);
  }

  private String facts(Worker worker, String number, String step) {
    HttpResponse<String> answer =
        worker.get(
            "/engine-rest/task/"
                + worker.task(number, step)
                + "/form-variables?deserializeValues=false");
    return Worker.read(answer).path("findingSummary").path("value").asText();
  }

  private static boolean mayAsk(Worker worker, String path) {
    return Worker.read(worker.get(path)).path("mayAskToExplain").asBoolean();
  }

  private JsonNode score(String period, Worker worker) {
    return Worker.read(worker.get("/api/assessments?period=" + period)).path("rows").get(0);
  }

  private static JsonNode authority(String period, String group, Worker worker) {
    JsonNode rows =
        Worker.read(worker.get("/api/assessments?of=AUTHORITIES&size=200&period=" + period))
            .path("rows");
    for (JsonNode row : rows) {
      if (row.path("subject").asText().equals(group)) {
        return row;
      }
    }
    throw new AssertionError(rows.toString());
  }

  private static String rate(JsonNode score, String indicator) {
    for (JsonNode it : score.path("indicators")) {
      if (it.path("name").asText().equals(indicator)) {
        return it.path("rate").asText();
      }
    }
    throw new AssertionError(score.toString());
  }

  private Map<String, Object> finding(String kind, String period, String subject) {
    return jdbc.queryForMap(
        "select * from assessment_finding where kind = ? and period = ? and subject = ?",
        kind,
        period,
        subject);
  }

  private String check(String officer, String period) {
    Map<String, Object> row =
        jdbc.queryForMap(
            "select * from self_check where enterprise_id = ? and period = ?",
            groupOf(officer).substring(3),
            period);
    return "ZC%s-%s-%07d"
        .formatted(row.get("county_code"), period.replace("-", ""), (Long) row.get("id"));
  }

  private String groupOf(String officer) {
    return "ent" + people.find(officer).orElseThrow().standing().enterprises().iterator().next();
  }
}
