package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.evidence.Photos;
import rectify.identity.Certificate;
import rectify.identity.People;
import rectify.identity.Visitor;
import rectify.seal.Paper;
import rectify.seal.PaperSeals;
import rectify.seal.Papers;

/** An inspection on site: findings that change until the record is confirmed, and who makes it. */
@WholeSystem
class InspectionIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final String TOWN = "town350582103";
  private static final Map<String, Object> RECORD =
      Map.of("situation", "已现场检查", "siteRepresentative", "演示负责人");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private List<Papers> papers;
  @Autowired private PaperSeals seals;
  @Autowired private People people;
  @LocalServerPort private int port;

  private Worker officer;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    officer = new Worker(port, "chendai1");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void findings_are_added_corrected_and_taken_back_until_the_record_is_confirmed() {
    String visit = onSite();
    String task = officer.task(visit, "Activity_Inspect");
    String path = "/api/tasks/" + task + "/findings";
    officer.finds(visit, finding("灭火器失压", "ordered"));
    officer.finds(visit, finding("误认的通道", "ordered"));
    assertThat(officer.uploadOf(task, 2, "before", Photos.unique()).statusCode()).isEqualTo(201);
    officer.finds(
        visit, Forms.with(finding("护栏松动", "corrected"), Map.of("onSpotMeasures", "当场紧固")));

    Map<String, Object> reworded =
        Forms.with(finding("灭火器失压，两具", "ordered"), Map.of("dueAt", "2026-03-13"));
    assertThat(officer.put(path + "/1?changes=0", reworded).statusCode()).isEqualTo(204);
    HttpResponse<String> stale = officer.put(path + "/1?changes=0", finding("灭火器失压，三具", "ordered"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("问题1刚由演示陈埭镇安监员甲修改");
    assertThat(officer.delete(path + "/2").statusCode()).isEqualTo(204);
    assertThat(casesOf(visit)).as("nothing is a case while it may still be taken back").isEmpty();
    assertThat(numbers(Worker.read(officer.get(path)))).containsExactly(1, 3);
    assertThat(Worker.read(officer.get(path)).path("findings").findValuesAsText("place"))
        .as("as they will be numbered on paper")
        .containsExactly("1", "2");
    assertThat(
            jdbc.queryForList(
                "select kind from visit_finding_event where inspection_id = ? order by id",
                String.class,
                id(visit)))
        .containsExactly("ADDED", "ADDED", "ADDED", "CORRECTED", "TAKEN_BACK");
    for (String other : List.of("jjenterprise", "shuitou1", "cityoffice")) {
      assertThat(new Worker(port, other).get(path).statusCode()).as(other).isEqualTo(404);
    }

    officer.confirms(visit, RECORD);

    List<Map<String, Object>> cases = casesOf(visit);
    assertThat(cases).extracting(one -> one.get("description")).containsExactly("灭火器失压，两具", "护栏松动");
    assertThat(cases)
        .extracting(one -> String.valueOf(one.get("due_at")), one -> one.get("status"))
        .as("the second was corrected on the spot")
        .first()
        .asString()
        .contains("2026-03-13");
    assertThat(
            jdbc.queryForList(
                "select detail from hazard_event where hazard_id = ? and kind = 'REWORDED'",
                String.class,
                cases.get(0).get("id")))
        .singleElement()
        .asString()
        .contains("演示陈埭镇安监员甲", "由“厂区：灭火器失压（", "改为“厂区：灭火器失压，两具（");
    assertThat(photos(cases.get(0))).isZero();
    assertThat(photos(cases.get(1))).as("a photo stays with its finding").isEqualTo(1);
    assertThat(officer.get(path).statusCode()).isEqualTo(404);
    assertThat(officer.delete(path + "/1").statusCode()).isEqualTo(404);
  }

  @Test
  void a_change_to_a_finding_is_sealed_and_its_forgery_and_removal_show() {
    String visit = onSite();
    officer.finds(visit, finding("灭火器失压", "ordered"));
    officer.finds(visit, finding("护栏松动", "ordered"));
    Papers changes =
        papers.stream().filter(room -> room.room().equals("finding-change")).findFirst().get();
    long last = jdbc.queryForObject("select max(id) from visit_finding_event", Long.class);
    assertThat(seals.forged(changes.after(0, Integer.MAX_VALUE))).isEmpty();

    behindTheBack("update visit_finding_event set detail = '厂区：无（一般）' where id = ?", last - 1);
    behindTheBack("delete from visit_finding_event where id = ?", last);

    List<Paper> there = changes.after(last - 2, 10);
    assertThat(seals.forged(there)).extracting(Paper::id).containsExactly(last - 1);
    assertThat(there.get(0).number()).isEqualTo(visit + "/1");
    assertThat(seals.gone("finding-change", last - 2, last, List.of(last - 1)))
        .containsExactly(last);
    behindTheBack("delete from visit_finding_event where id = ?", last - 1);
    behindTheBack(
        "delete from paper_seal where room = 'finding-change' and paper_id >= ?", last - 1);
  }

  private void behindTheBack(String sql, long id) {
    transaction.executeWithoutResult(status -> jdbc.update(sql, id));
  }

  @Test
  void what_does_not_fit_is_refused_while_it_is_written_down() {
    String visit = onSite();

    assertRefused(
        officer.writes(visit, Forms.with(finding("通道堵塞", "ordered"), Map.of("location", " "))),
        "请填写问题部位");
    assertRefused(officer.writes(visit, finding("通道堵塞", "measures")), "请填写当场纠正或现场处理情况");
    assertRefused(officer.writes(visit, finding("通道堵塞", "transferred")), "请填写移送至哪个部门");
    assertRefused(
        officer.writes(
            visit, Forms.with(finding("通道堵塞", "ordered"), Map.of("dueAt", "2026-12-31"))),
        "整改期限最长30日");
    assertRefused(
        officer.writes(
            visit,
            Forms.with(
                finding("报警装置停用", "ordered"), Map.of("level", "major", "majorBasis", "标准第四条"))),
        "超出乡镇");
  }

  @Test
  void the_time_of_the_inspection_is_stated_and_not_that_of_typing() {
    String visit = onSite();
    String task = officer.task(visit, "Activity_Inspect");
    officer.finds(visit, finding("通道堵塞", "ordered"));

    for (Map.Entry<Map<String, String>, String> wrong :
        Map.of(
                Map.of("inspectedUntil", "2026-03-02T09:30"), "不能晚于现在",
                Map.of("inspectedFrom", "2026-02-20T09:00"), "最早可填到2026年2月23日",
                Map.of("inspectedFrom", "2026-03-02T09:00"), "应在开始时间之后",
                Map.of("hasFinding", "no"), "已登记1项问题，请选择“发现问题”")
            .entrySet()) {
      assertRefused(
          officer.submit(task, Forms.with(officer.record(visit, RECORD), wrong.getKey())),
          wrong.getValue());
    }
    Map<String, Object> untimed = Forms.with(officer.record(visit, RECORD), Map.of());
    untimed.remove("inspectedFrom");
    assertThat(officer.submit(task, untimed).statusCode()).isEqualTo(400);
    assertThat(casesOf(visit)).isEmpty();

    officer.confirms(
        visit,
        Forms.with(
            RECORD,
            Map.of("inspectedFrom", "2026-02-28T14:05", "inspectedUntil", "2026-02-28T15:40")));

    assertThat(
            jdbc.queryForObject(
                "select content from document where inspection_id = ? and kind ="
                    + " 'INSPECTION_RECORD'",
                String.class,
                id(visit)))
        .contains("2026年2月28日14时05分至2026年2月28日15时40分");
  }

  @Test
  void an_inspection_that_found_nothing_says_so() {
    String visit = onSite();
    assertRefused(
        officer.submit(
            officer.task(visit, "Activity_Inspect"),
            Forms.with(officer.record(visit, RECORD), Map.of("hasFinding", "yes"))),
        "还没有登记问题");

    officer.confirms(visit, RECORD);

    assertThat(casesOf(visit)).isEmpty();
    assertThat(
            jdbc.queryForObject(
                "select status from inspection where id = ?", String.class, id(visit)))
        .isEqualTo("FINISHED");
  }

  @Test
  void who_may_not_inspect_is_not_offered_it() {
    person("uncertified", TOWN);
    person("lapsed", TOWN);
    people.recordCertificate(new Certificate("lapsed", "T-lapsed", LocalDate.of(2026, 3, 1)));

    assertThat(offered("chendai1")).contains("inspection");
    assertThat(offered("jjemergency1")).contains("inspection");
    assertThat(offered("jjenterprise")).containsExactly("hazard-rectification");
    for (String none : List.of("uncertified", "lapsed", "jjoffice")) {
      assertThat(offered(none)).as(none).doesNotContain("inspection");
      HttpResponse<String> refused =
          new Worker(port, none)
              .post(
                  "/engine-rest/process-definition/key/inspection/submit-form",
                  Map.of(
                      "variables",
                      Map.of(
                          "enterpriseQuery", Map.of("value", "佳禾"),
                          "inspectionKind", Map.of("value", "routine"))));
      assertThat(refused.statusCode()).as(none).isEqualTo(403);
    }
  }

  @Test
  void the_second_officer_is_somebody_else_whose_certificate_is_valid_today() {
    person("lapsing", TOWN);
    people.recordCertificate(new Certificate("lapsing", "T-lapsing", LocalDate.of(2026, 3, 3)));
    String opened =
        officer.open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    String choice = officer.task(opened, "Activity_ChooseEnterprise");
    assertThat(colleagues(officer, choice))
        .contains("chendai2", "lapsing")
        .doesNotContain("chendai1");
    String visit = onSite();
    officer.finds(visit, finding("通道堵塞", "ordered"));
    officer.confirms(visit, RECORD);
    String number =
        "YH350582-2026-%07d".formatted(((Number) casesOf(visit).get(0).get("id")).longValue());
    new Worker(port, "jjenterprise")
        .does(number, "Activity_Rectify", Forms.rectified(MONDAY.toLocalDate()));
    String recheck = officer.task(number, "Activity_Recheck");
    assertThat(colleagues(officer, recheck))
        .contains("chendai2", "lapsing")
        .doesNotContain("chendai1");
    assertThat(colleagues(new Worker(port, "chendai2"), recheck))
        .contains("chendai1")
        .doesNotContain("chendai2");

    person("witnessing", TOWN);
    assertThat(colleagues(new Worker(port, "witnessing"), recheck))
        .as("who may not recheck reads it before the form is filled in")
        .contains("您没有在有效期内的执法证，不能复查")
        .doesNotContain("chendai1");

    Jobs.itIs(MONDAY.plusDays(2));

    assertThat(colleagues(officer, choice)).contains("chendai2").doesNotContain("lapsing");
    assertThat(colleagues(officer, recheck)).contains("chendai2").doesNotContain("lapsing");
  }

  private String onSite() {
    String visit =
        officer.open("inspection", Map.of("enterpriseQuery", "佳禾", "inspectionKind", "routine"));
    String enterprise =
        people
            .find("jjenterprise")
            .orElseThrow()
            .standing()
            .enterprises()
            .iterator()
            .next()
            .toString();
    officer.does(
        visit,
        "Activity_ChooseEnterprise",
        Map.of("enterpriseId", enterprise, "secondOfficer", "chendai2"));
    return visit;
  }

  private void person(String id, String group) {
    people.createPerson(id, "演示" + id, Visitor.PASSWORD);
    people.join(id, group);
    people.joinTenant(id, "350582");
  }

  private List<String> offered(String person) {
    Worker worker = new Worker(port, person);
    String asked =
        "?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
    JsonNode listed = Worker.read(worker.get("/engine-rest/process-definition" + asked));
    assertThat(
            Worker.read(worker.get("/engine-rest/process-definition/count" + asked))
                .path("count")
                .asInt())
        .isEqualTo(listed.size());
    return listed.findValuesAsText("key");
  }

  private static String colleagues(Worker worker, String task) {
    return Worker.read(worker.get("/engine-rest/task/" + task + "/form-variables"))
        .path("colleagues")
        .path("value")
        .toString();
  }

  private static List<Integer> numbers(JsonNode found) {
    return found.path("findings").findValues("number").stream().map(JsonNode::asInt).toList();
  }

  private List<Map<String, Object>> casesOf(String visit) {
    return jdbc.queryForList("select * from hazard where inspection_id = ? order by id", id(visit));
  }

  private int photos(Map<String, Object> hazard) {
    return jdbc.queryForObject(
        "select count(*) from evidence where case_number = ? and withdrawn_at is null",
        Integer.class,
        "YH350582-2026-%07d".formatted(((Number) hazard.get("id")).longValue()));
  }

  private static long id(String visit) {
    return Long.parseLong(visit.replaceAll(".*-0*", ""));
  }

  private static Map<String, Object> finding(String description, String disposal) {
    return Map.of(
        "location", "厂区", "description", description, "level", "general", "disposal", disposal);
  }

  private static void assertRefused(HttpResponse<String> answer, String says) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 409);
    assertThat(answer.body()).contains(says);
  }
}
