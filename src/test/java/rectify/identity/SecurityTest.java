package rectify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.engine.Trusted;

@DemoApplication
class SecurityTest {

  private static final String CERTIFICATE =
      "{\"certificateNumber\": \"TEST-1\", \"validUntil\": \"2030-01-01\"}";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private IdentityService identity;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
    transaction.executeWithoutResult(status -> jdbc.execute("delete from login_attempt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/city",
        "/city/cases/YH350582-2026-0000001",
        "/camunda",
        "/camunda/",
        "/camunda/app/",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/tasklist/scripts/config.js",
        "/camunda/lib/deps.js",
        "/no/such/page"
      })
  void a_stranger_who_asks_for_a_page_is_sent_to_the_login(String path) {
    HttpResponse<String> answer = stranger().get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.path(answer)).isEqualTo("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/people/me",
        "/api/openapi",
        "/api/no/such/thing",
        "/engine-rest",
        "/engine-rest/engine",
        "/engine-rest/task",
        "/actuator",
        "/actuator/info",
        "/actuator/metrics",
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/cockpit/plugin/base/static/app/plugin.js"
      })
  void a_stranger_gets_nothing_from_an_interface(String path) {
    HttpResponse<String> answer = stranger().get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "POST, /user/create"})
  void the_engines_own_set_up_is_closed(String method, String path) {
    String setup = "/camunda/api/admin/setup/default" + path;

    assertThat(stranger().send(method, setup, "{}").statusCode()).isEqualTo(401);
    assertThat(browser("admin").send(method, setup, "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void the_engines_own_login_is_closed() {
    Visitor visitor = browser("jjoffice");

    HttpResponse<String> answer =
        visitor.form(
            "/camunda/api/admin/auth/user/default/login/admin",
            "username=admin",
            "password=" + DemoPeople.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void everybody_may_see_the_login_page_and_whether_the_system_is_up() {
    assertThat(stranger().get("/login").body()).contains("隐患整改案件管理系统", "账号", "密码");
    assertThat(stranger().get("/rectify/pages.css").statusCode()).isEqualTo(200);
    assertThat(stranger().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void a_machine_comes_in_with_its_password() {
    assertThat(machine("jjoffice").get("/api/people/me").body())
        .contains("\"id\":\"jjoffice\"", "\"office350582\"", "\"officer\"", "[\"350582\"]");
    assertThat(machine("jjoffice").get("/engine-rest/user/jjoffice/profile").statusCode())
        .isEqualTo(200);
  }

  @Test
  void only_an_administrator_reads_the_metrics() {
    assertThat(machine("admin").get("/actuator/metrics").statusCode()).isEqualTo(200);
    assertThat(machine("jjoffice").get("/actuator/metrics").statusCode()).isEqualTo(403);
  }

  @Test
  void a_wrong_password_is_refused_in_chinese_whether_or_not_the_id_exists() {
    HttpResponse<String> known = stranger().withPassword("naoffice", "wrong").get("/api/people/me");
    HttpResponse<String> unknown = stranger().withPassword("nobody", "wrong").get("/api/people/me");

    assertThat(known.statusCode()).isEqualTo(401);
    assertThat(known.body()).contains("账号或密码不正确").isEqualTo(unknown.body());
    assertThat(known.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void a_browser_is_never_asked_to_remember_a_password_for_the_interface() {
    HttpResponse<String> answer =
        stranger().send("POST", "/api/people/me", "{}", "User-Agent", "Mozilla/5.0");

    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void after_a_wrong_password_the_right_one_has_to_wait() {
    assertThat(Visitor.path(stranger().login("shuitou2", "wrong"))).isEqualTo("/login?failed");
    assertThat(stranger().get("/login?failed").body()).contains("账号或密码不正确");
    assertThat(Visitor.path(stranger().login("shuitou2", DemoPeople.PASSWORD)))
        .isEqualTo("/login?failed");

    later(Duration.ofMinutes(1));

    assertThat(Visitor.path(stranger().login("shuitou2", DemoPeople.PASSWORD))).isEqualTo("/");
  }

  @Test
  void many_wrong_passwords_make_the_right_one_wait_longer_and_longer_but_never_for_good() {
    int looked = 0;
    for (int attempt = 0; attempt < 24; attempt++) {
      HttpResponse<String> answer = machineWith("shuitou1", "wrong").get("/api/people/me");
      if (answer.statusCode() == 401) {
        looked++;
      } else {
        assertThat(answer.statusCode()).isEqualTo(429);
      }
      later(Duration.ofMinutes(1));
    }
    assertThat(looked).isLessThan(12);
    assertThat(machine("shuitou1").get("/api/people/me").statusCode()).isEqualTo(429);

    later(Duration.ofMinutes(16));

    assertThat(machine("shuitou1").get("/api/people/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_wait_says_how_long_it_is_whether_or_not_the_id_exists() {
    guessAt("shuitou1", "nobody-at-all");
    HttpResponse<String> known = machine("shuitou1").get("/api/people/me");
    HttpResponse<String> unknown = machine("nobody-at-all").get("/engine-rest/task/count");

    assertThat(known.statusCode()).isEqualTo(429).isEqualTo(unknown.statusCode());
    assertThat(known.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(1, 900);
    assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
    assertThat(known.body()).contains("分钟后再试");
    assertThat(unknown.body()).contains("分钟后再试");
    String page = Visitor.path(stranger().login("shuitou1", DemoPeople.PASSWORD));
    assertThat(page).startsWith("/login?wait=");
    assertThat(stranger().get(page).body()).contains("分钟后再试", "自动解除");
  }

  @Test
  void an_administrator_sees_who_waits_and_lets_them_in() {
    for (String lift :
        new String[] {"/api/login-locks?account=shuitou1", "/engine-rest/user/shuitou1/unlock"}) {
      guessAt("shuitou1");
      assertThat(machine("shuitou1").get("/api/people/me").statusCode()).isEqualTo(429);
      assertThat(machine("admin").get("/api/login-locks").body())
          .contains("\"account\":\"shuitou1\"", "\"address\":");

      String method = lift.startsWith("/api") ? "DELETE" : "POST";
      assertThat(machine("admin").send(method, lift, "").statusCode()).isEqualTo(204);

      assertThat(machine("shuitou1").get("/api/people/me").statusCode()).isEqualTo(200);
      assertThat(machine("jjoffice").send("DELETE", lift, "").statusCode()).isNotEqualTo(204);
    }
    assertThat(machine("jjoffice").get("/api/login-locks").statusCode()).isEqualTo(403);
  }

  @Test
  void who_is_logged_in_stays_in_while_others_guess_at_their_account() {
    Visitor officer = browser("shuitou1");
    guessAt("shuitou1");

    assertThat(officer.get("/api/people/me").statusCode()).isEqualTo(200);
  }

  @Test
  void the_engines_own_check_of_a_password_counts_too() {
    String guess = "{\"username\": \"shuitou1\", \"password\": \"wrong\"}";
    for (int attempt = 0; attempt < 9; attempt++) {
      later(Duration.ofMinutes(2));
      machine("admin").send("POST", "/engine-rest/identity/verify", guess);
    }

    HttpResponse<String> answer =
        machine("admin").send("POST", "/engine-rest/identity/verify", guess);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.body()).contains("分钟后再试");
  }

  @Test
  void one_login_opens_the_web_applications_and_the_interfaces() {
    Visitor officer = browser("jjoffice");

    assertThat(officer.get("/camunda/api/admin/auth/user/default").body())
        .contains("\"userId\":\"jjoffice\"")
        .contains("tasklist", "welcome")
        .doesNotContain("cockpit", "\"admin\"");
    assertThat(officer.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
    assertThat(officer.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
    assertThat(officer.get("/api/people/me").body()).contains("\"id\":\"jjoffice\"");
  }

  @Test
  void the_platforms_first_page_opens_first_for_everybody() {
    for (String person : List.of("jjenterprise", "jjmanager", "admin")) {
      assertThat(Visitor.path(browser(person).get("/"))).isEqualTo("/city");
    }
  }

  @Test
  void a_page_runs_no_script_but_our_files_and_ends_with_the_session() {
    Visitor officer = browser("chendai1");
    assertThat(officer.get("/city").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe", "nonce", "http"));
    String page = officer.get("/city").body();
    assertThat(page).doesNotContainPattern("<script(?![^>]* src=)|style=|\\son[a-z]+=");

    assertThat(officer.get("/city/logout").statusCode()).isIn(404, 405);
    assertThat(officer.send("POST", "/city/logout", "").statusCode()).isEqualTo(403);
    assertThat(officer.get("/city").statusCode()).isEqualTo(200);
    assertThat(Visitor.path(officer.inSession("POST", "/city/logout", "")))
        .isEqualTo("/login?left");
    assertThat(Visitor.path(officer.get("/city"))).isEqualTo("/login");
    assertThat(officer.get("/api/people/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_part_of_a_page_is_not_answered_with_the_login() {
    HttpResponse<String> answer = stranger().send("GET", "/city", "", "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
  }

  @Test
  void what_pages_are_dressed_in_is_fetched_once() {
    Matcher files =
        Pattern.compile("(?:href|src)=\"(/(?:webjars|rectify)/[^\"]+)\"")
            .matcher(browser("chendai1").get("/city").body());
    List<String> kept =
        files
            .results()
            .map(file -> stranger().get(file.group(1)))
            .map(answer -> answer.statusCode() + " " + answer.headers().map().get("cache-control"))
            .toList();

    assertThat(kept)
        .hasSizeGreaterThan(5)
        .allMatch(it -> it.equals("200 [public, max-age=31536000, immutable]"));
  }

  @Test
  void what_tasklist_is_made_of_is_fetched_once_and_never_what_a_person_is_told() {
    Visitor officer = browser("chendai1");
    HttpResponse<String> page = officer.get("/camunda/app/tasklist/default/");
    List<String> kept =
        Pattern.compile("(?:href|src)=\"(/kept/[^\"]+)\"")
            .matcher(page.body())
            .results()
            .map(file -> officer.get(file.group(1)))
            .map(answer -> answer.statusCode() + " " + answer.headers().map().get("cache-control"))
            .toList();

    assertThat(kept)
        // sixty small files of ours come as two
        .hasSizeBetween(8, 12)
        .allMatch(it -> it.matches("200 \\[max-age=31536000, public, immutable]"));
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(officer.get("/camunda/api/engine/engine/default/filter").headers())
        .matches(it -> it.firstValue("Cache-Control").orElse("").equals("no-store"));
    assertThat(stranger().get("/login").body()).contains("rel=\"prefetch\"", "/parts/first.js");
  }

  @Test
  void a_file_of_another_version_is_not_kept() {
    for (String file : List.of("rectify/api.js", "together/tasklist.js", "parts/first.js")) {
      HttpResponse<String> other = stranger().get("/kept/0000000000000000/" + file);

      assertThat(other.statusCode()).as(file).isEqualTo(200);
      assertThat(other.headers().firstValue("Cache-Control")).contains("no-store");
    }
    assertThat(stranger().get("/kept/0000000000000000/rectify/nothing.js").headers())
        .matches(it -> !it.firstValue("Cache-Control").orElse("").contains("immutable"));
  }

  @Test
  void a_script_is_sent_as_small_as_it_gets() {
    HttpResponse<String> script =
        stranger().send("GET", "/kept/0/camunda/lib/deps.js", "", "Accept-Encoding", "gzip");

    assertThat(script.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void cockpit_and_admin_open_to_whom_they_should() {
    assertThat(browser("jjmanager").get("/camunda/app/cockpit/default/").statusCode())
        .isEqualTo(200);
    assertThat(browser("jjmanager").get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    assertThat(browser("jjenterprise").get("/camunda/app/cockpit/default/").statusCode())
        .isEqualTo(403);
  }

  @Test
  void the_login_goes_on_to_the_page_asked_for() {
    Visitor visitor = stranger();
    visitor.get("/camunda/app/cockpit/default/");

    assertThat(Visitor.path(visitor.login("jjmanager", DemoPeople.PASSWORD)))
        .isEqualTo("/camunda/app/cockpit/default/");
  }

  @Test
  void a_forged_login_form_is_refused() {
    HttpResponse<String> answer =
        stranger().form("/login", "username=jjoffice", "password=" + DemoPeople.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void a_session_changes_something_only_with_its_token() {
    Visitor admin = browser("admin");
    String path = "/api/people/chendai1/certificates";

    HttpResponse<String> forged = admin.send("POST", path, CERTIFICATE);
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("防伪令牌");
    assertThat(admin.send("POST", "/engine-rest/task/count", "{}").statusCode()).isEqualTo(403);

    String token = admin.cookie("RECTIFY-XSRF-TOKEN");
    HttpResponse<String> meant =
        admin.send("POST", path, CERTIFICATE, "X-RECTIFY-XSRF-TOKEN", token);
    assertThat(meant.statusCode()).isEqualTo(201);
    assertThat(machine("admin").send("POST", path, CERTIFICATE).statusCode()).isEqualTo(201);
  }

  @Test
  void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    HttpResponse<String> answer = stranger().login("jjoffice", DemoPeople.PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches("JSESSIONID=.*HttpOnly.*SameSite=Lax.*"));
  }

  @Test
  void logging_out_of_a_web_application_ends_the_whole_session() {
    Visitor officer = browser("jjoffice");

    HttpResponse<String> answer =
        officer.inSession("POST", "/camunda/api/admin/auth/user/default/logout", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(officer.get("/api/people/me").statusCode()).isEqualTo(401);
    assertThat(officer.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
    assertThat(Visitor.path(officer.get("/camunda/app/tasklist/default/"))).isEqualTo("/login");
  }

  @Test
  void another_site_logs_nobody_out() {
    Visitor officer = browser("jjoffice");
    String logout = "/camunda/api/admin/auth/user/default/logout";

    HttpResponse<String> forged = officer.form(logout);
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("防伪令牌");
    assertThat(officer.send("POST", logout, "", "X-XSRF-TOKEN", "guessed").statusCode())
        .isEqualTo(403);
    officer.get(logout);
    officer.get("/logout");
    officer.form("/logout");
    assertThat(officer.get("/api/people/me").statusCode()).isEqualTo(200);
    assertThat(
            officer
                .send("POST", logout, "", "X-XSRF-TOKEN", officer.cookie("XSRF-TOKEN"))
                .statusCode())
        .isEqualTo(204);
    assertThat(officer.get("/api/people/me").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/city",
        "/city/no/such/thing",
        "/api/people/me",
        "/api/no/such/thing",
        "/engine-rest/task",
        "/engine-rest/task/no",
        "/engine-rest/signal",
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/signal",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "/camunda/app/tasklist/default/",
        "/camunda/app/welcome/default"
      })
  void nothing_a_person_is_shown_stays_in_a_browser(String path) {
    assertThat(browser("jjoffice").get(path).headers().firstValue("Cache-Control"))
        .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
  }

  @Test
  void a_person_who_is_deleted_is_out_at_once() {
    people.createPerson("leaver", "离职人员", DemoPeople.PASSWORD);
    Visitor leaver = browser("leaver");
    assertThat(leaver.get("/api/people/me").statusCode()).isEqualTo(200);

    identity.deleteUser("leaver");

    assertThat(leaver.get("/api/people/me").statusCode()).isEqualTo(401);
    assertThat(leaver.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
    assertThat(leaver.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
  }

  @Test
  void nobody_but_an_administrator_reads_other_people_groups_tenants_or_rights() {
    for (String person : new String[] {"jjenterprise", "chendai1", "citymanager", "designer"}) {
      Visitor visitor = machine(person);
      for (String path :
          new String[] {
            "/user/count",
            "/authorization/count",
            "/group/town350582103",
            "/group/town350583119",
            "/tenant/count",
            "/identity/groups?userId=jjoffice"
          }) {
        assertThat(visitor.get("/engine-rest" + path).statusCode())
            .as(person + path)
            .isEqualTo(403);
      }
      assertThat(visitor.get("/engine-rest/user/admin/profile").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/engine-rest/group/count").body())
          .as("their own groups")
          .doesNotContain("\"count\":0");
    }
    assertThat(machine("citymanager").get("/engine-rest/user").body())
        .contains("citymanager")
        .doesNotContain("admin");
    assertThat(machine("admin").get("/engine-rest/user/count").body())
        .isNotEqualTo("{\"count\":1}");
  }

  @Test
  void a_person_changes_their_password_but_neither_their_name_nor_whether_they_exist() {
    people.createPerson("novice", "新人", DemoPeople.PASSWORD);
    Visitor novice = machine("novice");

    assertThat(
            novice
                .send("PUT", "/engine-rest/user/novice/profile", "{\"firstName\": \"局长\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            browser("novice")
                .send("DELETE", "/camunda/api/engine/engine/default/user/novice", "")
                .statusCode())
        .isEqualTo(403);
    assertThat(novice.send("DELETE", "/engine-rest/engine/default/user/novice", "").statusCode())
        .isEqualTo(403);
    assertThat(changePassword(novice, "weak").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(changePassword(novice, "Another-Pass-2026").statusCode()).isEqualTo(204);
    assertThat(machineWith("novice", "Another-Pass-2026").get("/api/people/me").body())
        .contains("新人");
  }

  @Test
  void only_a_process_designer_or_an_administrator_deploys() {
    String create = "/engine-rest/deployment/create";

    assertThat(deploy(machine("designer"), create)).isEqualTo(200);
    for (String person : new String[] {"jjenterprise", "jjoffice", "jjmanager"}) {
      assertThat(deploy(machine(person), create)).isEqualTo(403);
    }
  }

  @Test
  void a_manager_sees_the_cases_of_their_county_only() {
    Trusted.call(
        () ->
            repository
                .createDeployment()
                .addModelInstance(
                    "isolation.bpmn",
                    Bpmn.createExecutableProcess("isolation")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask()
                        .endEvent()
                        .done())
                .deploy());
    runtime.startProcessInstanceByKey("isolation", Map.of("countyCode", "350582"));
    runtime.startProcessInstanceByKey("isolation", Map.of("countyCode", "350583"));

    assertThat(instances("jjmanager")).isEqualTo("{\"count\":1}");
    assertThat(instances("namanager")).isEqualTo("{\"count\":1}");
    assertThat(instances("citymanager")).isEqualTo("{\"count\":2}");
    assertThat(instances("jjoffice")).contains("没有对您的岗位开放");
    assertThat(instances("jjenterprise")).contains("没有对您的岗位开放");
    String cockpitView =
        "/camunda/api/engine/engine/default/process-instance/count?processDefinitionKey=isolation";
    assertThat(browser("jjmanager").get(cockpitView).body()).isEqualTo("{\"count\":1}");
    assertThat(browser("citymanager").get(cockpitView).body()).isEqualTo("{\"count\":2}");
  }

  @Test
  void enterprises_start_rectification_and_officers_inspection() {
    for (String key : new String[] {"hazard-rectification", "inspection"}) {
      if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
        Trusted.call(
            () ->
                repository
                    .createDeployment()
                    .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                            .camundaHistoryTimeToLive(1)
                            .startEvent()
                            .endEvent()
                            .done())
                    .deploy());
      }
    }

    assertThat(startable("jjenterprise"))
        .contains("hazard-rectification")
        .doesNotContain("inspection");
    assertThat(startable("chendai1")).contains("inspection").doesNotContain("hazard-rectification");
    assertThat(startable("jjmanager")).doesNotContain("inspection", "hazard-rectification");
  }

  private String startable(String person) {
    return machine(person)
        .get(
            "/engine-rest/process-definition?latestVersion=true&startablePermissionCheck=true&maxResults=50")
        .body();
  }

  private String instances(String person) {
    return machine(person)
        .get("/engine-rest/process-instance/count?processDefinitionKey=isolation")
        .body();
  }

  private int deploy(Visitor visitor, String path) {
    String boundary = "--x\r\nContent-Disposition: form-data; name=";
    String body =
        boundary
            + "\"deployment-name\"\r\n\r\nempty\r\n"
            + boundary
            + "\"data\"; filename=\"self-check-frequency.dmn\"\r\n\r\n"
            + processes("self-check-frequency.dmn")
            + "\r\n--x--\r\n";
    return visitor.multipart(path, "x", body).statusCode();
  }

  private static String processes(String file) {
    try {
      return Files.readString(Path.of("processes", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> changePassword(Visitor person, String password) {
    return person.send(
        "PUT",
        "/engine-rest/user/novice/credentials",
        "{\"password\": \""
            + password
            + "\", \"authenticatedUserPassword\": \""
            + DemoPeople.PASSWORD
            + "\"}");
  }

  private void guessAt(String... ids) {
    for (int attempt = 0; attempt < 9; attempt++) {
      later(Duration.ofMinutes(2));
      for (String id : ids) {
        machineWith(id, "wrong").get("/api/people/me");
      }
    }
  }

  private static void later(Duration duration) {
    ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + duration.toMillis()));
  }

  private Visitor stranger() {
    return new Visitor(port);
  }

  private Visitor machine(String user) {
    return machineWith(user, DemoPeople.PASSWORD);
  }

  private Visitor machineWith(String user, String password) {
    return stranger().withPassword(user, password);
  }

  private Visitor browser(String user) {
    return stranger().loggedIn(user);
  }
}
