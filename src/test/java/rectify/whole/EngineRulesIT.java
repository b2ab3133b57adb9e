package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Visitor;

/**
 * What the engine itself lets nobody do, whichever door they came through: the rules behind the
 * list of doors.
 */
@WholeSystem
class EngineRulesIT {

  /** Leaves a mark where it is evaluated, as a shell command would. */
  private static final String HOSTILE =
      "${currentUser().getClass().forName('java.lang.System')"
          + ".getMethod('setProperty', currentUser().getClass(), currentUser().getClass())"
          + ".invoke(null, 'rectify.test.evaluated', 'yes')}";

  private static final String MARK = "rectify.test.evaluated";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private FilterService filters;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void monday() {
    Jobs.itIs(LocalDateTime.of(2026, 3, 2, 9, 0));
    System.clearProperty(MARK);
  }

  @AfterEach
  void nobody() {
    identity.clearAuthentication();
    ClockUtil.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jjenterprise", "chendai1", "jjmanager", "citymanager", "designer"})
  void the_clean_up_of_history_is_out_of_reach(String person) {
    history.cleanUpHistoryAsync(true);
    String job = history.findHistoryCleanupJobs().get(0).getId();
    Date due = job(job).getDuedate();
    as(person);

    refused(() -> management.suspendJobById(job));
    refused(() -> management.setJobDuedate(job, new Date(0)));
    refused(() -> management.setJobRetries(job, 0));
    refused(() -> management.setJobRetries(List.of(job), 1));
    refused(() -> management.setJobPriority(job, 9));
    refused(() -> management.executeJob(job));
    refused(() -> management.deleteJob(job));
    refused(() -> management.getJobExceptionStacktrace(job));
    refused(() -> management.createMetricsQuery());
    assertThat(management.createJobQuery().jobId(job).count()).isZero();
    assertThat(management.createJobQuery().withoutTenantId().list()).isEmpty();
    assertThat(management.createJobQuery().includeJobsWithoutTenantId().list())
        .noneMatch(seen -> seen.getTenantId() == null);

    identity.clearAuthentication();
    assertThat(job(job).isSuspended()).isFalse();
    assertThat(job(job).getDuedate()).isEqualTo(due);
  }

  @Test
  void the_jobs_of_a_batch_are_the_administrators() {
    String clock = clockOf(new Worker(port, "jjenterprise").report(Forms.hazard()));
    Batch batch = management.setJobRetriesAsync(List.of(clock), 3);
    String definition = batch.getSeedJobDefinitionId();
    as("jjmanager");

    assertThat(management.createJobQuery().jobDefinitionId(definition).count()).isZero();
    refused(() -> management.suspendJobDefinitionById(definition, true));
    refused(() -> management.setOverridingJobPriorityForJobDefinition(definition, 1, true));
    refused(() -> management.setJobRetriesByJobDefinitionId(definition, 1));

    identity.clearAuthentication();
    management.deleteBatch(batch.getId(), true);
  }

  @Test
  void a_manager_retries_what_has_failed_and_stops_no_clock() {
    Visitor manager = new Visitor(port).as("jjmanager");
    String clock = clockOf(new Worker(port, "jjenterprise").report(Forms.hazard()));
    String retries = "/engine-rest/job/" + clock + "/retries";
    Date due = job(clock).getDuedate();

    told(manager.send("PUT", retries, "{\"retries\": 0}"), 403, "只能重试失败的定时任务");
    told(manager.send("PUT", retries, "{\"retries\": 99}"), 403, "只能重试失败的定时任务");
    told(manager.send("PUT", retries, "{\"retries\": 1}"), 409, "没有失败");
    String later = "{\"retries\": 1, \"dueDate\": \"2099-01-01T00:00:00.000+0800\"}";
    told(manager.send("PUT", retries, later), 403, "不能更改其日期");
    assertThat(job(clock).getRetries()).isPositive();

    management.setJobRetries(clock, 0);
    told(manager.send("PUT", retries, later), 403, "不能更改其日期");
    assertThat(manager.send("PUT", retries, "{\"retries\": 1}").statusCode()).isEqualTo(204);
    assertThat(job(clock).getRetries()).isEqualTo(1);
    assertThat(job(clock).getDuedate()).isEqualTo(due);
  }

  @Test
  void a_manager_neither_suspends_nor_postpones_nor_deletes_a_clock_with_any_right() {
    String clock = clockOf(new Worker(port, "jjenterprise").report(Forms.hazard()));
    as("jjmanager");

    refused(() -> management.suspendJobById(clock));
    refused(
        () ->
            management
                .updateJobSuspensionState()
                .byProcessDefinitionKey("hazard-rectification")
                .suspend());
    refused(() -> management.setJobDuedate(clock, new Date(0), true));
    refused(() -> management.recalculateJobDuedate(clock, true));
    refused(() -> management.deleteJob(clock));
  }

  @Test
  void an_administrator_stores_no_list_that_computes_what_it_likes() {
    Visitor admin = new Visitor(port).as("admin");
    String create = "/engine-rest/filter/create";
    String sound = "{\"assigneeExpression\": \"${currentUser()}\"}";

    told(
        admin.send("POST", create, filter("{\"assigneeExpression\": \"" + HOSTILE + "\"}")),
        400,
        "只能使用");
    told(
        admin.send(
            "POST",
            create,
            filter("{\"orQueries\": [{\"dueBeforeExpression\": \"" + HOSTILE + "\"}]}")),
        400,
        "只能使用");
    HttpResponse<String> kept = admin.send("POST", create, filter(sound));
    assertThat(kept.statusCode()).isEqualTo(200);
    String id = Worker.read(kept).path("id").asText();
    told(
        admin.send(
            "PUT",
            "/engine-rest/filter/" + id,
            filter("{\"candidateGroupsExpression\": \"" + HOSTILE + "\"}")),
        400,
        "只能使用");
    assertThat(admin.get("/engine-rest/filter/" + id + "/list").statusCode()).isEqualTo(200);
    filters.deleteFilter(id);
    assertThat(System.getProperty(MARK)).isNull();
  }

  @Test
  void a_list_that_was_stored_before_is_not_opened() {
    Filter filter = filters.newTaskFilter("以前保存的列表");
    filter.setQuery(engine.getTaskService().createTaskQuery().taskAssignee("nobody"));
    filters.saveFilter(filter);
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?",
                "{\"taskAssigneeExpression\": \"" + HOSTILE + "\"}",
                filter.getId()));
    String list = "/engine-rest/filter/" + filter.getId();
    Visitor admin = new Visitor(port).as("admin");

