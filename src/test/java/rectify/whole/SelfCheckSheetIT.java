package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static rectify.whole.SheetAnswers.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.checklist.Checklists;
import rectify.engine.Trusted;
import rectify.evidence.Photos;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.profile.ProfileDetails;
import rectify.profile.ProfileDetails.PostDetails;
import rectify.profile.Profiles;
import rectify.selfcheck.MonthOpening;
import rectify.selfcheck.SelfCheck;

/** A self-check answered item by item, over the doors its panel uses. */
@WholeSystem
@TestPropertySource(properties = "rectify.test=self-check")
class SelfCheckSheetIT {

  private static final String PERIOD = "2026-10";

  @Autowired private MonthOpening opening;
  @Autowired private Checklists checklists;
  @Autowired private Profiles profiles;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private SelfCheck selfCheck;
  @LocalServerPort private int port;

  @BeforeEach
  void a_month_is_open() {
    Jobs.itIs(LocalDateTime.of(2026, 10, 1, 0, 10));
    opening.open(YearMonth.parse(PERIOD));
    Jobs.itIs(LocalDateTime.of(2026, 10, 9, 10, 0));
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void every_item_is_answered_with_its_words_before_the_list_is_signed() {
    Firm firm = firm(1);
    SheetAnswers sheet = firm.sheet();
    JsonNode open = sheet.open();
    List<String> keys = open.path("lines").findValuesAsText("key");
    assertThat(open.path("mine").asBoolean()).isTrue();
    assertThat(open.path("lines").get(0).path("method").asText()).isNotBlank();

    assertThat(refused(sheet.sign("林厂长"))).contains("还有%d项没有回答".formatted(keys.size()));
    sheet.save(0, conforming(keys.subList(1, keys.size())));
    assertThat(refused(sheet.sign("林厂长")))
        .contains("还有1项没有回答：“" + open.path("lines").get(0).path("item").asText() + "”");
    sheet.save(1, List.of(given(keys.get(0), "FAILS", "")));
    assertThat(refused(sheet.sign("林厂长"))).contains("有1项不符合没有写明现场情况");
    sheet.save(2, List.of(given(keys.get(0), "FAILS", "通道堆放纸箱")));
    String plain = withoutCriterion(open);
    sheet.save(3, List.of(given(plain, "NOT_APPLICABLE", "停用")));
    assertThat(refused(sheet.sign("林厂长"))).contains("有1项不适用没有写明理由");
    sheet.save(4, List.of(given(plain, "NOT_APPLICABLE", "本月整月停产")));
    assertThat(sheet.sign("林厂长").statusCode()).isEqualTo(204);

    assertThat(firm.row())
        .containsEntry("status", "SUBMITTED")
        .containsEntry("item_count", keys.size())
        .containsEntry("failed_count", 1)
        .containsEntry("not_applicable_count", 1);
  }

  @Test
  void a_group_nobody_has_opened_is_not_answered_by_whatever_door() {
    Firm firm = firm(7);
    SheetAnswers sheet = firm.sheet();
    List<String> keys = sheet.keys();

    String said = refused(sheet.saveUnseen(0, conforming(keys)));

    assertThat(said).contains("还没有打开，请先打开这一组");
    assertThat(sheet.open().path("answers")).isEmpty();
    selfCheck.detect((Long) firm.row().get("id"));
    assertThat(firm.row().get("detected_at")).isNotNull();
    String first = sheet.open().path("lines").get(0).path("place").asText();
    sheet.look(List.of(keys.get(0)));
    assertThat(sheet.open().path("opened").get(0).asText()).startsWith(first);
    assertThat(sheet.saveUnseen(0, List.of(given(keys.get(0), "CONFORMS", null))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void two_colleagues_write_one_sheet_and_neither_overwrites_the_other() {
    Firm firm = firm(2);
    SheetAnswers mine = firm.sheet();
    SheetAnswers hers = new SheetAnswers(firm.colleague("sheetlin", "演示林安全员"), firm.task());
    List<String> keys = mine.keys();

    mine.save(0, List.of(given(keys.get(0), "FAILS", "灯不亮")));
    JsonNode saved =
        Worker.read(
            hers.save(
                0,
                List.of(
                    given(keys.get(0), "CONFORMS", null), given(keys.get(1), "CONFORMS", null))));

    assertThat(saved.path("contested").get(0).asText()).isEqualTo(keys.get(0));
    JsonNode answers = mine.open().path("answers");
    assertThat(answers.findValuesAsText("verdict")).containsExactly("FAILS", "CONFORMS");
    assertThat(answers.findValuesAsText("by"))
        .as("by names, not accounts")
        .containsExactly(firm.name(), "演示林安全员");
    mine.save(2, conforming(keys));
    assertThat(mine.sign("林厂长").statusCode()).isEqualTo(204);
    HttpResponse<String> late = hers.save(3, List.of(given(keys.get(1), "FAILS", "晚了")));
    assertThat(late.statusCode()).isBetween(404, 409);
  }

  @Test
  void a_failure_takes_its_words_place_and_photos_into_its_case_and_its_task_names_the_item() {
    Worker enterprise = new Worker(port, "jjenterprise");
    String number = numberOf(enterpriseOf("jjenterprise"));
    String task = enterprise.task(number, "Activity_Check");
    SheetAnswers sheet = new SheetAnswers(enterprise, task);
    JsonNode line =
        lines(sheet.open())
            .filter(one -> one.path("post").asText().equals("刷胶工"))
            .findFirst()
            .orElseThrow();
    long photo = upload(enterprise, task);
    long other = upload(enterprise, task);
    sheet.all(List.of());
    Map<String, Object> failure = given(line.path("key").asText(), "FAILS", "胶桶敞口摆放");
    failure.put("location", "成型车间二号线");
    failure.put("photos", List.of(photo));
    sheet.save(1, List.of(failure));
    String major =
        lines(sheet.open())
            .filter(one -> !one.path("criterion").isNull())
            .map(one -> one.path("key").asText())
            .filter(key -> !key.equals(line.path("key").asText()))
            .findFirst()
            .orElseThrow();
    sheet.save(2, List.of(given(major, "NOT_APPLICABLE", "本厂没有这个")));
    assertThat(refused(sheet.sign("林厂长"))).contains("涉及重大事故隐患判定，不能答不适用");
    sheet.save(3, List.of(given(major, "CONFORMS", null)));
    assertThat(sheet.sign("林厂长").statusCode()).isEqualTo(204);

    String finding = enterprise.task(number, "Activity_DescribeFinding");
    JsonNode card = Worker.read(enterprise.get("/api/tasks/cards?ids=" + finding)).get(0);
    assertThat(card.path("title").asText())
        .startsWith(line.path("item").asText().substring(0, 8))
        .contains("成型车间二号线")
        .contains("2026年10月自查");
    JsonNode form =
        Worker.read(
            enterprise.get(
                "/engine-rest/task/" + finding + "/form-variables?deserializeValues=false"));
    assertThat(form.path("location").path("value").asText()).isEqualTo("成型车间二号线");
    assertThat(form.path("description").path("value").asText()).isEqualTo("胶桶敞口摆放");
    assertThat(form.path("level").path("value").isMissingNode())
        .as("nothing is preselected as major, nor as general")
        .isTrue();
    HttpResponse<String> described =
        enterprise.submit(
            finding, Map.of("location", "成型车间二号线", "description", "胶桶敞口摆放", "level", "general"));
    assertThat(described.statusCode()).as(described.body()).isEqualTo(204);

    String hazard =
        jdbc.queryForObject("select case_number from evidence where id = ?", String.class, photo);
    assertThat(hazard).startsWith("YH");
    assertThat(
            jdbc.queryForObject(
                "select case_number from evidence where id = ?", String.class, other))
        .as("a photo of no failure stays with the check")
        .isEqualTo(number);
    assertThat(new Worker(port, "chendai1").get("/api/evidence/of-case/" + hazard).body())
        .contains("\"id\":" + photo);
  }

  @Test
  void what_was_signed_is_read_by_its_township_and_changed_by_nobody() {
    Firm firm = firm(3);
    List<String> keys = firm.sheet().keys();
    firm.sheet().all(List.of(keys.get(0)));
    assertThat(firm.sheet().sign("林厂长").statusCode()).isEqualTo(204);
    String number = firm.number();
    String town = firm.township();

    JsonNode read = Worker.read(new Worker(port, town).get("/api/self-checks/" + number));
    assertThat(read.path("genuine").asBoolean()).isTrue();
    assertThat(read.path("items").findValuesAsText("key")).containsExactlyElementsOf(keys);
    assertThat(read.path("items").get(0).path("verdict").asText()).isEqualTo("FAILS");
    assertThat(read.path("items").get(0).path("by").asText()).isEqualTo(firm.name());
    String page = "/self-checks/" + number;
    assertThat(new Visitor(port).loggedIn(town).get(page).body())
        .contains("签字人", "林厂长", "现场与清单不符", "待说明并登记为隐患");
    for (String stranger : List.of("shuitou1", "naenterprise")) {
      HttpResponse<String> none = new Worker(port, stranger).get("/api/self-checks/" + number);
      assertThat(none.statusCode()).as(stranger).isEqualTo(404);
      assertThat(new Visitor(port).loggedIn(stranger).get(page).statusCode()).isEqualTo(404);
    }

    long id = (Long) firm.row().get("id");
    behindTheBack(
        "update self_check_sheet set revision = revision + 1 where self_check_id = ?", id);
    assertThat(
            Worker.read(new Worker(port, town).get("/api/self-checks/" + number))
                .path("genuine")
                .asBoolean())
        .isFalse();
    assertThat(new Visitor(port).loggedIn(town).get(page).body()).contains("与签字时不一致");
    behindTheBack(
        "update self_check_sheet set revision = revision - 1 where self_check_id = ?", id);
  }

  @Test
  void an_item_that_leaves_the_list_is_not_asked_any_more_and_a_thousand_new_ones_are() {
    long id = enterpriseOf("naenterprise");
    Worker enterprise = new Worker(port, "naenterprise");
    SheetAnswers sheet =
        new SheetAnswers(enterprise, enterprise.task(numberOf(id), "Activity_Check"));
    List<String> before = sheet.keys();
    sheet.all(List.of());
    List<PostDetails> posts =
        IntStream.range(0, 120)
            .mapToObj(n -> new PostDetails(null, "叉车工" + n, null, List.of("叉车", "配电")))
            .toList();
    profiles.save(id, new ProfileDetails(List.of("配电", "叉车"), List.of(), posts), "naenterprise");
    checklists.confirm(id, checklists.proposal(id).fingerprint(), List.of(), "naenterprise");

    List<String> now = sheet.keys();
    assertThat(now).hasSizeGreaterThan(1000);
    List<String> fresh = new ArrayList<>(now);
    fresh.removeAll(before);
    String gone = before.stream().filter(key -> !now.contains(key)).findFirst().orElseThrow();
    assertThat(refused(sheet.sign("林厂长"))).contains("还有%d项没有回答".formatted(fresh.size()));
    JsonNode told = Worker.read(sheet.save(1, List.of(given(gone, "FAILS", "旧条目"))));
    assertThat(told.path("gone").get(0).asText()).isEqualTo(gone);
    assertThat(sheet.save(1, conforming(now)).statusCode()).isEqualTo(200);
    assertThat(sheet.sign("林厂长").statusCode()).isEqualTo(204);
    assertThat(
            jdbc.queryForMap(
                "select item_count, failed_count from self_check where enterprise_id = ? and period = ?",
                id,
                PERIOD))
        .containsEntry("item_count", now.size())
        .containsEntry("failed_count", 0);
  }

  @Test
  void a_check_that_runs_by_the_earlier_diagram_ends_in_its_own_form() throws IOException {
    Firm firm = firm(4);
    String later =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(firm.number())
            .singleResult()
            .getId();
    Trusted.call(
        () -> {
          runtime.deleteProcessInstance(later, "it began by the earlier diagram");
          return null;
        });
    deploy(
        Path.of("src/test/resources/models/self-check-1.0"),
        "self-check.form",
        "self-check-finding.form");
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                "self-check",
                firm.number(),
                Variables.createVariables()
                    .putValue("selfCheckId", firm.row().get("id"))
                    .putValue("caseTitle", "2026年10月自查")
                    .putValue("countyCode", "350582")
                    .putValue("enterpriseGroup", "ent" + firm.id())
                    .putValue("lastDay", "2026-10-31")));
    deploy(Path.of("processes"), "../forms/self-check.form", "../forms/self-check-finding.form");

    String task = firm.task();
    assertThat(firm.worker().get("/api/self-checks/of-task/" + task).statusCode()).isEqualTo(404);
    JsonNode items =
        Worker.read(
            firm.worker()
                .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false"));
    String first =
        items
            .path("checkItems")
            .path("value")
            .asText()
            .replaceAll("(?s).*?\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    HttpResponse<String> answer =
        firm.worker()
            .post(
                "/engine-rest/task/" + task + "/submit-form",
                Map.of(
                    "variables",
                    Map.of(
                        "failedItems", Map.of("value", "[\"" + first + "\"]", "type", "Json"),
                        "listChecked", Map.of("value", true),
                        "signatory", Map.of("value", "林厂长"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(firm.row()).containsEntry("status", "SUBMITTED").containsEntry("failed_count", 1);
    assertThat(firm.row().get("not_applicable_count")).isNull();
    firm.worker().task(firm.number(), "Activity_DescribeFinding");
    assertThat(new Visitor(port).loggedIn("jjoffice").get("/self-checks/" + firm.number()).body())
        .contains("本期按旧表填报");
  }

  @Test
  void who_has_answered_an_item_has_begun_and_who_has_not_is_detected() {
    Firm begun = firm(5);
    begun.sheet().save(0, List.of(given(begun.sheet().keys().get(0), "CONFORMS", null)));
    Firm idle = firm(6);

    selfCheck.detect((Long) begun.row().get("id"));
    selfCheck.detect((Long) idle.row().get("id"));

    assertThat(begun.row().get("detected_at")).isNull();
    assertThat(idle.row().get("detected_at")).isNotNull();
  }

  private void behindTheBack(String sql, long id) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, id));
  }

  private void deploy(Path directory, String... forms) throws IOException {
    DeploymentBuilder deployment =
        repository.createDeployment().name("self-check").source("bundled");
    for (String file : Stream.concat(Stream.of("self-check.bpmn"), Stream.of(forms)).toList()) {
      Path path = directory.resolve(file);
      deployment.addInputStream(
          path.getFileName().toString(), new ByteArrayInputStream(Files.readAllBytes(path)));
    }
    Trusted.call(deployment::deploy);
  }

  private Firm firm(int nth) {
    return new Firm(
        jdbc.queryForObject(
            """
            select e.id from enterprise e
            where e.county_code = '350582'
            and exists (select 1 from self_check s where s.enterprise_id = e.id and s.period = ?)
            and not exists (select 1 from checklist c where c.enterprise_id = e.id)
            order by e.id limit 1 offset ?
            """,
            Long.class,
            PERIOD,
            nth));
  }

  /** An enterprise of 晋江 that has confirmed no list, with a person of its own. */
  private final class Firm {

    private final long id;
    private final Worker worker;

    private Firm(long id) {
      this.id = id;
      this.worker = colleague("sheet" + id, name());
    }

    long id() {
      return id;
    }

    String name() {
      return "演示安全员" + id;
    }

    Worker worker() {
      return worker;
    }

    Worker colleague(String user, String name) {
      people.createPerson(user, name, Visitor.PASSWORD);
      people.join(user, "ent" + id);
      people.joinTenant(user, "350582");
      return new Worker(port, user);
    }

    /** Somebody of its township. */
    String township() {
      String user = "sheettown" + id;
      people.createPerson(user, "演示安监员", Visitor.PASSWORD);
      people.join(user, "town" + row().get("township_code"));
      people.joinTenant(user, "350582");
      return user;
    }

    String number() {
      return numberOf(id);
    }

    String task() {
      return worker.task(number(), "Activity_Check");
    }

    SheetAnswers sheet() {
      return new SheetAnswers(worker, task());
    }

    Map<String, Object> row() {
      return jdbc.queryForMap(
          "select * from self_check where enterprise_id = ? and period = ?", id, PERIOD);
    }
  }

  private String numberOf(long enterprise) {
    Map<String, Object> row =
        jdbc.queryForMap(
            "select id, county_code from self_check where enterprise_id = ? and period = ?",
            enterprise,
            PERIOD);
    return "ZC%s-202610-%07d".formatted(row.get("county_code"), (Long) row.get("id"));
  }

  private long enterpriseOf(String officer) {
    return people.find(officer).orElseThrow().standing().enterprises().iterator().next();
  }

  private static long upload(Worker worker, String task) {
    HttpResponse<String> answer = worker.upload(task, "before", "现场.jpg", Photos.unique());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Worker.read(answer).path("id").asLong();
  }

  private static List<Map<String, Object>> conforming(List<String> keys) {
    return keys.stream().map(key -> given(key, "CONFORMS", null)).toList();
  }

  private static Stream<JsonNode> lines(JsonNode open) {
    return StreamSupport.stream(open.path("lines").spliterator(), false);
  }

  private static String withoutCriterion(JsonNode open) {
    return lines(open)
        .skip(1)
        .filter(line -> line.path("criterion").isNull())
        .map(line -> line.path("key").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return answer.body();
  }
}
