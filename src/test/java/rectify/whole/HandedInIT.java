package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.evidence.Photos;
import rectify.identity.People;
import rectify.identity.Visitor;

/** What people are told of what they have handed in, and what they are offered to do next. */
@WholeSystem
class HandedInIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private People people;
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
  void what_became_of_a_form_is_told_to_whoever_handed_it_in_and_to_nobody_else() {
    String number = enterprise.report(Forms.hazard());
    String rectify = enterprise.task(number, "Activity_Rectify");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));

    JsonNode told = Worker.read(enterprise.get("/api/tasks/" + rectify + "/outcome"));
    assertThat(told.path("text").asText()).isEqualTo("“整改隐患”已办结，案件编号" + number + "。");
    assertThat(told.path("caseNumber").asText()).isEqualTo(number);
    assertThat(told.path("next")).hasSize(1);
    assertThat(told.at("/next/0/text").asText()).startsWith("下一步：验收，由晋江市陈埭镇办理，期限2026年3月");
    assertThat(told.at("/next/0/taskId").isNull()).isTrue();
    assertThat(township.get("/api/tasks/" + rectify + "/outcome").statusCode()).isEqualTo(404);

    String verify = township.task(number, "Activity_Verify");
    township.does(number, "Activity_Verify", Forms.verified("passed"));
    assertThat(
            Worker.read(township.get("/api/tasks/" + verify + "/outcome"))
                .at("/next/0/text")
                .asText())
        .isEqualTo("案件已销号。");
  }

  @Test
  void a_start_is_told_with_its_number_and_who_has_it_now() {
    Visitor officer = new Visitor(port).as("chendai1");
    String instance =
        officer
            .send(
                "POST",
                "/engine-rest/process-definition/key/inspection/submit-form",
                """
                {"variables": {"enterpriseQuery": {"value": "佳禾"},
                               "inspectionKind": {"value": "routine"}}}
                """)
            .body()
            .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

    JsonNode told = Worker.read(township.get("/api/starts/" + instance + "/outcome"));
    assertThat(told.path("text").asText()).startsWith("“监督检查”已提交，编号");
    assertThat(told.at("/next/0/text").asText()).startsWith("下一步：选择被检查单位，由您办理");
    assertThat(told.at("/next/0/taskId").asText()).isNotEmpty();
    assertThat(enterprise.get("/api/starts/" + instance + "/outcome").statusCode()).isEqualTo(404);
  }

  @Test
  void a_task_says_by_name_who_has_it_and_offers_what_is_not_refused() {
    String number = enterprise.report(Forms.corrected());
    String task = township.task(number, "Activity_Verify");
    Worker colleague = new Worker(port, "chendai2");
    assertThat(hold(township, task).path("state").asText()).isEqualTo("free");
    assertThat(hold(new Worker(port, "jjmanager"), task).path("text").asText())
        .isEqualTo("由晋江市陈埭镇办理，您可以查看。");

    township.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "chendai1"));

    assertThat(hold(township, task).path("state").asText()).isEqualTo("own");
    assertThat(hold(township, task).path("mayHandOver").asBoolean()).isTrue();
    assertThat(hold(colleague, task).path("state").asText()).isEqualTo("taken");
    assertThat(hold(colleague, task).path("text").asText())
        .startsWith("已由演示陈埭镇安监员甲（2026年3月2日 09:00）签收");
    assertThat(Worker.read(colleague.get("/api/tasks/cards?ids=" + task)).at("/0/holder").asText())
        .isEqualTo("演示陈埭镇安监员甲");

    String own = enterprise.task(enterprise.report(Forms.hazard()), "Activity_Rectify");
    enterprise.post("/engine-rest/task/" + own + "/claim", Map.of("userId", "jjenterprise"));
    boolean hasColleague = !Worker.read(enterprise.get("/api/deputies/candidates")).isEmpty();
    assertThat(hold(enterprise, own).path("mayHandOver").asBoolean())
        .as("hand it over where there is somebody to give it to")
        .isEqualTo(hasColleague);
  }

  @Test
  void what_is_of_no_use_to_a_person_is_not_offered() {
    assertThat(offered("jjenterprise").path("together")).isEmpty();
    assertThat(offered("jjoffice").path("together")).isEmpty();
    assertThat(offered("jjemergency1").path("together").toString()).isEqualTo("[\"accept\"]");
    assertThat(offered("chendai1").path("together").toString()).isEqualTo("[\"accept\",\"urge\"]");
    for (String person : List.of("jjenterprise", "jjoffice", "chendai1")) {
      boolean hasColleague =
          !Worker.read(new Worker(port, person).get("/api/deputies/candidates")).isEmpty();
      assertThat(offered(person).path("deputies").asBoolean()).isEqualTo(hasColleague);
      assertThat(offered(person).path("unit").asBoolean()).isTrue();
    }
  }

  @Test
  void a_person_in_no_unit_finds_empty_lists_and_no_failure() {
    String person = "homeless" + UUID.randomUUID().toString().substring(0, 6);
    people.createPerson(person, "张三", Visitor.PASSWORD);
    Worker homeless = new Worker(port, person);

    assertThat(offered(person).path("unit").asBoolean(true)).isFalse();
    for (JsonNode filter : Worker.read(homeless.get("/engine-rest/filter?itemCount=true"))) {
      assertThat(filter.path("itemCount").asInt()).isZero();
      HttpResponse<String> tasks =
          homeless.get("/engine-rest/filter/" + filter.path("id").asText() + "/list");
      assertThat(tasks.statusCode()).as(tasks.body()).isEqualTo(200);
    }
  }

  @Test
  void a_photo_of_an_earlier_round_is_not_offered_to_be_taken_back() {
    String number = enterprise.report(Forms.hazard());
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    township.does(number, "Activity_Verify", Forms.verified("failed"));
    String again = enterprise.task(number, "Activity_Rectify");
    enterprise.upload(again, "after", "再次整改.jpg", Photos.unique());

    JsonNode items = Worker.read(enterprise.get("/api/evidence/of-task/" + again)).path("items");
    for (JsonNode item : items) {
      boolean offered = item.path("withdrawable").asBoolean();
      assertThat(offered).as(item.toString()).isEqualTo(item.path("round").asInt() == 1);
      assertThat(enterprise.delete("/api/evidence/" + item.path("id").asLong()).statusCode())
          .isEqualTo(offered ? 204 : 409);
    }
    assertThat(items).hasSize(2);
  }

  @Test
  void a_name_is_one_word_family_name_first_whichever_way_it_was_entered() {
    String id = "zhangsan" + UUID.randomUUID().toString().substring(0, 6);
    Worker admin = new Worker(port, "admin");
    admin.post(
        "/engine-rest/user/create",
        Map.of(
            "profile",
            Map.of("id", id, "firstName", "三", "lastName", "张", "email", ""),
            "credentials",
            Map.of("password", Visitor.PASSWORD)));

    JsonNode profile = Worker.read(admin.get("/engine-rest/user/" + id + "/profile"));
    assertThat(profile.path("firstName").asText()).isEqualTo("张三");
    assertThat(profile.path("lastName").asText()).isEmpty();
    assertThat(people.nameOf(id)).isEqualTo("张三");
  }

  @Test
  void the_enterprise_hears_that_its_case_is_closed_and_is_led_to_it() {
    String number = enterprise.report(Forms.corrected());
    township.does(number, "Activity_Verify", Forms.verified("passed"));
    long id = Long.parseLong(number.substring(14));

    List<Map<String, Object>> told =
        jdbc.queryForList(
            "select recipient, detail from notice where kind = 'CLOSED' and case_id = ?", id);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).get("recipient").toString()).startsWith("ent");
    assertThat(told.get(0).get("detail").toString()).startsWith("验收合格，准予销号");
    assertThat(Visitor.path(new Visitor(port).loggedIn("jjenterprise").get("/case/" + id)))
        .isEqualTo("/city/cases/" + number);
    assertThat(new Visitor(port).loggedIn("naenterprise").get("/case/" + id).statusCode())
        .isEqualTo(404);
  }

  private static JsonNode hold(Worker who, String task) {
    return Worker.read(who.get("/api/tasks/" + task + "/case")).path("hold");
  }

  private JsonNode offered(String person) {
    return Worker.read(new Worker(port, person).get("/api/desk/offers"));
  }
}
