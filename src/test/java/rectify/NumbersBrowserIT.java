package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers in forms as people type them, in a browser that is some years old. */
@ProductInBrowser
class NumbersBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final By FUNDS = By.cssSelector(".task-card .fjs-form-field-number input");
  private static final By SAID = By.cssSelector(".fjs-form-field-number .rectify-number");

  /** As in a Chromium before 93; what drives the browser needs it itself. */
  private static final String OLDER =
      """
      const hasOwn = Object.hasOwn;
      Object.defineProperty(Object, 'hasOwn', {
        get: () => /rectify[/]|scripts[/]|together[/]/.test(new Error().stack) ? undefined : hasOwn
      });
      """;

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
  void a_number_is_kept_as_it_was_meant_or_refused_where_it_was_typed() throws IOException {
    String place = "三号车间地坑";
    Browser desk = Browser.desktop();
    ChromeDriver chrome = (ChromeDriver) desk.driver();
    Object older =
        chrome
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", OLDER))
            .get("identifier");
    try {
      Tasklist enterprise = Tasklist.logIn(desk, port, "jjenterprise", "Rectify-Demo-2026");
      everyNumberIsReadAsOnTheServer(chrome);
      enterprise
          .startProcess("自查隐患整改")
          .fill("隐患部位", place)
          .fill("隐患情况", "地坑无盖板。")
          .choose("隐患等级", "一般隐患")
          .start();
      enterprise.list("本单位待办").open("整改隐患", place).claim();
      enterprise
          .choose("办理事项", "报告整改完成")
          .fill("整改责任人", "林某某")
          .fill("整改措施", "已加盖板。")
          .fill("整改完成日期", DAY)
          .fill("整改期间安全防范措施和应急预案", "围栏并挂牌。")
          .photo("整改后照片")
          .wrong("整改资金（元）");
      // words that were left in English where the browser is old
      desk.seeText("此项为必填项。");

      type(desk, "1e3");
      said(desk, "请不用科学计数法");
      desk.click(By.cssSelector(".task-card .form-actions .btn-primary"));
      said(desk, "应为数字，现为“1e3”");
      desk.picture("NumbersBrowserIT-科学计数法");

      desk.resize(390, 844);
      type(desk, "5万元");
      said(desk, "不写单位和货币符号（如元、万、￥）");
      assertThat(shown(desk)).isEqualTo("5万元");
      assertThat(sideways(desk)).as("a phone scrolls down, never sideways").isLessThanOrEqualTo(0);
      desk.picture("NumbersBrowserIT-手机");

      desk.seeText("草稿已保存");
      chrome.navigate().refresh();
      said(desk, "不写单位和货币符号（如元、万、￥）");
      assertThat(shown(desk)).as("a draft opens as it was typed").isEqualTo("5万元");

      type(desk, "１２，３４５．６");
      said(desk, "您填写的“１２，３４５．６”按12345.6记录。");
      assertThat(shown(desk)).isEqualTo("12345.6");
      desk.picture("NumbersBrowserIT-全角");

      // typed over, and sent without the field being left first
      desk.see(FUNDS).sendKeys(Keys.chord(Keys.CONTROL, "a"), "12,345.60");
      enterprise.complete();
    } finally {
      chrome.executeCdpCommand(
          "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", older));
    }
    assertThat(
            database
                .sql("select funds from hazard where location = ?")
                .param(place)
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("12345.60");
  }

  private static void everyNumberIsReadAsOnTheServer(JavascriptExecutor page) throws IOException {
    for (JsonNode one :
        new ObjectMapper()
            .readTree(NumbersBrowserIT.class.getResourceAsStream("/sent/numbers.json"))) {
      Object read =
          page.executeAsyncScript(
              """
              const [typed, done] = arguments;
              import('/rectify/typed-number.js').then(({readNumber}) => done(readNumber(typed)));
              """,
              one.path("typed").asText());
      assertThat(read)
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
          .as(one.toString())
          .containsEntry("value", one.path("value").textValue());
      if (one.has("says")) {
        assertThat(read.toString()).as(one.toString()).contains(one.path("says").asText());
      }
    }
  }

  private static void type(Browser browser, String text) {
    WebElement funds = browser.see(FUNDS);
    funds.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    funds.sendKeys(Keys.TAB);
  }

  private static void said(Browser browser, String words) {
    browser.until(
        driver ->
            driver.findElements(SAID).stream().anyMatch(line -> line.getText().contains(words)),
        "“" + words + "” beside the number");
  }

  private static long sideways(Browser browser) {
    return Browser.<Long>ask(
        browser.driver(), "return document.documentElement.scrollWidth - window.innerWidth");
  }

  /** What the field shows, past what it hands to the form. */
  private static Object shown(Browser browser) {
    return ((JavascriptExecutor) browser.driver())
        .executeScript(
            "return Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')"
                + ".get.call(arguments[0])",
            browser.see(FUNDS));
  }
}
