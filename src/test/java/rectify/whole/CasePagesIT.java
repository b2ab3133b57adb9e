package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.enterprise.Enterprise;
import rectify.enterprise.EnterpriseDetails;
import rectify.enterprise.EnterpriseScope;
import rectify.enterprise.Enterprises;
import rectify.identity.Visitor;

/** Cases found and followed on the pages, on a real MySQL. */
@WholeSystem
class CasePagesIT {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDate TODAY = MONDAY.toLocalDate();

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Enterprises enterprises;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;

  @Autowired
  @Qualifier("caseWords")
  private SmartInitializingSingleton words;

  @LocalServerPort private int port;

  private Worker enterprise;
  private Worker township;
  private Visitor officer;

  @BeforeEach
  void begin() {
    Jobs.itIs(MONDAY);
    enterprise = new Worker(port, "jjenterprise");
    township = new Worker(port, "chendai1");
    officer = new Visitor(port).loggedIn("chendai1");
  }

  @AfterEach
  void reset_clock() {
    ClockUtil.reset();
  }

  @Test
  void a_case_is_found_however_it_is_written() {
    String mark = mark();
    String number = reported("泉州（测试）机加工车间ＡＢ" + mark, "皮带轮无防护罩");

    for (String asked :
        new String[] {
          "泉州(测试) ab" + mark,
          "泉州（测试）　AB" + mark,
          "防护罩 " + mark.toUpperCase(),
          "佳禾 " + mark,
          "陈埭镇 " + mark,
          number.substring(number.length() - 7) + " " + mark
        }) {
      assertThat(list("?text=" + encoded(asked))).as(asked).contains(number);
    }
    assertThat(list("?text=" + encoded("泉州(测试)x" + mark))).doesNotContain(number);
    assertThat(new Visitor(port).loggedIn("shuitou1").get(cases("?text=" + encoded(mark))).body())
        .doesNotContain(number);
  }

  @Test
  void a_case_is_found_by_the_old_and_the_new_name_of_its_enterprise() {
    String mark = mark();
    String number = reported("烘干间" + mark, "温控失灵");
    long firm =
        jdbc.queryForObject(
            "select enterprise_id from hazard where id = ?",
            Long.class,
            Long.parseLong(number.substring(14)));
    Enterprise before = enterprises.find(firm).orElseThrow();

    transaction.executeWithoutResult(
        status ->
            enterprises.update(
                before.id(), renamed(before, "新禾（更名）" + mark), EnterpriseScope.everything()));

    assertThat(list("?text=" + encoded("新禾(更名) " + mark))).contains(number);
    assertThat(list("?text=" + encoded("佳禾 " + mark))).contains(number);
    transaction.executeWithoutResult(
        status ->
            enterprises.update(
                before.id(), renamed(before, before.name()), EnterpriseScope.everything()));
  }

  private static EnterpriseDetails renamed(Enterprise one, String name) {
    return new EnterpriseDetails(
        one.creditCode(),
        name,
        one.townshipCode(),
        one.subcategoryCode(),
        one.grade() == null ? null : one.grade().name(),
        one.legalRepresentative(),
        one.safetyOfficer(),
        one.phone(),
        one.address(),
        one.longitude(),
        one.latitude(),
        one.enrolled());
  }

  @Test
  void a_number_leads_to_its_case() {
    String number = reported("配电间", "箱门缺失");

    assertThat(Visitor.path(officer.get(cases("?text=" + encoded(" " + number.toLowerCase())))))
        .isEqualTo("/city/cases/" + number);
    HttpResponse<String> elsewhere =
        new Visitor(port).loggedIn("shuitou1").get("/city/cases/" + number);
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(elsewhere.body()).contains("不在您的管辖范围内").doesNotContain("箱门缺失");
    assertThat(officer.get("/city/cases/nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void what_was_there_before_the_search_is_found_after_a_start() {
    String mark = mark();
    String number = reported("旧车间" + mark, "照明损坏");
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "delete from case_search where hazard_id = ?",
                Long.parseLong(number.substring(14))));
    assertThat(list("?text=" + mark)).doesNotContain(number);

    words.afterSingletonsInstantiated();

    assertThat(list("?text=" + mark)).contains(number);
  }

  @Test
  void the_page_of_a_case_says_who_has_it_and_which_clocks_run() {
    String number = reported("冲压车间", "光电保护失效");
    String page = officer.get("/city/cases/" + number).body();

    assertThat(page)
        .contains("冲压车间", "光电保护失效", "整改隐患", "等待签收：", "现整改期限", "2026年3月9日", "案件经过")
        .contains("接下来的时限")
        .doesNotContain("定时办理", "去办理", "jjenterprise", "town350582");
    String own = new Visitor(port).loggedIn("jjenterprise").get("/city/cases/" + number).body();
    assertThat(own).contains("去办理", "#/?task=" + enterprise.task(number, "Activity_Rectify"));

    new Jobs(management, runtime).until(LocalDateTime.of(2026, 3, 13, 9, 0), number);
    assertThat(officer.get("/city/cases/" + number).body())
        .contains("已逾期4天", "督办阶梯", "乡镇催办", "县级部门督办", "尚未答复");
    assertThat(list("?overdue=true&sort=due")).contains(number);
    assertThat(list("?overdue=true&status=CLOSED")).doesNotContain(number);
  }

