package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How Tasklist comes over a line that is slow or breaks. */
@ProductInBrowser
class LoadingBrowserIT {

  private static final By AGAIN = By.xpath("//button[text()='重新加载']");
  private static final By LIST = By.cssSelector(".tasks-list");

  /** Scripts of the engine's that came, by name, and with them all that came before the list. */
  private static final String CAME =
      """
      return performance.getEntriesByType('resource')
          .map(it => it.name.replace(/[?].*/, ''))
          .filter(it => /parts|lib[/]deps/.test(it))
          .map(it => it.replace(/.*[/]/, ''));
      """;

  private static final String KIBIBYTES =
      """
      return Math.round(performance.getEntriesByType('resource')
          .filter(it => /[.](js|css)$/.test(it.name.replace(/[?].*/, ''))
              && !/forms|diagrams/.test(it.name))
          .reduce((sum, it) => sum + it.encodedBodySize, 0) / 1024);
      """;

  @LocalServerPort private int port;

  private final Browser desk = Browser.desktop();

  @AfterEach
  void everything_comes_again() {
    block();
    desk.close();
  }

  @Test
  void a_list_needs_little_and_forms_and_diagrams_come_after_it() {
    Tasklist enterprise = Tasklist.logIn(desk, port, "jjenterprise", "Rectify-Demo-2026");
    enterprise
        .startProcess("自查隐患整改")
        .fill("隐患部位", "面料仓库")
        .fill("隐患情况", "灯具无护罩。")
        .choose("隐患等级", "一般隐患")
        .start();
    enterprise.list("本单位待办").open("整改隐患", "面料仓库").see("灯具无护罩");
    desk.click(By.linkText("流程图")).see(By.cssSelector(".diagram-pane .djs-element.highlight"));

    assertThat((List<?>) chrome().executeScript(CAME))
        .as("what no page of ours draws is never asked for")
        .asString()
        .contains("first.js", "forms.js", "diagrams.js")
        .doesNotContain("rest.js", "deps.js");
    assertThat((Long) chrome().executeScript(KIBIBYTES))
        .as("scripts and styles before the list, compressed in haste")
        .isBetween(100L, 650L);
  }

  @Test
  void a_part_that_did_not_come_is_said_and_comes_when_asked_for_again() {
    Tasklist.logIn(desk, port, "jjenterprise", "Rectify-Demo-2026");
    block("*/parts/forms.js");
    chrome().navigate().refresh();

    desk.see(LIST);
    desk.seeText("有文件没有下载成功").see(AGAIN);
    desk.picture("LoadingBrowserIT-一部分没有来");

    comesAgain();
    desk.click(Tasklist.START).click(By.linkText("自查隐患整改"));
    desk.see(By.cssSelector(".modal-content .fjs-container .fjs-form-field"));
  }

  @Test
  void our_scripts_that_did_not_come_are_said_and_come_when_asked_for_again() {
    Tasklist.logIn(desk, port, "jjenterprise", "Rectify-Demo-2026");
    block("*/together/tasklist.js*");
    chrome().navigate().refresh();

    desk.seeText("有文件没有下载成功").see(AGAIN);
    desk.picture("LoadingBrowserIT-没有来");

    comesAgain();
    desk.see(By.cssSelector("[cam-widget-header] .rectify-entry"));
  }

  private void comesAgain() {
    block();
    desk.click(AGAIN).see(LIST);
    assertThat(desk.driver().findElements(AGAIN)).isEmpty();
  }

  private void block(String... addresses) {
    chrome().executeCdpCommand("Network.enable", Map.of());
    chrome()
        .executeCdpCommand(
            "Network.setCacheDisabled", Map.of("cacheDisabled", addresses.length > 0));
    chrome().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
  }

  private ChromeDriver chrome() {
    return (ChromeDriver) desk.driver();
  }
}
