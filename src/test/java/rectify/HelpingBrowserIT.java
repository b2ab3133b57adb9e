package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.evidence.Photos;
import rectify.identity.Visitor;

/** The bell, the handing over and the doing together, as people do them in Tasklist. */
@ProductInBrowser
@TestPropertySource(properties = "spring.quartz.auto-startup=true")
class HelpingBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final By MENU = By.cssSelector("[cam-widget-header] .navbar-toggle");
  private static final By DIALOG = By.cssSelector("dialog[open]");

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private Scheduler scheduler;
  @Autowired private TransactionTemplate transaction;

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
  void the_bell_tells_of_a_task_that_is_handed_over_by_keyboard_alone() {
    String number = report("三号仓库");
    Browser first = logIn(Browser.desktop(), "chendai1");
    Browser second = logIn(Browser.desktop(), "chendai2");
    openTask(first, number);
    first.click(By.cssSelector(".rectify-hold .claim"));
    first.see(By.cssSelector(".rectify-hold .unclaim"));
    WebElement handOver = first.see(By.xpath("//button[contains(., '转交')]"));
    handOver.sendKeys(Keys.ENTER);
    WebElement to = first.see(By.cssSelector("dialog[open] select"));
    first.until(driver -> new Select(to).getOptions().size() == 1, "one colleague");
    WebElement note = first.see(By.cssSelector("dialog[open] textarea"));
    note.sendKeys("明天出差，请代为核查");
    first.picture("hand-over");
    note.sendKeys(Keys.TAB, Keys.ENTER);
    first.until(driver -> driver.findElements(DIALOG).isEmpty(), "the dialog closed");

    spread();
    second.until(driver -> told("chendai2", "HANDED_OVER"), "the notice in the inbox");
    second.driver().navigate().refresh();
    second.until(driver -> !badge(driver).isEmpty(), "unread notices");
    int unread = Integer.parseInt(badge(second.driver()));
    second.click(By.cssSelector("a.rectify-entry[title='通知']"));
    WebElement notice = second.see(By.xpath("//dialog//li//a[contains(., '同事转交')]"));
    second.picture("bell");
    assertThat(notice.getText()).contains("三号仓库", "明天出差");
    notice.sendKeys(Keys.ENTER);
    second.until(
        driver -> badge(driver).equals(unread == 1 ? "" : String.valueOf(unread - 1)),
        "one unread notice less");
    second.see(By.cssSelector(".rectify-hold .unclaim"));
    assertThat(second.see(By.cssSelector(".task-card h2.task")).getText()).contains("验收");
  }

  /** Quartz writes into the transaction it finds. */
  private void spread() {
    transaction.executeWithoutResult(
        status -> {
          try {
            scheduler.triggerJob(JobKey.jobKey("notification-spread"));
          } catch (SchedulerException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void a_township_accepts_what_was_rectified_on_the_spot_together() {
    List<String> numbers = List.of(report("一号冲压机"), report("二号冲压机"), report("三号冲压机"));
    Browser township = logIn(Browser.desktop(), "chendai1");
    acceptAll(township, "bulk");

    for (String number : numbers) {
      assertThat(status(number)).isEqualTo("CLOSED");
    }
  }

  @Test
  void a_phone_shows_the_entries_and_the_dialogs_in_full() {
    report("手机上看的配电箱");
    spread();
    Browser phone = Browser.phone();
    phone.go("http://localhost:" + port + "/camunda/app/tasklist/default/");
    phone.fill(By.id("username"), "chendai1").fill(By.id("password"), Visitor.PASSWORD);
    phone.click(By.cssSelector("button[type=submit]"));
    phone.click(MENU);
    phone.see(By.cssSelector("a.rectify-entry"));
    phone.picture("phone-menu");
    phone.click(MENU);
    acceptAll(phone, "phone-bulk");
    phone.until(driver -> told("chendai1", "NEW_TASK"), "a notice");
    choose(phone, "通知");
    phone.see(By.cssSelector("dialog[open] header"));
    phone.picture("phone-bell");
    assertThat(widerThanThePhone(phone)).isFalse();
    phone.driver().findElement(By.cssSelector("dialog[open] button[aria-label='关闭']")).click();
    choose(phone, "请假代办");
    phone.until(
        driver ->
            !new Select(driver.findElement(By.cssSelector("dialog[open] select")))
                .getOptions()
                .isEmpty(),
        "the colleagues");
    ((JavascriptExecutor) phone.driver())
        .executeScript(
            "const [from, to] = document.querySelectorAll('dialog[open] input[type=date]');"
                + "to.value = from.value");
    phone.click(By.xpath("//dialog//button[contains(., '委托代办')]"));
    phone.seeText("已设置，期满自动结束。").seeText("演示陈埭镇安监员甲委托演示陈埭镇安监员乙代办");
    phone.picture("phone-deputies");
    assertThat(widerThanThePhone(phone)).isFalse();
    phone.click(By.xpath("//dialog//li//button[contains(., '取消')]")).seeText("已取消。");
  }

  @Test
  void a_task_is_found_taken_answered_and_completed_by_keyboard_alone() {
    String number = report("手工打磨间");
    Browser desk = logIn(Browser.desktop(), "chendai1");
    desk.see(By.cssSelector(".tasks-list li.task"));
    keys(desk, Keys.chord(Keys.CONTROL, Keys.ALT, "l"));
    tabTo(desk, ".tasks-list li.task *", "手工打磨间");
    keys(desk, Keys.ENTER);
    desk.see(By.xpath("//section[@class='rectify-case']//p[contains(., '手工打磨间')]"));
    tabTo(desk, ".rectify-hold .claim", "");
    keys(desk, Keys.ENTER);
    desk.see(By.cssSelector(".rectify-hold .unclaim"));
    desk.until(
        driver ->
            "合格，予以销号"
                .equals(
                    ((JavascriptExecutor) driver)
                        .executeScript(
                            "return document.activeElement.matches('.task-card .fjs-form input')"
                                + " && document.activeElement.closest('label').innerText.trim()")),
        "the first answer of the form");
    keys(desk, Keys.SPACE);
    tabTo(desk, ".task-card .fjs-form textarea", "");
    keys(desk, "照片与现场一致。");
    tabTo(desk, ".task-card .form-actions .btn-primary", "");
    keys(desk, Keys.ENTER);
    desk.until(driver -> status(number).equals("CLOSED"), "the case closed");
  }

  private static void keys(Browser browser, CharSequence pressed) {
    browser.driver().switchTo().activeElement().sendKeys(pressed);
  }

  /** Goes on with the Tab key until it stands on such an element, within a card of these words. */
  private static void tabTo(Browser browser, String css, String words) {
    browser.until(
        driver -> {
          Object there =
              ((JavascriptExecutor) driver)
                  .executeScript(
                      """
                      const e = document.activeElement;
                      return e.matches(arguments[0])
                          && (e.closest('li.task') || e).textContent.includes(arguments[1]);
                      """,
                      css,
                      words);
          if (!Boolean.TRUE.equals(there)) {
            keys(browser, Keys.TAB);
          }
          return there;
        },
        "the Tab key at " + css);
  }

  /** On a phone the entries stand in a menu, which folds once one is chosen. */
  private static void choose(Browser person, String entry) {
    if (person.driver().findElement(MENU).isDisplayed()) {
      person.click(MENU);
    }
    person.click(By.cssSelector("a.rectify-entry[title='" + entry + "']"));
  }

  private void acceptAll(Browser person, String picture) {
    choose(person, "批量办理");
    person.see(By.cssSelector("dialog[open] .rectify-choices li"));
    person.click(By.cssSelector("dialog[open] .rectify-all input"));
    person.see(By.cssSelector("dialog[open] textarea")).sendKeys("照片核对无误，准予销号。");
    person.picture(picture + "-chosen");
    assertThat(widerThanThePhone(person)).isFalse();
    person.click(By.cssSelector("dialog[open] button[type=submit]"));
    person.until(
        driver ->
            driver.findElement(By.cssSelector(".rectify-message")).getText().startsWith("已办理"),
        "the result");
    person.picture(picture + "-done");
    assertThat(person.driver().findElements(By.cssSelector(".rectify-result.rectify-bad")))
        .isEmpty();
    person.driver().findElement(By.cssSelector("dialog[open] textarea")).sendKeys(Keys.ESCAPE);
    person.until(driver -> driver.findElements(DIALOG).isEmpty(), "the dialog closed");
  }

  private static boolean widerThanThePhone(Browser browser) {
    return Boolean.TRUE.equals(
        ((JavascriptExecutor) browser.driver())
            .executeScript(
                "const d = document.querySelector('dialog[open]');"
                    + "return d.scrollWidth > d.clientWidth"
                    + " || d.getBoundingClientRect().right > window.innerWidth"));
  }

  private String status(String number) {
    return database
        .sql("select status from hazard where id = ?")
        .param(Long.valueOf(number.substring(14)))
        .query(String.class)
        .single();
  }

  private boolean told(String person, String kind) {
    return database
            .sql(
                "select count(*) from inbox i join notice n on n.id = i.notice_id"
                    + " where i.person = ? and n.kind = ?")
            .params(person, kind)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static String badge(WebDriver driver) {
    List<WebElement> badges = driver.findElements(By.cssSelector(".rectify-badge"));
    return badges.isEmpty() ? "" : badges.get(0).getText();
  }

  private Browser logIn(Browser browser, String person) {
    Tasklist.logIn(browser, port, person, Visitor.PASSWORD);
    browser.see(By.cssSelector("a.rectify-entry"));
    return browser;
  }

  private void openTask(Browser browser, String number) {
    String task =
        database
            .sql(
                """
                select t.ID_ from ACT_RU_TASK t
                join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
                where p.BUSINESS_KEY_ = ?
                """)
            .param(number)
            .query(String.class)
            .single();
    browser.go("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
    browser.see(By.cssSelector(".task-card h2.task"));
  }

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
    String answer =
        enterprise
            .send(
                "POST",
                "/api/hazards",
                """
                {"location": "%s", "description": "防护罩缺失", "level": "general",
                 "rectifiedOnSpot": true, "onSpotMeasures": "已装复防护罩", "evidence": [%s]}
                """
                    .formatted(place, photo))
            .body();
    return answer.replaceAll("(?s).*\"caseNumber\":\"([^\"]+)\".*", "$1");
  }
}
