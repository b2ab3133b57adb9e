package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import rectify.evidence.Photos;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.light.Light;
import rectify.light.Lights;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.MonthOpening;
import rectify.selfcheck.SelfChecks;

/** Months of self-checks as enterprises, townships and departments live them. */
@WholeSystem
@TestPropertySource(properties = "rectify.test=self-check")
class SelfCheckIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private MonthOpening opening;
  @Autowired private SelfChecks checks;
  @Autowired private SelfCheckReminder reminder;
  @Autowired private Lights lights;
  @Autowired private Hazards hazards;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private Scheduler scheduler;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;

  @BeforeEach
  void begin() {
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_failure_becomes_a_hazard_with_its_place_post_and_item() {
    String number = opened("jjenterprise", YearMonth.of(2026, 3));
    String task = enterprise.task(number, "Activity_Check");
    JsonNode form = form(enterprise, task);
    assertThat(form.path("checkSummary").path("value").asText())
        .contains(number)
        .contains("本企业清单第1版");
    JsonNode item = item(form, "刷胶工】");

    assertThat(new Worker(port, "naenterprise").submit(task, Map.of()).statusCode())
        .as("another enterprise")
        .isBetween(400, 499);
    String another =
        StreamSupport.stream(
                read(form.path("checkItems").path("value").asText()).spliterator(), false)
            .filter(one -> !one.path("label").asText().contains("刷胶工"))
            .map(one -> one.path("value").asText())
            .findFirst()
            .orElseThrow();
    expect(204, submit(task, List.of(item.path("value").asText(), another), "林厂长"));

    assertThat(check("jjenterprise", "2026-03"))
        .containsEntry("status", "SUBMITTED")
        .containsEntry("failed_count", 2)
        .containsEntry("list_version", 1)
        .containsEntry("signatory", "林厂长")
        .containsEntry("submitted_by", "jjenterprise");
    List<String> findings =
        enterprise.tasks(number, "Activity_DescribeFinding").findValuesAsText("id");
    assertThat(findings).hasSize(2);
    String finding =
        findings.stream()
            .filter(
                one ->
                    form(enterprise, one).path("location").path("value").asText().contains("刷胶工"))
            .findFirst()
            .orElseThrow();
    String other = findings.get(1 - findings.indexOf(finding));
    JsonNode proposed = form(enterprise, finding);
    String place = proposed.path("location").path("value").asText();
    String content = item.path("label").asText().replaceFirst("^【.*?】", "");
    assertThat(place).isEqualTo("成型车间 刷胶工");
    assertThat(proposed.path("findingSummary").path("value").asText()).contains("刷胶工");
    Map<String, Object> corrected =
        Map.of(
            "location", place,
            "description", "胶桶敞口",
            "level", "general",
            "rectifiedOnSpot", true,
            "onSpotMeasures", "已加盖");
    assertThat(enterprise.submit(finding, corrected).body()).contains("整改后照片");
    photo(other);
    assertThat(enterprise.submit(finding, corrected).body())
        .as("a photo of another failure proves nothing of this one")
        .contains("整改后照片");
    photo(finding);
    expect(204, enterprise.submit(finding, corrected));

    Map<String, Object> raised =
        jdbc.queryForMap(
            """
            select h.*, f.post as post, f.item as item, f.place as place
            from self_check_finding f
            join hazard h on h.id = f.hazard_id
            join self_check s on s.id = f.self_check_id
            where s.period = '2026-03' and s.enterprise_id = ?
            """,
            enterpriseOf("jjenterprise"));
    assertThat(raised)
        .containsEntry("location", place)
        .containsEntry("place", "成型车间")
        .containsEntry("post", "刷胶工")
        .containsEntry("item", content)
        .containsEntry("source", "SELF_REPORT")
        .containsEntry("found_by", "jjenterprise")
        .containsEntry("status", "REPORTED");
    assertThat((String) raised.get("description")).startsWith("胶桶敞口").contains(content);
    String hazard = hazards.get((Long) raised.get("id")).caseNumber();
    township.task(hazard, "Activity_Verify");
    assertThat(
            jdbc.queryForList(
                "select case_number from evidence where task_id in (?, ?) order by id",
                String.class,
                finding,
                other))
        .containsExactly(number, hazard);
    expect(
        204,
        enterprise.submit(
            other,
            Map.of(
                "location", "厂区",
                "description", "标志脱落",
                "level", "general",
                "rectifiedOnSpot", true,
                "onSpotMeasures", "已装复")));
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isZero();
  }

  @Test
  void a_zero_report_needs_the_completed_list_and_its_signatory() {
    String number = opened("jjenterprise", YearMonth.of(2026, 4));
    String task = enterprise.task(number, "Activity_Check");

    HttpResponse<String> unanswered = new SheetAnswers(enterprise, task).sign("林厂长");
    assertThat(unanswered.statusCode()).isEqualTo(400);
    assertThat(unanswered.body()).contains("没有回答").contains("请逐项选择");
    expect(400, submit(task, List.of(), ""));
    assertThat(submit(task, List.of(), "").body()).contains("请填写“签字人”");
    assertThat(check("jjenterprise", "2026-04")).containsEntry("status", "OPEN");

    expect(204, submit(task, List.of(), "林厂长"));

    assertThat(check("jjenterprise", "2026-04"))
        .containsEntry("status", "SUBMITTED")
        .containsEntry("failed_count", 0);
  }

  @Test
  void an_enterprise_without_a_list_checks_what_its_guides_say() {
    String period = "2026-02";
    Jobs.itIs(LocalDateTime.of(2026, 2, 1, 0, 10));
    opening.open(YearMonth.parse(period));
    Map<String, Object> row =
        jdbc.queryForMap(
            """
            select s.* from self_check s
            where s.period = ? and not exists (
              select 1 from checklist c where c.enterprise_id = s.enterprise_id)
            order by s.id limit 1
            """,
            period);
    people.createPerson("nolist", "演示无清单", Visitor.PASSWORD);
    people.join("nolist", "ent" + row.get("enterprise_id"));
    people.joinTenant("nolist", (String) row.get("county_code"));
    Worker officer = new Worker(port, "nolist");

    String number = checks.get((Long) row.get("id")).number();
    JsonNode form = form(officer, officer.task(number, "Activity_Check"));

    assertThat(form.path("checkSummary").path("value").asText()).contains("尚未确认本企业清单");
    assertThat(read(form.path("checkItems").path("value").asText())).isNotEmpty();
  }

  @Test
  void who_does_not_report_is_detected_listed_for_the_township_and_missed() {
    YearMonth period = YearMonth.of(2026, 7);
    String number = opened("jjenterprise", period);

    pass(LocalDateTime.of(2026, 7, 25, 9, 0), number);
    assertThat(check("jjenterprise", "2026-07").get("detected_at")).isNotNull();
    assertThat(rows(township, "2026-07&detected=true")).contains(number);
    assertThat(rows(new Worker(port, "shuitou1"), "2026-07&detected=true")).isEmpty();

    pass(LocalDateTime.of(2026, 8, 1, 7, 30), number);
    assertThat(check("jjenterprise", "2026-07")).containsEntry("status", "LATE");
    assertThat(lights.of(enterpriseOf("jjenterprise")).color()).isEqualTo(Light.Color.YELLOW);
    assertThat(reminder.sweep()).isOne();
    assertThat(reminder.sweep()).as("asked once").isZero();
    String list = "WB350582103-202607";
    String task = township.task(list, "Activity_CheckUp");
    assertThat(form(township, task).path("lateList").path("value").asText())
        .contains("未按时自查 1 家")
        .contains("逾期未报");

    pass(LocalDateTime.of(2026, 8, 6, 9, 0), list);
    Worker office = new Worker(port, "jjoffice");
    office.task(list, "Activity_SuperviseTownship");
    pass(LocalDateTime.of(2026, 8, 10, 9, 0), number);
    assertThat(check("jjenterprise", "2026-07")).containsEntry("status", "MISSED");
    assertThat(enterprise.tasks(number, "Activity_Check")).isEmpty();

    pass(LocalDateTime.of(2026, 8, 11, 9, 0), list);
    assertThat(
            jdbc.queryForList(
                "select recipient from notice where kind = 'OVERDUE' and detail like '%未按时督促属地核实'",
                String.class))
        .containsExactly("office350500");
    office.does(list, "Activity_SuperviseTownship", Map.of("countyOpinion", "请陈埭镇今日核实"));
    township.does(
        list, "Activity_CheckUp", Map.of("checkUpMeasure", "visit", "checkUpOpinion", "企业搬迁"));
    assertThat(jdbc.queryForMap("select * from self_check_reminder where period = '2026-07'"))
        .containsEntry("answered_by", "chendai1")
        .containsEntry("county_answered_by", "jjoffice");
    assertThat(
            jdbc.queryForList(
                "select r.authority_group from late_duty d join late_duty_rung r"
                    + " on r.late_duty_id = d.id where d.number = ? and d.ended_at is not null",
                String.class,
                list))
        .as("who was asked to see to it, until it was done")
        .containsExactly("dept350582emergency");
  }

  @Test
  void a_late_report_turns_the_light_back() {
    Worker late = new Worker(port, "naenterprise");
    String number = opened("naenterprise", YearMonth.of(2026, 11));
    pass(LocalDateTime.of(2026, 12, 2, 9, 0), number);
    assertThat(lights.of(enterpriseOf("naenterprise")).reason()).contains("自查未按时报送");

    expect(204, submit(late, late.task(number, "Activity_Check"), List.of(), "林厂长"));

    assertThat(check("naenterprise", "2026-11")).containsEntry("status", "SUBMITTED");
    assertThat(check("naenterprise", "2026-11").get("late_at")).isNotNull();
    assertThat(lights.of(enterpriseOf("naenterprise")).color()).isEqualTo(Light.Color.GREEN);
  }

  @Test
  void who_has_claimed_the_check_has_begun() {
    String number = opened("jjenterprise", YearMonth.of(2026, 5));
    tasks.setAssignee(enterprise.task(number, "Activity_Check"), "jjenterprise");

    pass(LocalDateTime.of(2026, 5, 25, 9, 0), number);

    assertThat(check("jjenterprise", "2026-05").get("detected_at")).isNull();
  }

  @Test
  void a_light_turns_yellow_and_red_and_asks_the_department_once() {
    long id = enterpriseOf("jjenterprise");
    Jobs.itIs(LocalDateTime.of(2026, 1, 5, 9, 0));
    String hazard = enterprise.report(Forms.hazard());
    lights.refresh(List.of(id));
    assertThat(lights.of(id).reason()).doesNotContain("整改期限将至");

    Jobs.itIs(LocalDateTime.of(2026, 1, 9, 9, 0));
    lights.sweep();
    assertThat(lights.of(id).color()).isEqualTo(Light.Color.YELLOW);
    assertThat(lights.of(id).reason()).contains("1项隐患整改期限将至（最早2026年1月12日）");

    Jobs.itIs(LocalDateTime.of(2026, 1, 13, 9, 0));
    lights.sweep();
    lights.sweep();
    assertThat(lights.of(id).color()).isEqualTo(Light.Color.RED);
    List<Long> reds =
        jdbc.queryForList("select id from red_light where enterprise_id = ?", Long.class, id);
    assertThat(reds).hasSize(1);
    String red = "HD-%07d".formatted(reds.get(0));
    Worker department = new Worker(port, "jjemergency1");
    assertThat(
            form(department, department.task(red, "Activity_AttendRedLight"))
                .path("lightSummary")
                .path("value")
                .asText())
        .contains("1项隐患逾期未整改");
    assertThat(department.get("/api/enterprises/lights?color=RED").body()).contains("\"RED\"");
    assertThat(new Worker(port, "naenterprise").get("/api/enterprises/lights").body())
        .doesNotContain("\"enterpriseId\":" + id + ",");

    enterprise.does(hazard, "Activity_Rectify", Forms.rectified(LocalDate.of(2026, 1, 13)));
    lights.sweep();

    assertThat(lights.of(id).color()).isNotEqualTo(Light.Color.RED);
    assertThat(department.tasks(red, "Activity_AttendRedLight")).isEmpty();
  }

  private void photo(String task) {
    assertThat(enterprise.upload(task, "after", "整改后.jpg", Photos.unique()).statusCode())
        .isEqualTo(201);
  }

  /** Lets time pass for one instance; the thousands of others sleep on. */
  private void pass(LocalDateTime time, String businessKey) {
    Date end = Date.from(time.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    List<Job> due;
    do {
      due =
          runtime
              .createProcessInstanceQuery()
              .processInstanceBusinessKey(businessKey)
              .list()
              .stream()
              .flatMap(
                  instance ->
                      management
                          .createJobQuery()
                          .processInstanceId(instance.getId())
                          .duedateLowerThan(end)
                          .list()
                          .stream())
              .sorted(Comparator.comparing(Job::getDuedate))
              .toList();
      if (!due.isEmpty()) {
        ClockUtil.setCurrentTime(new Date(due.get(0).getDuedate().getTime() + 1000));
        management.executeJob(due.get(0).getId());
      }
    } while (!due.isEmpty());
    Jobs.itIs(time);
  }

  private String opened(String officer, YearMonth period) {
    Jobs.itIs(period.atDay(1).atTime(0, 10));
    opening.open(period);
    return checks.get((Long) check(officer, period.toString()).get("id")).number();
  }

  private Map<String, Object> check(String officer, String period) {
    return jdbc.queryForMap(
        "select * from self_check where enterprise_id = ? and period = ?",
        enterpriseOf(officer),
        period);
  }

  private long enterpriseOf(String officer) {
    return people.find(officer).orElseThrow().standing().enterprises().iterator().next();
  }

  private static JsonNode form(Worker worker, String task) {
    HttpResponse<String> answer =
        worker.get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false");
    expect(200, answer);
    return Worker.read(answer);
  }

  private static JsonNode item(JsonNode form, String label) {
    for (JsonNode item : read(form.path("checkItems").path("value").asText())) {
      if (item.path("label").asText().contains(label)) {
        return item;
      }
    }
    throw new AssertionError(form.path("checkItems").toString());
  }

  private HttpResponse<String> submit(String task, List<String> failed, String signatory) {
    return submit(enterprise, task, failed, signatory);
  }

  private static HttpResponse<String> submit(
      Worker worker, String task, List<String> failed, String signatory) {
    SheetAnswers sheet = new SheetAnswers(worker, task);
    sheet.all(failed);
    return sheet.sign(signatory);
  }

  private static List<String> rows(Worker worker, String query) {
    HttpResponse<String> answer = worker.get("/api/self-checks?size=200&period=" + query);
    expect(200, answer);
    return Worker.read(answer).path("rows").findValuesAsText("number");
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  void only_the_city_opens_a_month_and_only_the_one_that_is_now() throws SchedulerException {
    Jobs.itIs(LocalDateTime.of(2026, 6, 2, 9, 0));
    String path = "/api/self-checks/months/";

    HttpResponse<String> county = new Worker(port, "jjoffice").post(path + "2026-06", Map.of());
    assertThat(county.statusCode()).isEqualTo(403);
    HttpResponse<String> next = new Worker(port, "cityoffice").post(path + "2026-08", Map.of());
    assertThat(next.statusCode()).isEqualTo(400);
    assertThat(next.body()).contains("只能开启本月（2026年6月）的自查");

    HttpResponse<String> asked = new Worker(port, "cityoffice").post(path + "2026-06", Map.of());
    expect(202, asked);
    assertThat(Worker.read(asked).path("opened").asLong()).isZero();
    assertThat(Worker.read(asked).path("due").asLong()).isPositive();
    expect(200, new Worker(port, "cityoffice").get(path + "2026-06"));
    assertThat(scheduler.getTriggersOfJob(JobKey.jobKey("month-opening")))
        .as("what Quartz still has to do, told to every node")
        .anyMatch(trigger -> "2026-06".equals(trigger.getJobDataMap().getString("period")));
  }

  private static void expect(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
