package rectify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import rectify.identity.Visitor;
import rectify.whole.EveryTask;

/** Every form, dialog and page of every role: no Latin word, and nothing cut off on a phone. */
@ProductInBrowser
class EveryPageBrowserIT {

  private static final List<String> STAFF =
      List.of("jjenterprise", "chendai1", "jjemergency1", "jjoffice", "cityoffice", "jjmanager");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext product;
  @Autowired private RepositoryService repository;

  @AfterEach
  void gives_the_clock_back() {
    ClockUtil.reset();
  }

  @Test
  void no_form_or_dialog_of_the_staff_shows_a_latin_word_or_is_wider_than_a_phone() {
    EveryTask tasks = new EveryTask(product, port);
    tasks.open();
    LatinWords words = new LatinWords(false);
    for (String person : STAFF) {
      Tasklist tasklist = logIn(person);
      new Walk(tasklist, port, person, words).everywhere();
      tasklist.browser().close();
    }
    assertThat(words.visited()).containsAll(tasks.steps());
    assertThat(words.found()).isEmpty();
  }

  @Test
  void no_page_of_cockpit_or_admin_shows_a_latin_word() {
    new Visitor(port)
        .as("jjenterprise")
        .send(
            "POST",
            "/api/hazards",
            "{\"location\": \"原料仓库\", \"description\": \"通道堵塞\", \"level\": \"general\"}");
    LatinWords words = new LatinWords(true);
    Tasklist manager = logIn("jjmanager");
    Browser.ask(
        manager.browser().driver(),
        "document.querySelector('input.main-field').placeholder = 'SEARCH_PLACEHOLDER'");
    manager.browser().see(By.cssSelector("input.main-field[placeholder='筛选任务']"));
    new Walk(manager, port, "jjmanager", words)
        .pages("cockpit", cockpit())
        .opens("cockpit", List.of("/tasks"));
    assertThat(countsOfGroupsAreRefused(manager.browser())).isTrue();
    manager.browser().see(By.id("open-task-statistics"));
    assertThat(
            Browser.showing(
                manager.browser().driver(), "#task-group-counts, .notifications .alert"))
        .isNull();
    manager.browser().close();
    Tasklist designer = logIn("designer");
    new Walk(designer, port, "designer", words).pages("cockpit", List.of("/dashboard"));
    designer.browser().close();
    Tasklist admin = logIn("admin");
    new Walk(admin, port, "admin", words)
        .pages("cockpit", List.of("/dashboard"))
        .pages("admin", List.of("/"));
    Browser.ask(admin.browser().driver(), "document.title = '系统管理 | DASHBOARD_DASHBOARD'");
    admin
        .browser()
        .until(page -> page.getTitle().equals("系统管理 | 首页"), "a title set early in words");
    admin.browser().close();
    assertThat(words.found()).isEmpty();
  }

  /** What Admin and Cockpit ask for is on the list of the engine's doors. */
  @Test
  void no_page_of_cockpit_or_admin_is_refused_what_it_asks_for() {
    new Visitor(port)
        .as("jjenterprise")
        .send(
            "POST",
            "/api/hazards",
            "{\"location\": \"锅炉房\", \"description\": \"阀门渗漏\", \"level\": \"general\"}");
    String instance =
        "/process-instance/"
            + product
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey("hazard-rectification")
                .tenantIdIn("350582")
                .listPage(0, 1)
                .get(0)
                .getId()
            + "/runtime?tab=";
    List<String> tabs =
        List.of(
            instance + "variables-tab",
            instance + "incidents-tab",
            instance + "user-tasks-tab",
            instance + "jobs-tab",
            instance + "called-process-instances-tab",
            instance + "external-tasks-tab",
            "/repository");
    Tasklist manager = logIn("jjmanager");
    new Walk(manager, port, "jjmanager", null).opens("cockpit", tabs);
    manager.browser().close();
    Tasklist designer = logIn("designer");
    new Walk(designer, port, "designer", null)
        .opens("cockpit", List.of("/processes", cockpit().get(2), "/decisions", "/repository"));
    designer.browser().close();
    Tasklist admin = logIn("admin");
    new Walk(admin, port, "admin", null)
        .opens("cockpit", tabs)
        .opens("cockpit", List.of("/processes", cockpit().get(2), "/decisions", "/batch"))
        .opens(
            "admin",
            List.of(
                "/users",
                "/users/jjmanager?tab=profile",
                "/users/jjmanager?tab=groups",
                "/users/jjmanager?tab=tenants",
                "/groups",
                "/groups/manager?tab=users",
                "/tenants",
                "/tenants/350582",
                "/authorization?resource=5",
                "/system?section=system-settings-general",
                "/system?section=system-settings-metrics",
                "/system?section=diagnostics"));
    admin.browser().close();
  }

  private static boolean countsOfGroupsAreRefused(Browser browser) {
    return browser.until(
        driver ->
            Browser.<Boolean>ask(
                driver,
                """
                return performance.getEntriesByType('resource').some(asked =>
                    asked.name.endsWith('/candidate-group-count') && asked.responseStatus === 403)
                    && document.querySelectorAll('#task-group-counts .animate-spin').length === 0;
                """),
        "the counts of groups refused");
  }

  private Tasklist logIn(String person) {
    return Tasklist.logIn(Browser.desktop(), port, person, "Rectify-Demo-2026");
  }

  private List<String> cockpit() {
    String process =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("hazard-rectification")
            .latestVersion()
            .singleResult()
            .getId();
    return List.of(
        "/dashboard",
        "/processes",
        "/process-definition/" + process + "/runtime",
        "/decisions",
        "/tasks",
        "/batch");
  }
}
