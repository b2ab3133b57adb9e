package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import rectify.identity.Visitor;

/** What the task list and the page of a task are told, and what they keep. */
@WholeSystem
class DeskIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_card_says_whose_where_how_grave_how_urgent_and_which_rung() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");

    JsonNode card = card(enterprise, task);
    assertThat(card.path("caseNumber").asText()).isEqualTo(number);
    assertThat(card.path("place").asText()).isEqualTo("晋江市陈埭镇");
    assertThat(card.path("location").asText()).isEqualTo("2号车间配电箱");
    assertThat(card.path("level").asText()).isEqualTo("一般隐患");
    assertThat(card.at("/urgency/text").asText()).isEqualTo("还剩5个工作日（7天）");
    assertThat(card.at("/urgency/tone").asText()).isEqualTo("calm");

    Jobs.itIs(LocalDateTime.of(2026, 3, 4, 9, 0));
    assertThat(card(enterprise, task).at("/urgency/text").asText()).isEqualTo("还剩3个工作日（5天）");
    assertThat(card(enterprise, task).at("/urgency/tone").asText()).isEqualTo("soon");
    Jobs.itIs(LocalDateTime.of(2026, 3, 9, 9, 0));
    assertThat(card(enterprise, task).at("/urgency/text").asText()).isEqualTo("今天到期");
    new Jobs(management, runtime).until(LocalDateTime.of(2026, 3, 13, 9, 0), number);
    assertThat(card(enterprise, task).at("/urgency/text").asText()).isEqualTo("已逾期4天");
    assertThat(card(enterprise, task).at("/urgency/tone").asText()).isEqualTo("late");
    assertThat(card(enterprise, task).path("rung").asText()).isEqualTo("县级部门督办");
  }

  @Test
  void cards_tell_nothing_of_the_tasks_of_others() {
    String own = enterprise.task(enterprise.report(Forms.hazard()), "Activity_Rectify");
    Worker other = new Worker(port, "naenterprise");
    String foreign = other.task(other.report(Forms.hazard()), "Activity_Rectify");

    JsonNode cards = Worker.read(enterprise.get("/api/tasks/cards?ids=" + own + "," + foreign));
    assertThat(cards).hasSize(1);
    assertThat(cards.get(0).path("taskId").asText()).isEqualTo(own);
  }

  @Test
  void the_page_of_a_task_tells_the_facts_the_rules_the_articles_and_what_happened() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    JsonNode page =
        Worker.read(
            township.get("/api/tasks/" + township.task(number, "Activity_Verify") + "/case"));

    assertThat(page.path("facts").findValuesAsText("label")).contains("案件编号", "整改措施");
    assertThat(page.path("facts").findValuesAsText("text")).contains("更换箱门，重新敷设导线");
    assertThat(page.path("why").findValuesAsText("label")).containsExactly("由谁办理", "责任判定", "期限判定");
    assertThat(page.at("/why/0/text").asText()).isEqualTo("晋江市陈埭镇");
    assertThat(page.at("/why/1/text").asText()).startsWith("第4行");
    assertThat(page.path("basis").findValuesAsText("label")).containsExactly("谁办", "办什么", "依据");
    assertThat(page.at("/basis/2/text").asText()).contains("《中华人民共和国安全生产法》");
    JsonNode last = page.path("timeline").get(page.path("timeline").size() - 1);
    assertThat(last.path("what").asText()).isEqualTo("报告整改");
    assertThat(last.path("who").asText()).isEqualTo("演示晋江企业安全员");
    assertThat(last.path("unit").asText()).contains("佳禾");
    assertThat(last.path("at").asText()).startsWith("2026-03-02T09:00");
  }

  @Test
  void the_page_of_a_finished_task_says_who_finished_it_and_when() {
    String number = enterprise.report(Forms.hazard());
    String task = enterprise.task(number, "Activity_Rectify");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));

    HttpResponse<String> answer = enterprise.get("/api/tasks/" + task + "/case");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Worker.read(answer).path("detail").asText())
        .isEqualTo("任务“整改隐患”已由演示晋江企业安全员于2026年3月2日 09:00办结，请刷新任务列表。");
  }

  @Test
  void a_draft_opens_for_its_writer_alone_and_goes_with_the_task() {
    String number = enterprise.report(Forms.corrected());
    String task = township.task(number, "Activity_Verify");

    save("chendai1", task, "{\"verificationOpinion\": \"箱门已装复\", \"hazardId\": 1}");
    save("chendai1", task, "{\"verificationOpinion\": \"箱门已装复，\", \"hazardId\": 1}");

    assertThat(formOf(township, task).at("/verificationOpinion/value").asText())
        .isEqualTo("箱门已装复，");
    assertThat(formOf(township, task).at("/hazardId/value").asLong())
        .isEqualTo(Long.parseLong(number.substring(14)));
    assertThat(formOf(new Worker(port, "chendai2"), task).has("verificationOpinion")).isFalse();

    township.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from task_draft where task_id = ?", Integer.class, task))
        .isZero();
    HttpResponse<String> late = save("chendai2", task, "{}");
    assertThat(late.statusCode()).isEqualTo(409);
  }

  @Test
  void what_was_begun_in_a_start_form_goes_when_it_is_sent_off() {
    String path = "/api/start-forms/%E7%9B%91%E7%9D%A3%E6%A3%80%E6%9F%A5/draft";
    Visitor officer = new Visitor(port).as("chendai1");
    assertThat(officer.send("PUT", path, "{\"enterpriseQuery\": \"佳禾\"}").statusCode())
        .isEqualTo(200);

    assertThat(Worker.read(township.get(path)).path("enterpriseQuery").asText()).isEqualTo("佳禾");
    assertThat(Worker.read(new Worker(port, "chendai2").get(path))).isEmpty();
    township.open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    assertThat(Worker.read(township.get(path))).isEmpty();
  }

  @Test
  void what_was_sent_back_is_corrected_and_not_typed_again() {
    String number = enterprise.report(Forms.hazard());
    assertThat(formOf(enterprise, enterprise.task(number, "Activity_Rectify")).has("measures"))
        .isFalse();
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("failed"));

    JsonNode form = formOf(enterprise, enterprise.task(number, "Activity_Rectify"));
    assertThat(form.at("/measures/value").asText()).isEqualTo("更换箱门，重新敷设导线");
    assertThat(form.at("/funds/value").asDouble()).isEqualTo(1200);
    assertThat(form.has("request")).isFalse();
    assertThat(form.has("rectifiedOn")).isFalse();
  }

  @Test
  void an_extension_is_offered_until_the_day_it_was_asked_for() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.extension(LocalDate.of(2026, 3, 20)));

    JsonNode form = formOf(township, township.task(number, "Activity_DecideExtension"));
    assertThat(form.at("/grantedDueAt/value").asText()).isEqualTo("2026-03-20");
    assertThat(form.has("extensionDecision")).isFalse();
  }

  @Test
  void followed_cases_fill_a_list_of_their_own() {
    String number = enterprise.report(Forms.hazard());
    Worker manager = new Worker(port, "jjmanager");
    assertThat(list(enterprise, "已关注")).doesNotContain(number);

    follow("PUT", "jjenterprise", number);
    follow("PUT", "jjenterprise", number);
    follow("PUT", "jjmanager", number);

    assertThat(list(enterprise, "已关注")).contains(number);
    assertThat(list(manager, "已关注")).contains(number);
    assertThat(Worker.read(enterprise.get("/api/follows")).findValuesAsText("caseNumber"))
        .contains(number);
    follow("DELETE", "jjenterprise", number);
    assertThat(list(enterprise, "已关注")).doesNotContain(number);
    assertThat(list(manager, "已关注")).contains(number);
  }

  @Test
  void due_soon_means_three_working_days() {
    String number = enterprise.report(Forms.hazard());

    Jobs.itIs(LocalDateTime.of(2026, 3, 3, 9, 0));
    assertThat(list(enterprise, "即将到期")).doesNotContain(number);
    Jobs.itIs(LocalDateTime.of(2026, 3, 4, 9, 0));
    assertThat(list(enterprise, "即将到期")).contains(number);
    Jobs.itIs(LocalDateTime.of(2026, 3, 10, 9, 0));
    assertThat(list(enterprise, "即将到期")).doesNotContain(number);
    assertThat(list(enterprise, "已逾期")).contains(number);
  }

  private JsonNode card(Worker worker, String task) {
    return Worker.read(worker.get("/api/tasks/cards?ids=" + task)).get(0);
  }

  private JsonNode formOf(Worker worker, String task) {
    return Worker.read(worker.get("/engine-rest/task/" + task + "/form-variables"));
  }

  /** The case numbers of a list's tasks. */
  private List<String> list(Worker worker, String name) {
    String id = "";
    for (JsonNode filter : Worker.read(worker.get("/engine-rest/filter"))) {
      id = filter.path("name").asText().equals(name) ? filter.path("id").asText() : id;
    }
    String tasks =
        String.join(
            ",",
            Worker.read(worker.get("/engine-rest/filter/" + id + "/list")).findValuesAsText("id"));
    return tasks.isEmpty()
        ? List.of()
        : Worker.read(worker.get("/api/tasks/cards?ids=" + tasks)).findValuesAsText("caseNumber");
  }

  private HttpResponse<String> save(String person, String task, String content) {
    return new Visitor(port).as(person).send("PUT", "/api/tasks/" + task + "/draft", content);
  }

  private void follow(String method, String person, String number) {
    HttpResponse<String> answer =
        new Visitor(port).as(person).send(method, "/api/follows/" + number, "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }
}
