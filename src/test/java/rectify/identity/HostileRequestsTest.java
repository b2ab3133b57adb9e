package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What no program of ours sends, and what the doors say to it. */
@DemoApplication
class HostileRequestsTest {

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/people/me;a=b",
        "GET /api/%2e%2e/people/me",
        "GET /api//people",
        "GET /api/people/%00",
        "GET /engine-rest/task;a=b",
        "GET /engine-rest/task/%2F",
        "GET /camunda/api/engine/engine/default/task;a=b",
        "GET /camunda/app/tasklist/default/;a=b",
        "GET /login;a=b",
        "GET /api/[",
        "GET /api/people?q=|",
        "GET /api/%zz",
        "TRACE /api/people/me",
        "JUMP /api/people/me",
        "GET api"
      })
  void a_broken_address_is_refused_in_chinese(String line) throws IOException {
    Answer answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\n" + basic("jjoffice"));

    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.body()).containsPattern("\\p{IsHan}{3}").doesNotContain("Exception:", "org.");
    boolean isLegible = !line.contains("|");
    if (line.contains(" /api") && isLegible) {
      assertThat(answer.text()).contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9_000, 20_000, 60_000})
  void an_over_long_address_or_header_is_refused_in_chinese(int length) throws IOException {
    String much = "x".repeat(length);
    for (String head :
        new String[] {
          "GET /api/people/me?q=" + much + " HTTP/1.1\r\nHost: localhost\r\n",
          "GET /api/people/me HTTP/1.1\r\nHost: localhost\r\nX-Much: " + much + much + "\r\n"
        }) {
      Answer answer = raw(head + basic("jjoffice"));

      assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
      assertThat(answer.body()).containsPattern("\\p{IsHan}{3}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/hazards",
        "/engine-rest/task",
        "/engine-rest/task/none/complete",
        "/engine-rest/task/none/submit-form",
        "/engine-rest/filter/create"
      })
  void json_too_deep_or_too_long_or_none_is_refused_in_chinese(String path) {
    for (String json :
        new String[] {
          "[".repeat(2_000) + "]".repeat(2_000),
          "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
          "{\"a\": \"" + "x".repeat(3 << 20) + "\"}",
          "{\"a\": ",
          "\u0000"
        }) {
      HttpResponse<String> answer = new Visitor(port).as("jjoffice").send("POST", path, json);

      assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
      assertThat(answer.body()).containsPattern("\\p{IsHan}{3}").doesNotContain("com.", "org.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/process-definition/key/hazard-rectification/submit-form",
        "/process-definition/key/hazard-rectification/start",
        "/process-definition/key/none/submit-form",
        "/task/none/submit-form",
        "/task/none/complete",
        "/task/none/claim",
        "/task/none/assignee",
        "/task/none/delegate",
        "/task/none/comment/create",
        "/task/none/identity-links",
        "/task",
        "/task/count",
        "/filter/create",
        "/filter/none/list",
        "/process-instance",
        "/history/task",
        "/history/process-instance/count",
        "/decision-definition/key/responsible-authority/evaluate",
        "/message",
        "/user/create",
        "/user/none/credentials",
        "/group/create",
        "/authorization/create",
        "/identity/verify",
        "/job/none/retries",
        "/modification/execute",
        "/migration/generate"
      })
  void bodies_that_say_nothing_or_the_wrong_thing_fail_nothing(String path) {
    String variable = "{\"variables\": {\"location\": {\"value\": %s, \"type\": \"%s\"%s}}}";
    String[] bodies = {
      "",
      "{}",
      "[]",
      "null",
      "1",
      "\"x\"",
      "{\"variables\": null}",
      "{\"variables\": []}",
      "{\"variables\": {\"location\": null}}",
      "{\"variables\": {\"location\": {}}}",
      variable.formatted("\"x\"", "Integer", ""),
      variable.formatted("\"x\"", "NoSuchType", ""),
      variable.formatted("\"<a\"", "Xml", ""),
      variable.formatted("\"<a/>\"", "Xml", ""),
      variable.formatted("\"{\"", "Json", ""),
      variable.formatted("\"{}\"", "Object", ""),
      variable.formatted(
          "\"{}\"",
          "Object",
          ", \"valueInfo\": {\"objectTypeName\": \"java.net.URL\", \"serializationDataFormat\":"
              + " \"application/json\"}"),
      variable.formatted("{\"a\": 1}", "String", ""),
      variable.formatted("\"2026-13-45\"", "Date", ""),
      variable.formatted("\"%%%\"", "Bytes", ""),
    };
    for (String person : new String[] {"jjenterprise", "admin"}) {
      for (String body : bodies) {
        for (String method : new String[] {"POST", "PUT"}) {
          HttpResponse<String> answer =
              new Visitor(port).as(person).send(method, "/engine-rest" + path, body);
          assertThat(answer.statusCode())
              .as(person + " " + method + " " + path + " " + body + " " + answer.body())
              .isLessThan(500);
          assertThat(answer.body()).doesNotContain("org.camunda", "java.lang", "NullPointer");
        }
      }
    }
  }

  /** What the server answered before with nothing, English words, or a failure of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /error | | ",
        "GET /actuator/health/none | | ",
        "GET /actuator/prometheus | | ",
        "GET /api/evidence/none/thumbnail | Accept: nothing | ",
        "GET /engine-rest/task | Accept: */*;q=x | ",
        "GET /engine-rest/task | Accept: image/png | ",
        "GET /camunda/api/none | | ",
        "POST /api/deputies | Accept: image/png | {}",
        "PUT /api/hazards | Content-Type: application/x-www-form-urlencoded | %%",
        "POST /engine-rest/task | Content-Type: multipart/form-data | x",
        "POST /engine-rest/task/count | Content-Type: nothing | x",
        "POST /login | Content-Type: multipart/form-data | x",
        "POST /verify/x | Content-Type: application/json | {}",
        "GET /engine-rest/task/none/deployed-form | | ",
        "GET /engine-rest/task/none/form-variables | | ",
        "POST /engine-rest/task/none/unclaim | Content-Type: application/json | {}",
        "POST /engine-rest/authorization/create | Content-Type: application/json | {\"type\": 8}",
        "POST /engine-rest/group/create | Content-Type: application/json | {\"id\": \"../..\"}",
        "GET /engine-rest/task?maxResults=x | | ",
        "GET /engine-rest/task?sortBy=x | | ",
      })
  void what_no_door_has_words_for_is_answered_in_the_doors_own_form(String line)
      throws IOException {
    String[] parts = line.split("\\s*\\|\\s*", -1);
    String header = parts[1].isBlank() ? "" : parts[1] + "\r\n";
    String head =
        parts[0]
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + header
            + "Content-Length: "
            + parts[2].length();
    Answer answer = raw(head + "\r\n" + basic("admin") + parts[2]);

    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    String form =
        line.matches("\\w+ /(api|actuator).*")
            ? "application/problem+json"
            : line.matches("\\w+ /(engine-rest|camunda/api).*") ? "json" : "text/html";
    assertThat(answer.text()).contains("Content-Type: ").contains(form);
    assertThat(answer.body())
        .containsPattern("\\p{IsHan}{3}")
        .doesNotContain("timestamp", "Exception:", "org.", "not found");
  }

  @Test
  void text_is_cleaned_wherever_it_comes_in() {
    Visitor admin = new Visitor(port).as("admin");
    HttpResponse<String> kept =
        admin.send(
            "POST",
            "/api/people/chendai1/certificates",
            "{\"certificateNumber\": \" F-1\\u202E\\u0000\\uD800 \", \"validUntil\": \"2030-01-01\"}");

    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    assertThat(kept.body()).contains("\"F-1\"");
    HttpResponse<String> group =
        admin.send(
            "POST",
            "/engine-rest/group/create",
            "{\"id\": \"cleangroup\", \"name\": \"\u202E演示\u200B𠀋 \", \"type\": \"x\"}");
    assertThat(group.statusCode()).as(group.body()).isEqualTo(204);
    assertThat(
            jdbc.queryForObject(
                "select NAME_ from ACT_ID_GROUP where ID_ = 'cleangroup'", String.class))
        .isEqualTo("演示𠀋");
    admin.send("DELETE", "/engine-rest/group/cleangroup", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a\\b.jpg",
        "..",
        "a/../b.jpg",
        "",
        " ",
        "%00.jpg",
        "x\u202Egpj"
      })
  void a_file_with_a_hostile_name_is_taken_or_refused_but_fails_nothing(String name) {
    HttpResponse<String> answer =
        new Visitor(port)
            .as("naenterprise")
            .upload(
                "/api/evidence",
                Map.of("kind", "before", "clientKey", "hostile-name-" + Math.abs(name.hashCode())),
                name,
                new byte[] {1, 2, 3});

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).containsPattern("\\p{IsHan}{3}").doesNotContain("\u202E");
  }

  @Test
  void a_form_of_thousands_of_parts_or_parameters_is_refused() {
    StringBuilder parts = new StringBuilder();
    for (int part = 0; part < 2_000; part++) {
      parts.append("--b\r\nContent-Disposition: form-data; name=\"p").append(part);
      parts.append("\"\r\n\r\nx\r\n");
    }
    HttpResponse<String> answer =
        new Visitor(port).as("admin").multipart("/api/evidence", "b", parts + "--b--\r\n");

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).containsPattern("\\p{IsHan}{3}");
    HttpResponse<String> many =
        new Visitor(port).as("admin").get("/api/enterprises?" + "a=1&".repeat(1_900));
    assertThat(many.statusCode()).as(many.body()).isBetween(200, 499);
  }

  private record Answer(String text) {

    int status() {
      return Integer.parseInt(text.substring(9, 12));
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end);
    }
  }

  private static String basic(String user) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + Visitor.PASSWORD).getBytes(StandardCharsets.UTF_8))
        + "\r\nConnection: close\r\n\r\n";
  }

  private Answer raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new Answer(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
