package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.identity.Visitor;

/** The platform's pages as people use them, at a desk and on a phone. */
@ProductInBrowser
class PagesBrowserIT {

  private static final List<String> PEOPLE =
      List.of(
          "jjenterprise",
          "chendai1",
          "jjemergency1",
          "jjoffice",
          "citymanager",
          "designer",
          "admin");

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtime;

  @Test
  void a_case_is_found_as_one_types_and_followed_from_its_page() {
    String number = reports("泉州（测试）成型车间", "烘箱超温报警失灵");
    Browser desk = Browser.desktop();
    logIn(desk, "chendai1").seeText("今天要办").seeText("我的任务").picture("first-page");

    desk.driver().findElement(By.cssSelector("body")).sendKeys(Keys.TAB);
    assertThat(desk.driver().switchTo().activeElement().getText()).isEqualTo("跳到正文");
    desk.fill(By.id("search"), "泉州(测试)");
    desk.driver().findElement(By.id("search")).sendKeys(Keys.ENTER);
    desk.seeText("共1条").picture("cases");
    desk.click(By.linkText(number)).seeText("烘箱超温报警失灵").seeText("等待签收：").picture("case");

    desk.click(By.cssSelector("button[hx-put]")).see(By.cssSelector("button[hx-delete]"));
    desk.click(By.linkText("关注")).see(By.linkText(number));
    desk.click(By.linkText("待办任务"));
    Tasklist.loggedIn(desk, "chendai1");
    desk.click(By.cssSelector("a.rectify-entry[title='业务平台']")).seeText("我的任务");
    desk.click(By.cssSelector(".city-person .dropdown-toggle"));
    desk.click(By.xpath("//button[contains(., '退出登录')]")).seeText("您已退出登录");
    desk.close();
  }

  @Test
  void a_phone_reaches_everything_and_nothing_is_cut_off() {
    String number = reports("打包车间", "通道堵塞");
    Browser phone = Browser.phone();
    logIn(phone, "jjenterprise").seeText("我的任务").picture("first-page-phone");
    phone.click(By.cssSelector(".navbar-toggler")).click(By.linkText("案件"));
    phone.click(By.linkText(number)).seeText("去办理").picture("case-phone");
    assertThat(tooSmallToTouch(phone.driver())).isEmpty();
    phone.click(By.linkText("去办理"));
    phone.see(By.cssSelector("section.task-card"));
    phone.close();
  }

  @Test
  void no_page_shows_a_latin_word_or_is_wider_than_a_phone() {
    String number = reports("压铸车间", "急停按钮损坏");
    LatinWords words = new LatinWords(false);
    for (String person : PEOPLE) {
      Browser browser = Browser.desktop();
      logIn(browser, person).see(By.id("duties"));
      for (String path :
          List.of(
              "/city",
              "/city/cases?overdue=true&open=true&soon=true&text=x",
              "/city/cases",
              "/city/cases/" + number,
              "/city/done",
              "/city/followed")) {
        browser.go("http://localhost:" + port + path).see(By.cssSelector("main h1"));
        String where = person + " " + path;
        words.look(browser.driver(), where);
        browser.resize(390, 844);
        words.look(browser.driver(), where);
        words.fits(browser.driver(), where);
        browser.resize(1400, 1000);
      }
      browser.close();
    }
    assertThat(words.found()).isEmpty();
  }

  @Test
  void tasklist_finds_by_what_a_case_says_and_offers_our_own_terms() {
    reports("泉州（测试）喷漆房", "静电接地断开");
    reports("原料仓库", "堆垛超高");
    Tasklist tasklist =
        Tasklist.logIn(Browser.desktop(), port, "jjenterprise", "Rectify-Demo-2026");
    Browser browser = tasklist.browser();
    tasklist.list("本单位待办");
    browser.seeText("原料仓库");
    browser.fill(By.name("words"), "泉州(测试) 静电");
    browser.click(By.cssSelector(".rectify-find button[type=submit]"));
    browser.seeText("喷漆房").seeNoText("原料仓库").picture("tasklist-find");
    browser.driver().navigate().refresh();
    browser.seeText("喷漆房").seeNoText("原料仓库");
    browser.click(By.xpath("//button[text()='清除']")).seeText("原料仓库");

    List<WebElement> terms =
        browser.driver().findElements(By.cssSelector(".rectify-conditions label"));
    assertThat(terms).hasSize(10);
    browser.click(By.xpath("//button[text()='条件']"));
    browser.fill(By.name("task"), "没有这样的任务");
    browser.click(By.cssSelector(".rectify-find button[type=submit]")).seeNoText("原料仓库");
    browser.click(By.xpath("//button[text()='清除']"));
    browser.click(By.cssSelector(".rectify-number a")).see(By.id("course"));
    browser.close();
  }

  @Test
  void a_task_outside_of_cases_is_found_by_its_enterprise() {
    Tasklist officer = Tasklist.logIn(Browser.desktop(), port, "chendai1", "Rectify-Demo-2026");
    officer.startProcess("监督检查").fill("被检查单位", "佳禾").choose("检查类型", "日常检查").start();
    officer.list("本单位待办");
    officer.browser().fill(By.name("words"), "佳禾 选择被检查");
    officer.browser().click(By.cssSelector(".rectify-find button[type=submit]"));
    officer.seeTask("佳禾");
    officer.browser().close();
  }

  @Test
  void cockpit_leads_to_the_page_of_a_case_and_names_whom_it_shows() {
    String number = reports("锅炉房", "水位计不清");
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .singleResult()
            .getId();
    Tasklist manager = Tasklist.logIn(Browser.desktop(), port, "jjmanager", "Rectify-Demo-2026");
    manager
        .browser()
        .go(
            "http://localhost:"
                + port
                + "/camunda/app/cockpit/default/#/process-instance/"
                + instance
                + "/runtime?tab=variables-tab")
        .seeText("authorityGroup")
        .seeText("晋江市陈埭镇")
        .seeNoText("town350582")
        .click(By.cssSelector("a.action-button[title='案件页']"))
        .seeText("水位计不清");
    manager.browser().close();
  }

  private String reports(String location, String description) {
    String answer =
        new Visitor(port)
            .as("jjenterprise")
            .send(
                "POST",
                "/api/hazards",
                "{\"location\": \"%s\", \"description\": \"%s\", \"level\": \"general\"}"
                    .formatted(location, description))
            .body();
    return answer.replaceFirst("(?s).*\"caseNumber\":\"([^\"]+)\".*", "$1");
  }

  private Browser logIn(Browser browser, String person) {
    browser.go("http://localhost:" + port + "/");
    browser.fill(By.id("username"), person).fill(By.id("password"), "Rectify-Demo-2026");
    return browser.click(By.cssSelector("button[type=submit]"));
  }

  /** What one presses with a finger is at least 40 pixels high; words in a text are read first. */
  private static List<String> tooSmallToTouch(WebDriver driver) {
    return Browser.ask(
        driver,
        """
        return [...document.querySelectorAll('button, .btn, select, input, .nav-link')]
            .filter(e => e.checkVisibility() && e.type !== 'hidden' && e.type !== 'checkbox')
            .filter(e => e.getBoundingClientRect().height < 40)
            .map(e => e.outerHTML.slice(0, 120));
        """);
  }
}