    told(admin.get(list + "/list"), 400, "只能使用");
    told(admin.get(list + "/count"), 400, "只能使用");
    told(admin.send("POST", list + "/list", "{}"), 400, "只能使用");
    filters.deleteFilter(filter.getId());
    assertThat(System.getProperty(MARK)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jjenterprise", "admin"})
  void a_question_for_tasks_computes_nothing_the_asker_likes(String person) {
    Visitor visitor = new Visitor(port).as(person);
    String hostile = "{\"assigneeExpression\": \"" + HOSTILE + "\"}";
    String inOr = "{\"orQueries\": [" + hostile + "]}";
    String unit = filters.createTaskFilterQuery().filterName("本单位待办").singleResult().getId();

    for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
      assertThat(visitor.send("POST", path, hostile).statusCode()).isEqualTo(400);
      told(visitor.send("POST", path, inOr), 400, "只能使用");
    }
    for (String path : List.of("/list", "/count")) {
      String extended = "/engine-rest/filter/" + unit + path;
      assertThat(visitor.send("POST", extended, hostile).statusCode()).isEqualTo(400);
      told(visitor.send("POST", extended, inOr), 400, "只能使用");
    }
    assertThat(System.getProperty(MARK)).isNull();
  }

  @Test
  void the_whole_engines_figures_are_the_administrators() {
    String figures =
        "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated"
            + "?metrics=process-instances&subscriptionStartDate=2026-01-01T00:00:00.000%2B0800"
            + "&groupBy=month&startDate=2026-01-01T00:00:00.000%2B0800";

    told(new Visitor(port).loggedIn("jjenterprise").get(figures), 403, "没有对您的岗位开放");
    assertThat(new Visitor(port).loggedIn("admin").get(figures).statusCode()).isEqualTo(200);
  }

  private static String filter(String query) {
    return "{\"resourceType\": \"Task\", \"name\": \"列表\", \"query\": " + query + "}";
  }

  private void as(String person) {
    Actor actor = people.find(person).orElseThrow();
    identity.setAuthentication(person, List.copyOf(actor.groups()), List.copyOf(actor.tenants()));
  }

  /** A case's first clock, which has not failed. */
  private String clockOf(String caseNumber) {
    return management
        .createJobQuery()
        .processInstanceId(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .get(0)
                .getId())
        .list()
        .get(0)
        .getId();
  }

  private Job job(String id) {
    return management.createJobQuery().jobId(id).singleResult();
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .satisfies(
            refusal -> assertThat(refusal.getMessage()).containsPattern("[\\u4e00-\\u9fff]"));
  }

  private static void told(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode() + " " + answer.body()).startsWith(status + " ").contains(words);
  }
}
