package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.Visitor;

/** Colleagues who take work off each other, judged by our tables. */
@WholeSystem
class HelpingIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker first;
  private Worker second;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    first = new Worker(port, "chendai1");
    second = new Worker(port, "chendai2");
  }

  @AfterEach
  void reset() {
    ClockUtil.reset();
    transaction.executeWithoutResult(status -> jdbc.update("delete from deputy"));
  }

  @Test
  void a_task_is_handed_over_to_a_colleague_who_is_told_and_does_it() {
    String number = enterprise.report(Forms.corrected());
    String task = first.task(number, "Activity_Verify");
    assertRefused(handOver(first, task, "chendai2"), 409, "请先签收");
    claim("chendai1", task);
    assertThat(names(first.get("/api/tasks/" + task + "/colleagues")))
        .contains("chendai2")
        .doesNotContain("chendai1", "jjemergency1", "shuitou1");

    assertRefused(handOver(first, task, "jjemergency1"), 400, "同单位同事");
    assertRefused(handOver(first, task, "shuitou1"), 400, "同单位同事");
    assertRefused(handOver(second, task, "chendai1"), 409, "请先签收");
    assertThat(handOver(first, task, "chendai2").statusCode()).isEqualTo(204);

    assertThat(first.submit(task, Forms.verified("passed")).statusCode()).isEqualTo(409);
    second.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(hazard(number)).containsEntry("closed_by", "chendai2");
    assertThat(details(number, "HANDED_OVER")).containsExactly("“验收”由演示陈埭镇安监员甲转交演示陈埭镇安监员乙：明天出差");
    assertThat(
            jdbc.queryForList(
                "select recipient from notice where kind = 'HANDED_OVER' and task_id = ?",
                String.class,
                task))
        .containsExactly("chendai2");
  }

  @Test
  void many_hazards_rectified_on_the_spot_are_accepted_together_and_the_rest_is_refused() {
    String one = enterprise.report(Forms.corrected());
    String two = enterprise.report(Forms.corrected());
    String taken = enterprise.report(Forms.corrected());
    String slow = enterprise.report(Forms.hazard());
    enterprise.does(slow, "Activity_Rectify", Forms.rectified(TODAY));
    String elsewhere = new Worker(port, "naenterprise").report(Forms.corrected());
    claim("chendai2", second.task(taken, "Activity_Verify"));
    List<String> tasks =
        List.of(
            first.task(one, "Activity_Verify"),
            first.task(slow, "Activity_Verify"),
            new Worker(port, "shuitou1").task(elsewhere, "Activity_Verify"),
            first.task(taken, "Activity_Verify"),
            first.task(two, "Activity_Verify"));
    assertThat(ids(first.get("/api/tasks/bulk?action=accept")))
        .contains(tasks.get(0), tasks.get(4))
        .doesNotContain(tasks.get(1), tasks.get(2), tasks.get(3));

    JsonNode lines = Worker.read(bulk(first, "accept", tasks, null));

    assertThat(lines.findValuesAsText("done"))
        .containsExactly("true", "false", "false", "false", "true");
    assertThat(lines.get(1).path("reason").asText()).contains("不是当场整改");
    assertThat(lines.get(2).path("reason").asText()).contains("找不到这项任务");
    assertThat(lines.get(2).path("title").isNull()).isTrue();
    assertThat(lines.get(3).path("reason").asText()).contains("已由演示陈埭镇安监员乙签收");
    for (String closed : List.of(one, two)) {
      assertThat(hazard(closed))
          .containsEntry("status", "CLOSED")
          .containsEntry("closed_by", "chendai1")
          .containsEntry("closing_opinion", "照片核对无误");
    }
    for (String open : List.of(slow, elsewhere, taken)) {
      assertThat(hazard(open)).doesNotContainEntry("status", "CLOSED");
    }
  }

  @Test
  void a_township_urges_its_late_cases_together() {
    String one = enterprise.report(Forms.hazard());
    String two = enterprise.report(Forms.hazard());
    new Jobs(management, runtime).until(TODAY.plusDays(9).atTime(9, 0), one, two);
    List<String> tasks =
        List.of(first.task(one, "Activity_Township"), first.task(two, "Activity_Township"));
    assertRefused(bulk(first, "urge", tasks, null), 400, "请选择督办方式");

    JsonNode lines = Worker.read(bulk(first, "urge", tasks, "phone"));

    assertThat(lines.findValuesAsText("done")).containsExactly("true", "true");
    for (String number : List.of(one, two)) {
      assertThat(details(number, "SUPERVISION_ANSWERED")).containsExactly("乡镇催办：照片核对无误");
      assertThat(
              jdbc.queryForObject(
                  "select count(*) from notice where kind = 'URGED' and case_id = ?",
                  Integer.class,
                  id(number)))
          .isOne();
    }
  }

  @Test
  void a_deputy_does_an_absent_colleagues_tasks_until_the_last_day() {
    String number = enterprise.report(Forms.corrected());
    String another = enterprise.report(Forms.corrected());
    String task = first.task(number, "Activity_Verify");
    claim("chendai1", task);
    claim("chendai1", first.task(another, "Activity_Verify"));
    assertThat(second.submit(task, Forms.verified("passed")).statusCode()).isEqualTo(409);

    assertRefused(depute(first, "jjemergency1"), 400, "本单位的同事");
    assertThat(depute(first, "chendai2").statusCode()).isEqualTo(204);
    assertRefused(depute(first, "chendai2"), 409, "已委托");
    assertThat(second.get("/api/tasks/absent").body()).contains(task, "演示陈埭镇安监员甲");
    assertThat(second.post("/api/tasks/" + task + "/take-over", Map.of()).statusCode())
        .isEqualTo(204);
    second.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(hazard(number)).containsEntry("closed_by", "chendai2");
    assertThat(
            jdbc.queryForObject(
                "select actor_name from hazard_event where hazard_id = ? and kind = 'CLOSED'",
                String.class,
                id(number)))
        .isEqualTo("演示陈埭镇安监员乙（代演示陈埭镇安监员甲办理）");
    Jobs.itIs(MONDAY.plusDays(5));
    String left = first.task(another, "Activity_Verify");
    assertThat(second.submit(left, Forms.verified("passed")).statusCode()).isEqualTo(409);
    assertThat(second.post("/api/tasks/" + left + "/take-over", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(second.get("/api/tasks/absent").body()).isEqualTo("[]");
  }

  @Test
  void a_colleague_takes_back_what_the_deputy_has_not_done() {
    String number = enterprise.report(Forms.corrected());
    String task = first.task(number, "Activity_Verify");
    claim("chendai1", task);
    depute(first, "chendai2");
    second.post("/api/tasks/" + task + "/take-over", Map.of());
    assertThat(first.submit(task, Forms.verified("passed")).statusCode()).isEqualTo(409);

    assertThat(first.get("/api/tasks/absent").body()).contains(task, "\"mine\":true");
    assertThat(first.post("/api/tasks/" + task + "/take-over", Map.of()).statusCode())
        .isEqualTo(204);
    first.does(number, "Activity_Verify", Forms.verified("passed"));

    assertThat(
            jdbc.queryForObject(
                "select actor_name from hazard_event where hazard_id = ? and kind = 'CLOSED'",
                String.class,
                id(number)))
        .isEqualTo("演示陈埭镇安监员甲");
  }

  @Test
  void nobody_but_the_person_and_the_administrator_names_a_deputy() {
    Map<String, String> forTheFirst =
        Map.of(
            "person", "chendai1", "deputy", "chendai2", "from", "2026-03-02", "to", "2026-03-04");

    assertThat(second.post("/api/deputies", forTheFirst).statusCode()).isEqualTo(404);
    assertThat(new Worker(port, "admin").post("/api/deputies", forTheFirst).statusCode())
        .isEqualTo(204);
    String id = Worker.read(second.get("/api/deputies")).get(0).path("id").asText();
    Visitor shuitou = new Visitor(port).as("shuitou1");
    assertThat(shuitou.send("DELETE", "/api/deputies/" + id, "").statusCode()).isEqualTo(404);
    assertThat(shuitou.get("/api/deputies").body()).isEqualTo("[]");
  }

  private HttpResponse<String> depute(Worker person, String deputy) {
    return person.post(
        "/api/deputies",
        Map.of("deputy", deputy, "from", TODAY.toString(), "to", TODAY.plusDays(4).toString()));
  }

  private static HttpResponse<String> handOver(Worker from, String task, String to) {
    return from.post("/api/tasks/" + task + "/hand-over", Map.of("to", to, "note", "明天出差"));
  }

  private static HttpResponse<String> bulk(
      Worker person, String action, List<String> tasks, String measure) {
    return person.post(
        "/api/tasks/bulk",
        measure == null
            ? Map.of("action", action, "tasks", tasks, "opinion", "照片核对无误")
            : Map.of("action", action, "tasks", tasks, "opinion", "照片核对无误", "measure", measure));
  }

  private void claim(String person, String task) {
    HttpResponse<String> answer =
        new Worker(port, person)
            .post("/engine-rest/task/" + task + "/claim", Map.of("userId", person));
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(why);
  }

  private static List<String> names(HttpResponse<String> answer) {
    return Worker.read(answer).findValuesAsText("id");
  }

  private static List<String> ids(HttpResponse<String> answer) {
    return StreamSupport.stream(Worker.read(answer).spliterator(), false)
        .map(task -> task.path("id").asText())
        .toList();
  }

  private Map<String, Object> hazard(String number) {
    return jdbc.queryForMap("select * from hazard where id = ?", id(number));
  }

  private List<String> details(String number, String kind) {
    return jdbc.queryForList(
        "select detail from hazard_event where hazard_id = ? and kind = ? order by seq",
        String.class,
        id(number),
        kind);
  }

  private static long id(String number) {
    return Long.parseLong(number.substring(14));
  }
}
