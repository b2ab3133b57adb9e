package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rights are those of the moment a request comes in, in every session and at every door. */
@DemoApplication
class SessionTest {

  private static final String NEW_PASSWORD = "Another-Pass-2026";
  private static final String API = "/api/people/me";
  private static final String ENGINE = "/engine-rest/task/count";
  private static final String WEBAPPS = "/camunda/api/engine/engine/default/task/count";
  private static final AtomicInteger NEXT = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private IdentityService identity;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void an_administrator_who_is_removed_may_nothing_more_at_once() {
    String person = somebody(GroupIds.ADMINISTRATOR);
    Visitor session = browser(person);
    assertThat(session.get("/actuator/metrics").statusCode()).isEqualTo(200);
    assertThat(session.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    assertThat(session.get("/camunda/api/engine/engine/default/user/count").body())
        .isNotEqualTo("{\"count\":1}");
    assertThat(rename(session, person).statusCode()).isEqualTo(204);

    machine("admin").send("DELETE", "/engine-rest/group/camunda-admin/members/" + person, "");

    assertThat(session.get("/actuator/metrics").statusCode()).isEqualTo(403);
    assertThat(ask(session, "POST", "/engine-rest/signal", "{\"name\": \"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(rename(session, person).statusCode()).isEqualTo(403);
    assertThat(session.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    assertThat(session.get("/camunda/api/engine/engine/default/user/count").statusCode())
        .isEqualTo(403);
    assertThat(session.get("/camunda/api/admin/auth/user/default").body())
        .doesNotContain("\"admin\"", "cockpit");
    assertThat(session.get(API).body()).doesNotContain("camunda-admin");
  }

  @Test
  void a_group_or_county_that_is_lost_or_given_counts_at_the_next_request() {
    String person = somebody("town350582103");
    people.joinTenant(person, "350582");
    Visitor session = browser(person);
    String groups = "/camunda/api/engine/engine/default/group/count";
    assertThat(session.get(groups).body()).isEqualTo("{\"count\":2}");
    assertThat(session.get(API).body()).contains("[\"350582\"]");

    identity.deleteMembership(person, "town350582103");
    identity.deleteTenantUserMembership("350582", person);
    assertThat(session.get(groups).body()).isEqualTo("{\"count\":1}");
    assertThat(session.get(API).body()).doesNotContain("[\"350582\"]");

    people.join(person, GroupIds.MANAGER);
    assertThat(session.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
  }

  @Test
  void the_session_of_an_account_that_is_deleted_ends_at_every_door() {
    String person = somebody(GroupIds.ADMINISTRATOR);
    for (String door :
        List.of(API, ENGINE, WEBAPPS, "/actuator/metrics", "/engine-rest/user/count")) {
      assertEndsAt(door, person, () -> identity.deleteUser(person));
      people.createPerson(person, "演示会话人员", DemoPeople.PASSWORD);
      people.join(person, GroupIds.ADMINISTRATOR);
    }
    Visitor session = browser(person);
    identity.deleteUser(person);
    people.createPerson(person, "同号新人", DemoPeople.PASSWORD);
    assertThat(session.get(API).statusCode()).isEqualTo(401);
  }

  @Test
  void a_page_sends_whose_account_is_gone_to_the_login_which_says_why() {
    for (String page :
        List.of("/", "/camunda/app/tasklist/default/", "/camunda/app/tasklist/scripts/config.js")) {
      String person = somebody(GroupIds.OFFICER);
      Visitor session = browser(person);
      identity.deleteUser(person);

      HttpResponse<String> answer = session.get(page);

      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(Visitor.path(answer)).isEqualTo("/login?ended");
      assertThat(session.get("/login?ended").body()).contains("账号已停用，或密码已更改");
    }
  }

  @Test
  void a_changed_password_ends_the_other_sessions_and_not_the_one_that_changed_it() {
    for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      String person = somebody(GroupIds.OFFICER);
      Visitor own = browser(person);
      Visitor stolen = browser(person);
      Visitor page = browser(person);
      String credentials = root + "/user/" + person + "/credentials";

      assertThat(ask(own, "PUT", credentials, passwords("weak")).statusCode())
          .isGreaterThanOrEqualTo(400);
      assertThat(stolen.get(API).statusCode()).isEqualTo(200);
      assertThat(ask(own, "PUT", credentials, passwords(NEW_PASSWORD)).statusCode()).isEqualTo(204);

      HttpResponse<String> ended = stolen.get(API);
      assertThat(ended.statusCode()).isEqualTo(401);
      assertThat(ended.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(ended.body()).contains("密码已更改");
      assertThat(stolen.get(API).body()).contains("尚未登录");
      assertThat(Visitor.path(page.get("/camunda/app/tasklist/default/")))
          .isEqualTo("/login?ended");
      assertThat(machine(person).get(API).statusCode()).isEqualTo(401);
      for (String door : List.of(API, ENGINE, WEBAPPS)) {
        assertThat(own.get(door).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_password_set_by_an_administrator_ends_the_sessions_of_its_owner() {
    String person = somebody(GroupIds.OFFICER);

    for (String door : List.of(API, ENGINE, WEBAPPS)) {
      assertEndsAt(door, person, () -> resetPassword(person));
    }
  }

  @Test
  void a_request_reads_who_its_person_is_with_one_statement() {
    Visitor session = browser("jjoffice");
    List<String> doors = List.of(API, ENGINE, WEBAPPS);
    doors.forEach(session::get);
    jdbc.execute("set query_statistics true");

    assertThat(doors.stream().map(door -> statementsOf(() -> session.get(door))))
        .containsExactly(1L, 1L, 1L);
  }

  /** How many statements about people, groups and counties something takes. */
  private long statementsOf(Runnable something) {
    long before = statements();
    something.run();
    return statements() - before;
  }

  private long statements() {
    return jdbc.queryForObject(
        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
            + " where lower(sql_statement) like '%act_id_%'"
            + " and lower(sql_statement) not like '%query_statistics%'",
        Long.class);
  }

  private void resetPassword(String person) {
    HttpResponse<String> answer =
        machine("admin")
            .send(
                "PUT",
                "/engine-rest/user/" + person + "/credentials",
                passwords(DemoPeople.PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private void assertEndsAt(String door, String person, Runnable end) {
    Visitor session = browser(person);
    assertThat(session.get(door).statusCode()).as(door).isEqualTo(200);
    end.run();
    HttpResponse<String> answer = session.get(door);
    assertThat(answer.statusCode()).as(door).isEqualTo(401);
    assertThat(answer.body()).as(door).contains("您的登录已失效");
  }

  private String somebody(String group) {
    String id = "session" + NEXT.incrementAndGet();
    people.createPerson(id, "演示会话人员", DemoPeople.PASSWORD);
    people.join(id, group);
    return id;
  }

  private static String passwords(String wanted) {
    return "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}"
        .formatted(wanted, DemoPeople.PASSWORD);
  }

  private static HttpResponse<String> rename(Visitor session, String person) {
    return ask(
        session,
        "PUT",
        "/engine-rest/user/" + person + "/profile",
        "{\"id\": \"" + person + "\", \"firstName\": \"改名\", \"lastName\": \"\"}");
  }

  private static HttpResponse<String> ask(
      Visitor session, String method, String path, String body) {
    return session.send(
        method,
        path,
        body,
        "X-RECTIFY-XSRF-TOKEN",
        session.cookie("RECTIFY-XSRF-TOKEN"),
        "X-XSRF-TOKEN",
        session.cookie("XSRF-TOKEN"));
  }

  private Visitor machine(String user) {
    return new Visitor(port).withPassword(user, DemoPeople.PASSWORD);
  }

  private Visitor browser(String user) {
    return new Visitor(port).loggedIn(user);
  }
}