  @Test
  void a_closed_case_keeps_its_page_and_what_one_did_is_listed() {
    String mark = mark();
    String number = reported("仓库" + mark, "堆垛超高");
    enterprise.does(number, "Activity_Rectify", Forms.rectified(TODAY));
    String id =
        Worker.read(township.get("/api/evidence/of-case/" + number)).get(0).path("id").asText();
    township.does(number, "Activity_Verify", Forms.verified("passed"));

    String page = officer.get("/city/cases/" + number).body();
    assertThat(page)
        .contains("已销号", "没有待办任务", "整改后照片（", "/api/evidence/" + id + "/thumbnail", "更换箱门")
        .contains("/api/documents/")
        .doesNotContain("去办理", "接下来的时限");
    assertThat(list("?text=" + mark + "&status=CLOSED&closedFrom=" + TODAY)).contains(number);
    assertThat(list("?text=" + mark + "&open=true")).doesNotContain(number);
    String done = officer.get("/city/done?text=" + mark).body();
    assertThat(done).contains(number, "销号").doesNotContain("上传证据", "没有找到您办过的事");
    assertThat(new Visitor(port).loggedIn("chendai2").get("/city/done?text=" + mark).body())
        .doesNotContain(number);
  }

  @Test
  void a_case_is_followed_on_its_page_and_listed_until_it_is_left() {
    String number = reported("天台", "护栏缺失");
    String star = "/city/cases/" + number + "/follow";
    assertThat(officer.inSession("PUT", star, "").body())
        .contains("取消关注", "hx-delete=\"" + star + "\"")
        .doesNotContain("<html");
    String followed = officer.get("/city/followed").body();
    assertThat(followed).contains(number).doesNotContain("还没有关注的案件");
    assertThat(officer.send("DELETE", star, "").statusCode()).isEqualTo(403);
    assertThat(officer.inSession("DELETE", star, "").body()).contains("hx-put=");
    assertThat(officer.get("/city/followed").body()).doesNotContain(number);

    HttpResponse<String> foreign =
        new Visitor(port)
            .loggedIn("shuitou1")
            .send("PUT", star, "", "HX-Request", "true", "X-RECTIFY-XSRF-TOKEN", "no");
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void a_list_says_that_a_filter_is_wrong_and_that_nothing_was_found() {
    assertThat(officer.get(cases("?from=yesterday")).statusCode()).isEqualTo(400);
    assertThat(officer.get(cases("?from=yesterday")).body()).contains("筛选条件不正确");
    assertThat(officer.get(cases("?status=NONE")).statusCode()).isEqualTo(400);
    assertThat(list("?text=" + encoded("没有这样的隐患" + mark()))).contains("没有找到符合条件的案件");
    assertThat(list("?page=0")).contains("第1至");
    assertThat(list("?page=99999")).contains("没有找到");
  }

  @Test
  void the_first_page_counts_what_the_lists_hold() {
    String number = reported("空压机房", "安全阀过期");
    Visitor safety = new Visitor(port).loggedIn("jjenterprise");
    String lists = "/camunda/api/engine/engine/default/filter?itemCount=true&resourceType=Task";
    String page = safety.get("/city").body();
    for (JsonNode list : Worker.read(safety.get(lists))) {
      assertThat(page.replaceAll("\\s+", " "))
          .containsPattern(
              "filter=%s\"[^>]*><strong>%s</strong><span>%s<"
                  .formatted(
                      list.path("id").asText(),
                      list.path("itemCount").asText(),
                      list.path("name").asText()));
    }
    assertThat(page).contains("企业安全员可以做什么", "未销号");

    Jobs.itIs(LocalDateTime.of(2026, 3, 9, 9, 0));
    assertThat(new Visitor(port).loggedIn("jjenterprise").get("/city").body())
        .contains("今天要办", "今天到期");
    for (String person :
        new String[] {"jjoffice", "cityoffice", "jjmanager", "designer", "admin"}) {
      HttpResponse<String> first = new Visitor(port).loggedIn(person).get("/city");
      assertThat(first.statusCode()).as(person).isEqualTo(200);
      assertThat(first.body()).as(person).contains("可以做什么");
    }
    assertThat(new Visitor(port).loggedIn("citymanager").get("/city").body())
        .contains("各县（市、区）未销号案件", "运行中的流程", "晋江市");
    assertThat(number).isNotBlank();
  }

  /** A day that counts though it is none of work is not counted as no working day. */
  @Test
  void a_weekend_that_still_counts_is_called_so() {
    Jobs.itIs(LocalDateTime.of(2026, 3, 7, 9, 0));
    String number = enterprise.report(Forms.major());

    assertThat(new Visitor(port).loggedIn("jjemergency1").get("/city/cases/" + number).body())
        .contains("还剩1天（休息日）")
        .doesNotContain("还剩0个工作日");
  }

  @Test
  void tasks_are_found_by_what_their_cases_say() {
    String mark = mark();
    String number = reported("泉州（测试）二车间" + mark, "通道堵塞");

    JsonNode found =
        Worker.read(township.get("/api/tasks/cases?text=" + encoded("泉州(测试) " + mark)));
    assertThat(found.path("numbers").findValuesAsText("")).isEmpty();
    assertThat(found.path("numbers").toString()).contains(number);
    assertThat(found.path("more").asBoolean()).isFalse();
  }

  private String reported(String location, String description) {
    return enterprise.report(
        Map.of("location", location, "description", description, "level", "general"));
  }

  private static String mark() {
    return "m" + UUID.randomUUID().toString().substring(0, 6);
  }

  private String list(String query) {
    HttpResponse<String> answer = officer.get(cases(query));
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  private static String cases(String query) {
    return "/city/cases" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
