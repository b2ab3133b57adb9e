package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.evidence.Photos;
import rectify.identity.Visitor;

/** What a Monday morning stumbles over: whether it arrived, whose it is, and what comes next. */
@ProductInBrowser
class DayBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final By COMPLETE = By.cssSelector(".task-card .form-actions .btn-primary");

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @BeforeEach
  void begins_on_a_monday_morning() {
    ClockUtil.setCurrentTime(
        Date.from(DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void what_is_handed_in_is_said_to_have_arrived_with_number_next_step_and_holder() {
    String place = "喷涂车间排风口";
    Browser desk = Browser.open(1366, 768);
    Tasklist enterprise = logIn(desk, "jjenterprise").list("本单位待办").startProcess("自查隐患整改");
    desk.click(By.cssSelector(".modal-footer .btn-primary"));
    desk.seeText("项没有填好").picture("day-missing");
    assertThat(desk.see(By.cssSelector(".rectify-missing")).getText())
        .contains("隐患部位", "隐患情况", "隐患等级");
    assertThat(text(desk)).doesNotContain("请稍后重试");
    enterprise.fill("隐患部位", place).fill("隐患情况", "排风口堵塞。").choose("隐患等级", "一般隐患").start();

    enterprise.seeTask("整改隐患", place);
    desk.seeText("“自查隐患整改”已提交，案件编号YH350582-2026-").seeText("下一步：整改隐患，由演示·晋江佳禾鞋业");
    assertThat(desk.see(By.cssSelector(".rectify-done a")).getDomAttribute("href"))
        .contains("/city/cases/YH350582-2026-");
    desk.picture("day-started");

    enterprise.open("整改隐患", place).claim();
    enterprise
        .choose("办理事项", "报告整改完成")
        .fill("整改责任人", "林某某")
        .fill("整改措施", "已疏通。")
        .fill("整改资金（元）", "800")
        .fill("整改完成日期", DAY.plusDays(1))
        .photo("整改后照片");
    String precautions = "整改期间安全防范措施和应急预案";
    desk.until(
        driver -> enterprise.fill(precautions, "专人监护。").written(precautions).equals("专人监护。"),
        "the last field");
    desk.click(COMPLETE).seeText("整改完成日期不能晚于今天");
    enterprise.fill("整改完成日期", DAY).complete();
    desk.seeText("“整改隐患”已办结").seeText("下一步：验收，由晋江市陈埭镇办理").picture("day-completed");
    desk.seeNoText("整改完成日期不能晚于今天");
  }

  @Test
  void opening_a_task_offers_to_take_it_and_the_form_lies_beside_the_photos() {
    String place = "一号注塑机";
    String task = task(report(place));
    Browser desk = Browser.open(1366, 768);
    Tasklist first = logIn(desk, "chendai1").list("本单位待办").open("验收", place);
    desk.see(By.cssSelector(".rectify-hold .claim"));
    desk.until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                """
                const photo = document.querySelector('.evidence-side img');
                const field = document.querySelector('.task-card .fjs-form input[type=radio]');
                const [a, b] = [photo, field].map(it => it?.getBoundingClientRect());
                return photo?.naturalWidth > 0 && a.left > b.right && a.top < 600 && b.top < 600;
                """),
        "photo and form together above the fold");
    desk.picture("day-verify");
    first.claim();
    desk.picture("day-claimed");
    // the findings of an inspection stand in its own step only
    assertThat(desk.driver().findElements(By.cssSelector(".rectify-visit"))).isEmpty();
    assertThat(desk.driver().switchTo().activeElement().getDomAttribute("type")).isEqualTo("radio");
    desk.see(By.xpath("//section[contains(@class, 'rectify-hold')]//button[text()='转交']"));

    Browser other = Browser.desktop();
    logIn(other, "chendai2").list("本单位待办").seeTask(place, "演示陈埭镇安监员甲在办").open("验收", place);
    other.seeText("已由演示陈埭镇安监员甲").picture("day-taken");
    assertThat(text(other)).doesNotContain("chendai");

    new Visitor(port)
        .as("chendai1")
        .send(
            "POST",
            "/engine-rest/task/" + task + "/complete",
            """
            {"variables": {"verificationResult": {"value": "passed"},
                           "verificationOpinion": {"value": "现场核实。"}}}
            """);
    other.seeText("任务“验收”已由演示陈埭镇安监员甲于2026年3月2日 09:00办结").picture("day-gone");
    assertThat(status(place)).isEqualTo("CLOSED");

    desk.resize(1920, 1080);
    desk.picture("day-verify-wide");
    Number wide =
        Browser.ask(
            desk.driver(),
            "return document.querySelector('.column-right').getBoundingClientRect().width");
    assertThat(wide.doubleValue()).isGreaterThan(1400);
  }

  @Test
  void what_cannot_be_used_is_not_there() {
    String place = "二号注塑机";
    report(place);
    Browser enterprise = Browser.desktop();
    Tasklist tasklist = logIn(enterprise, "jjenterprise");
    enterprise.see(By.cssSelector(".start-process-action a"));
    assertThat(enterprise.driver().findElements(entry("批量办理"))).isEmpty();
    assertThat(enterprise.driver().findElements(entry("请假代办"))).isEmpty();
    tasklist.close();

    Browser manager = Browser.desktop();
    logIn(manager, "jjmanager");
    manager.see(entry("通知"));
    assertThat(Browser.showing(manager.driver(), ".start-process-action a")).isNull();

    Browser township = Browser.desktop();
    logIn(township, "chendai1").list("本单位待办").open("验收", place).claim();
    township.seeNoText("备注");
    assertThat(tabs(township)).contains("表单", "证据", "流程图").doesNotContain("办理记录", "说明", "文书");

    township.click(entry("批量办理")).seeText("防护罩缺失");
    township.until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                "return document.querySelector('dialog[open] .rectify-about img')?.naturalWidth > 0"),
        "a photo beside what is accepted together");
    township.picture("day-bulk");
    assertThat(
            township.see(By.cssSelector("dialog[open] .rectify-about a")).getDomAttribute("href"))
        .contains("/city/cases/YH350582-2026-");
  }

  @Test
  void a_diagram_opens_where_the_case_stands_and_can_be_read() {
    String place = "三号注塑机";
    report(place);
    Browser desk = Browser.open(1366, 768);
    logIn(desk, "chendai1").list("本单位待办").open("验收", place).tab("流程图");
    desk.until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                """
                const step = document.querySelector(
                    '.diagram-pane [data-element-id="Activity_Verify"]');
                const pane = document.querySelector('.diagram-pane')?.getBoundingClientRect();
                const it = step?.getBoundingClientRect();
                return it && it.width >= 60 && it.left >= pane.left && it.right <= pane.right
                    && it.top >= pane.top && it.bottom <= pane.bottom;
                """),
        "the step in the middle of a readable diagram");
    desk.picture("day-diagram");
  }

  @Test
  void an_ended_session_comes_back_to_the_same_task() {
    String place = "四号注塑机";
    report(place);
    Browser desk = Browser.desktop();
    logIn(desk, "chendai2").list("本单位待办").open("验收", place);
    desk.driver().manage().deleteAllCookies();

    desk.seeText("登录后回到您刚才打开的页面").picture("day-ended");
    desk.fill(By.id("username"), "chendai2").fill(By.id("password"), Visitor.PASSWORD);
    desk.click(By.cssSelector("button[type=submit]"));
    desk.see(By.cssSelector(".task-card h2.task"));
    desk.see(By.xpath("//section[@class='rectify-case']//p[contains(., '" + place + "')]"));
  }

  @Test
  void a_person_in_no_unit_is_told_what_to_do_and_a_name_is_one_word() {
    new Visitor(port)
        .as("admin")
        .send(
            "POST",
            "/engine-rest/user/create",
            """
            {"profile": {"id": "zhangsan", "firstName": "三", "lastName": "张"},
             "credentials": {"password": "%s"}}
            """
                .formatted(Visitor.PASSWORD));
    Browser phone = Browser.phone();
    logIn(phone, "zhangsan");
    phone.seeText("您的账号还没有加入任何单位").picture("day-homeless");
    assertThat(Browser.showing(phone.driver(), ".alert-danger")).isNull();
    phone.resize(1366, 768);
    phone.seeText("张三");
    assertThat(text(phone)).doesNotContain("三 张");

    Browser admin = Browser.open(1366, 768);
    logIn(admin, "admin");
    admin.go(
        "http://localhost:" + port + "/camunda/app/admin/default/#/users/zhangsan?tab=profile");
    admin.see(By.id("inputFirstname"));
    admin.until(
        driver -> !driver.findElement(By.id("inputLastname")).isDisplayed(),
        "one field for a name");
    admin.fill(By.id("inputFirstname"), "张三丰");
    admin.click(By.cssSelector("button[ng-click='updateProfile()']"));
    admin.until(driver -> named("zhangsan").equals("张三丰"), "the name kept");
    admin.picture("day-name");
  }

  private String named(String id) {
    return database
        .sql("select concat(LAST_, '', FIRST_) from ACT_ID_USER where ID_ = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static By entry(String name) {
    return By.cssSelector("a.rectify-entry[title='" + name + "']");
  }

  private static String tabs(Browser browser) {
    return browser.see(By.cssSelector(".task-card .nav-tabs")).getText();
  }

  private static String text(Browser browser) {
    return Browser.ask(browser.driver(), "return document.body.innerText");
  }

  private Tasklist logIn(Browser browser, String person) {
    return Tasklist.logIn(browser, port, person, Visitor.PASSWORD);
  }

  /** Reports a hazard that was rectified on the spot; its number. */
  private String report(String place) {
    Visitor enterprise = new Visitor(port).as("jjenterprise");
    String photo =
        enterprise
            .upload(
                "/api/evidence",
                Map.of("kind", "after", "clientKey", UUID.randomUUID().toString()),
                "整改后.jpg",
                Photos.unique())
            .body()
            .replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
    return enterprise
        .send(
            "POST",
            "/api/hazards",
            """
            {"location": "%s", "description": "防护罩缺失", "level": "general",
             "rectifiedOnSpot": true, "onSpotMeasures": "已装复防护罩", "evidence": [%s]}
            """
                .formatted(place, photo))
        .body()
        .replaceAll("(?s).*\"caseNumber\":\"([^\"]+)\".*", "$1");
  }

  private String task(String number) {
    return database
        .sql(
            """
            select t.ID_ from ACT_RU_TASK t
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            where p.BUSINESS_KEY_ = ?
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  private String status(String place) {
    return database
        .sql("select status from hazard where location = ?")
        .param(place)
        .query(String.class)
        .single();
  }
}
