package rectify.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.identity.DemoApplication;
import rectify.identity.Visitor;

/** No proxy is configured here, so nobody may say for anybody where they come from. */
@DemoApplication
class ProxyHeadersTest {

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 8.8.8.8",
    "X-Forwarded-For, '8.8.8.8, 127.0.0.1'",
    "X-Real-IP, 8.8.8.8",
    "Forwarded, for=8.8.8.8"
  })
  void the_origin_of_an_event_is_the_connection(String header, String value) {
    HttpResponse<String> answer = report(header, value);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(origin(answer)).doesNotContain("8.8.8.8").contains("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Forwarded-Prefix"})
  void a_header_of_five_hundred_characters_breaks_nothing(String header) {
    HttpResponse<String> answer = report(header, "9".repeat(500));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, evil.example",
    "Forwarded, host=evil.example;proto=https",
    "X-Forwarded-Prefix, //evil.example"
  })
  void after_the_login_nobody_is_sent_to_another_house(String header, String value) {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> page =
        visitor.send("GET", "/camunda/app/cockpit/default/", "", header, value);
    assertThat(page.headers().firstValue("Location").orElse("")).doesNotContain("evil.example");

    HttpResponse<String> answer = visitor.login("admin", Visitor.PASSWORD);

    assertThat(answer.headers().firstValue("Location")).hasValue("/camunda/app/cockpit/default/");
  }

  @Test
  void the_login_page_repeats_nothing_a_stranger_sent() {
    HttpResponse<String> page =
        new Visitor(port)
            .send(
                "GET",
                "/login",
                "",
                "X-Forwarded-Prefix",
                "/\"><script>alert(1)</script><a href=\"");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("alert(1)");
  }

  @ParameterizedTest
  @CsvSource({"X-Forwarded-Proto, https", "X-Forwarded-Ssl, on", "Forwarded, proto=https"})
  void a_stranger_cannot_pretend_to_come_by_tls(String header, String value) {
    HttpResponse<String> page = new Visitor(port).send("GET", "/login", "", header, value);

    assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  private HttpResponse<String> report(String header, String value) {
    String credit =
        jdbc.queryForObject(
            "select credit_code from enterprise where concat('ent', id) ="
                + " (select group_id_ from ACT_ID_MEMBERSHIP where user_id_ = 'jjenterprise'"
                + " and group_id_ <> 'enterprise')",
            String.class);
    String hazard =
        """
        {"creditCode": "%s", "location": "二号车间", "description": "灭火器失压", "level": "general",
         "rectifiedOnSpot": false}
        """
            .formatted(credit);
    return new Visitor(port).as("jjenterprise").send("POST", "/api/hazards", hazard, header, value);
  }

  private String origin(HttpResponse<String> reported) {
    Matcher number = Pattern.compile("YH\\d{6}-\\d{4}-\\d+").matcher(reported.body());
    assertThat(number.find()).isTrue();
    return new Visitor(port)
        .as("jjenterprise")
        .get("/api/hazards/" + number.group() + "/events")
        .body();
  }
}
