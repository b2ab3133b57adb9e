package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

@NeedsBrowser
class BrowserTest {

  private static final String PAGE =
      """
      <!doctype html><html lang="zh-CN"><meta charset="utf-8">
      <title>隐患整改</title>
      <body><h1>隐患整改案件</h1>
      <input id="place"><button onclick="
        setTimeout(() => document.querySelector('#said').textContent =
          '已上报：' + document.querySelector('#place').value, 300)">上报</button>
      <p id="said"></p><p id="language"></p>
      <script>document.querySelector('#language').textContent = navigator.languages[0]</script>
      """;

  private HttpServer server;

  @BeforeEach
  void serves_a_page() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stops_serving() {
    server.stop(0);
  }

  @Test
  void a_person_writes_chinese_and_reads_the_answer_when_it_comes() {
    Browser browser = Browser.desktop().go(url()).seeText("隐患整改案件");

    browser.fill(By.id("place"), "𠮷野家后厨").click(By.tagName("button"));

    assertThat(browser.seeText("已上报：𠮷野家后厨").driver().getTitle()).isEqualTo("隐患整改");
  }

  @Test
  void it_asks_for_chinese_pages() {
    assertThat(Browser.desktop().go(url()).see(By.id("language")).getText()).isEqualTo("zh-CN");
  }

  @Test
  void a_phone_is_as_narrow_as_a_phone() {
    Browser phone = Browser.phone().go(url());

    assertThat(((JavascriptExecutor) phone.driver()).executeScript("return innerWidth"))
        .isEqualTo(390L);
  }

  @Test
  void the_next_person_finds_nothing_of_the_one_before() {
    String remembered = "return document.cookie + '|' + localStorage.length + history.length";
    Browser first = Browser.desktop().go(url());
    Object before = Browser.ask(first.driver(), remembered);
    Browser.ask(first.driver(), "document.cookie = 'who=first'; localStorage.who = 'first'");
    Browser.ask(first.driver(), "window.open('about:blank')");
    first.line(false);
    first.close();

    Browser next = Browser.desktop().go(url());

    assertThat(Browser.<Object>ask(next.driver(), remembered)).isEqualTo(before);
    assertThat(next.driver().getWindowHandles()).hasSize(1);
  }

  @Test
  void what_it_shows_can_be_kept() throws IOException {
    Path picture = Browser.desktop().go(url()).screenshot("BrowserTest.what it shows/隐患");

    assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    Files.delete(picture);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }
}
