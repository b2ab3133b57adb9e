package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The documents of a case as Tasklist shows them beside its task. */
@ProductInBrowser
class DocumentsBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final By TAB =
      By.xpath("//*[contains(@class, 'task-card')]//a[contains(., '文书')]");
  private static final By LIST = By.cssSelector(".task-card .rectify-documents li");

  @LocalServerPort private int port;

  @BeforeEach
  void begins_on_a_monday_morning() {
    ClockUtil.setCurrentTime(
        Date.from(DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {1400, 390})
  void the_tab_lists_and_opens_the_documents_of_the_case(int width) {
    String place = "配电房" + width;
    Tasklist enterprise =
        Tasklist.logIn(Browser.desktop(), port, "jjenterprise", "Rectify-Demo-2026");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", place)
        .fill("隐患情况", "配电箱门缺失。")
        .choose("隐患等级", "一般隐患")
        .start();
    enterprise.list("本单位待办").open("整改隐患", place).claim();
    enterprise
        .choose("办理事项", "申请延期")
        .fill("申请延期至", LocalDate.of(2026, 3, 13))
        .fill("延期理由", "材料尚未到货。")
        .complete();
    Tasklist township = Tasklist.logIn(Browser.desktop(), port, "chendai1", "Rectify-Demo-2026");
    township.list("本单位待办").open("审批延期申请", place).claim();
    township
        .choose("审批决定", "准予延期")
        .fill("延期至", LocalDate.of(2026, 3, 13))
        .fill("审批意见", "情况属实。")
        .complete();

    Browser browser = Browser.desktop();
    Tasklist reader = Tasklist.logIn(browser, port, "jjenterprise", "Rectify-Demo-2026");
    reader.list("本单位待办").open("整改隐患", place);
    browser.click(TAB);
    browser.see(LIST);
    browser.resize(width, 900);
    WebElement row =
        browser.until(
            driver -> {
              WebElement drawn = driver.findElement(LIST);
              return drawn.getText().isEmpty() ? null : drawn;
            },
            "the list drawn for the new width");

    assertThat(row.getText()).contains("整改延期审批表", "应急延审〔2026〕", "打开", "打印").doesNotContain("更正");
    browser.until(
        driver ->
            ((JavascriptExecutor) driver)
                .executeScript(
                    "arguments[0].scrollIntoView({block: 'center'});"
                        + "const r = arguments[0].getBoundingClientRect();"
                        + "return r.width > 0 && r.right <= innerWidth",
                    row)
                .equals(true),
        "a row within the width of " + width);
    browser.picture("documents-" + width);
    browser.click(By.cssSelector(".task-card .rectify-documents .btn-primary"));
    browser.until(driver -> driver.getWindowHandles().size() == 2, "the PDF in a window");
  }
}
