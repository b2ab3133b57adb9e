package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rectify.assessment.Assessments;
import rectify.evidence.Photos;
import rectify.identity.People;
import rectify.selfcheck.MonthOpening;
import rectify.selfcheck.SelfChecks;
import rectify.whole.Jobs;

/** An enterprise's months in Tasklist on a phone. */
@ProductInBrowser
class SelfCheckBrowserIT {

  @LocalServerPort private int port;
  @Autowired private MonthOpening opening;
  @Autowired private SelfChecks checks;
  @Autowired private Assessments assessments;
  @Autowired private People people;
  @Autowired private JdbcClient database;
  private Jobs jobs;

  @BeforeEach
  void time_passes_when_it_is_told_to(
      @Autowired ManagementService management, @Autowired RuntimeService runtime) {
    jobs = new Jobs(management, runtime);
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void from_the_card_on_the_wall_to_the_signed_report_answered_item_by_item_on_a_phone() {
    open(YearMonth.of(2026, 3));
    Browser phone = Browser.phone().go("http://localhost:" + port + card());
    phone.fill(By.id("username"), "jjenterprise").fill(By.id("password"), "Rectify-Demo-2026");
    phone.click(By.cssSelector("button[type=submit]"));
    phone.seeText("刷胶工").seeText("怎么查").picture("self-check-card");
    phone.click(By.linkText("填报本期自查"));
    Tasklist enterprise = Tasklist.loggedIn(phone, "jjenterprise");
    enterprise.list("本单位待办").open("完成本期自查", "2026年3月自查").see("本企业清单第1版").claim();
    int all = left(phone);
    phone.seeText("共%d项，已答0项".formatted(all));
    assertThat(all).isEqualTo(listed("本企业清单第1版，共(\\d+)项", phone));
    assertThat(Browser.showing(phone.driver(), ".rectify-rest"))
        .as("nothing is answered together that was not opened")
        .isNull();

    tap(phone, SHOES + "/summary");
    phone.picture("self-check-group");
    assertThat(small(phone)).as("what a thumb must hit").isEmpty();
    tap(phone, SHOES + "//li[1]//label[contains(., '不符合')]");
    phone.fill(By.xpath(SHOES + "//li[1]//textarea"), "胶桶敞口摆放。");
    phone.driver().findElement(By.xpath(SHOES + "//li[1]//input[@multiple]")).sendKeys(photo());
    phone.see(By.xpath(SHOES + "//li[1]//*[contains(@class, 'evidence-card')]//img"));
    tap(phone, SHOES + "//li[2]//label[contains(., '不适用')]");
    phone.fill(By.xpath(SHOES + "//li[2]//input[@maxlength='200']"), "本月停用");
    tap(phone, SHOES + "//li[2]//label[normalize-space(.)='符合']");
    tap(phone, SHOES + "//button[contains(., '全部符合')]");
    phone.seeText("不符合1项").seeText("草稿已保存").picture("self-check-answered");
    assertThat(small(phone)).isEmpty();

    enterprise.fill("签字人", "林厂长");
    tap(
        phone,
        "//section[contains(@class, 'task-card')]//button[contains(@class, 'btn-primary')"
            + " and contains(., '办结')]");
    phone.seeText("没有答完，请逐项答完后再办结");
    assertThat(status("2026-03")).isEqualTo("OPEN");

    Tasklist desk = Tasklist.logIn(Browser.desktop(), port, "jjenterprise", "Rectify-Demo-2026");
    desk.list("本单位待办").open("完成本期自查", "2026年3月自查");
    assertThat(left(desk.browser())).as("another computer goes on").isEqualTo(left(phone));
    tap(desk.browser(), SHOES + "/summary");
    assertThat(desk.browser().see(By.xpath(SHOES + "//li[1]//textarea")).getDomProperty("value"))
        .isEqualTo("胶桶敞口摆放。");
    desk.browser().picture("self-check-desk");
    desk.browser().close();

    while (left(phone) > 0) {
      tap(phone, "//section[@class='rectify-sheet']//button[text()='下一项未答']");
      tap(phone, "//details[@open]//button[contains(., '全部符合') and not(@hidden)]");
    }
    phone.seeText("已答%d项，还剩0项".formatted(all)).picture("self-check-complete");
    enterprise.complete();
    assertThat(status("2026-03")).isEqualTo("SUBMITTED");

    enterprise.list("本单位待办").open("说明不符合项", "成型车间 刷胶工").see("清单条目").claim();
    assertThat(enterprise.written("现场情况")).isEqualTo("胶桶敞口摆放。");
    enterprise.choose("隐患等级", "一般隐患");
    enterprise.tick("已当场整改完毕").fill("当场整改情况", "已加盖并移入专柜。").photo("整改后照片").complete();
    assertThat(hazard()).containsEntry("location", "成型车间 刷胶工").containsEntry("status", "REPORTED");
    assertThat(photosOfHazard()).isOne();
    phone.go("http://localhost:" + port + "/self-checks/" + numberOf(YearMonth.of(2026, 3)));
    phone.seeText("共%d项，不符合1项，不适用0项".formatted(all)).seeText("胶桶敞口摆放");
    phone.seeText("已登记为隐患案件").picture("self-check-record");
  }

  @Test
  void an_enterprise_asks_to_explain_why_its_report_is_missing() {
    YearMonth may = YearMonth.of(2026, 5);
    open(may);
    jobs.until(LocalDateTime.of(2026, 6, 9, 6, 0), numberOf(may));
    assessments.assess(may);

    Tasklist enterprise =
        Tasklist.logIn(Browser.phone(), port, "jjenterprise", "Rectify-Demo-2026");
    enterprise.entry("考核评估");
    Browser phone = enterprise.browser();
    phone.seeText("2026年5月自查未报").click(By.cssSelector("dialog[open] summary"));
    phone.picture("findings");
    phone.click(By.xpath("//dialog//button[text()='申请说明']")).seeText("请在任务列表中办理“说明情况”。");
    phone.click(By.cssSelector("dialog[open] button[aria-label='关闭']"));
    enterprise.list("本单位待办").open("说明情况", "自查未报").claim();
    enterprise.fill("说明", "当月停产，已书面报备。").complete();

    assertThat(
            database
                .sql("select status from assessment_finding where answered_by = 'jjenterprise'")
                .query(String.class)
                .single())
        .isEqualTo("ANSWERED");
  }

  private static final String SHOES = "//details[@data-group='成型车间 刷胶工']";

  /** Touches what a person has scrolled to. */
  private static void tap(Browser browser, String xpath) {
    WebElement there =
        browser.until(
            driver ->
                driver.findElements(By.xpath(xpath)).stream()
                    .filter(element -> Browser.shows(driver, element))
                    .findFirst()
                    .orElse(null),
            "to see " + xpath);
    Browser.ask(browser.driver(), "arguments[0].scrollIntoView({block: 'center'})", there);
    there.click();
  }

  /** How many items the panel says are left. */
  private static int left(Browser browser) {
    browser.see(By.cssSelector(".rectify-sheet-count"));
    return listed("还剩(\\d+)项", browser);
  }

  private static int listed(String words, Browser browser) {
    String text = Browser.ask(browser.driver(), "return document.body.innerText");
    Matcher found = Pattern.compile(words).matcher(text);
    assertThat(found.find()).as(words).isTrue();
    return Integer.parseInt(found.group(1));
  }

  /** What can be touched in the panel and is smaller than 40 pixels, or beside the screen. */
  private static List<String> small(Browser browser) {
    return Browser.ask(
        browser.driver(),
        """
        return [...document.querySelectorAll('.rectify-sheet :is(summary, button, .rectify-verdict,'
            + ' .rectify-photos label.btn, textarea, input.form-control)')]
          .filter(one => one.checkVisibility())
          .filter(one => {
            const box = one.getBoundingClientRect();
            return box.height < 40 || box.width < 40 || box.left < 0 || box.right > innerWidth;
          })
          .map(one => one.outerHTML.slice(0, 120));
        """);
  }

  private static String photo() {
    try {
      return Files.write(Files.createTempFile("photo", ".jpg"), Photos.unique()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int photosOfHazard() {
    return database
        .sql(
            """
            select count(*) from evidence
            where kind = 'BEFORE' and case_number like 'YH%'
            """)
        .query(Integer.class)
        .single();
  }

  private void open(YearMonth period) {
    ClockUtil.setCurrentTime(
        Date.from(period.atDay(1).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
    opening.open(period);
  }

  /** What the QR code of a post's card holds. */
  private String card() {
    return "/check/"
        + database
            .sql(
                """
                select p.id from post p
                where p.name = '刷胶工' and p.enterprise_id = :enterprise
                """)
            .param("enterprise", enterpriseId())
            .query(Long.class)
            .single();
  }

  private String numberOf(YearMonth period) {
    return checks
        .get(
            database
                .sql("select id from self_check where enterprise_id = ? and period = ?")
                .params(enterpriseId(), period.toString())
                .query(Long.class)
                .single())
        .number();
  }

  private long enterpriseId() {
    return people.find("jjenterprise").orElseThrow().standing().enterprises().iterator().next();
  }

  private Map<String, Object> hazard() {
    return database
        .sql(
            """
            select h.location as "location", h.status as "status"
            from hazard h join self_check_finding f on f.hazard_id = h.id
            """)
        .query()
        .singleRow();
  }

  private String status(String period) {
    return database
        .sql("select status from self_check where period = ? and submitted_by = 'jjenterprise'")
        .param(period)
        .query(String.class)
        .optional()
        .orElse("OPEN");
  }
}
