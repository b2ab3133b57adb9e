package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.identity.Visitor;
import rectify.model.ModelDeployer;
import rectify.whole.WholeSystem;

/** What may leave the engine, through which door, and what is kept of it. */
@WholeSystem
class WithdrawalIT {

  private static final String TABLE = "rectification-deadline.dmn";

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private JdbcTemplate database;
  @LocalServerPort private int port;

  @Test
  void an_unused_deployment_is_taken_back_and_the_ledger_says_who_and_why() {
    String before = newestTable();
    String deployment = deployTable();
    assertThat(newestTable()).isNotEqualTo(before);

    HttpResponse<String> answer = withdraw("admin", deployment, "填错了天数");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(newestTable()).isEqualTo(before);
    assertThat(new Visitor(port).as("admin").get("/api/deployments/withdrawals").body())
        .contains(deployment, TABLE, "admin", "填错了天数");
    assertThat(withdraw("admin", deployment, "再来一次").statusCode()).isEqualTo(404);
  }

  @Test
  void without_a_right_or_a_reason_nothing_is_taken_back() {
    String deployment = deployTable();

    assertThat(withdraw("designer", deployment, "填错了天数").statusCode()).isEqualTo(403);
    assertThat(withdraw("jjenterprise", deployment, "填错了天数").statusCode()).isEqualTo(403);
    assertThat(withdraw("admin", deployment, " ").body()).contains("请写明撤回的理由");
    assertThat(withdraw("admin", bundled(), "不要了").body()).contains("系统自带的部署");
    assertThat(repository.createDeploymentQuery().deploymentId(deployment).count()).isOne();

    assertThat(withdraw("admin", deployment, "填错了天数").statusCode()).isEqualTo(204);
  }

  /** The engine gives whoever deploys the right to delete what they deployed. */
  @Test
  void a_designer_does_not_delete_even_their_own_deployment() {
    String deployment = deployTable();

    HttpResponse<String> answer =
        new Visitor(port)
            .as("designer")
            .send("DELETE", "/engine-rest/deployment/" + deployment + "?cascade=true", "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("没有对您的岗位开放").doesNotContain("其上有");
    assertThat(repository.createDeploymentQuery().deploymentId(deployment).count()).isOne();
    assertThat(withdraw("admin", deployment, "试验").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          admin    | DELETE | /deployment/{deployment}                         | 案件        |
          admin    | DELETE | /deployment/{deployment}?cascade=true            | 案件        |
          designer | DELETE | /deployment/{deployment}?cascade=true            | 没有对您的岗位开放 |
          admin    | DELETE | /process-definition/{definition}?cascade=true    | 没有对您的岗位开放 |
          admin    | DELETE | /process-definition/key/hazard-rectification/delete?cascade=true | 没有对您的岗位开放 |
          admin    | DELETE | /process-instance/{instance}                     | 案件        |
          designer | DELETE | /process-instance/{instance}                     | 没有对您的岗位开放 |
          admin    | POST   | /process-instance/delete                         | 没有对您的岗位开放 | {"processInstanceIds": ["{instance}"]}
          admin    | POST   | /process-instance/delete-historic-query-based    | 没有对您的岗位开放 | {"historicProcessInstanceQuery": {"processInstanceId": "{instance}"}}
          admin    | POST   | /process-instance/{instance}/modification        | 案件        | {"instructions": [{"type": "cancel", "activityId": "Activity_Rectification"}]}
          admin    | POST   | /modification/execute                            | 没有对您的岗位开放 | {"processDefinitionId": "{definition}", "processInstanceIds": ["{instance}"], "instructions": [{"type": "cancel", "activityId": "Activity_Rectification"}]}
          admin    | DELETE | /job/{job}                                       | 时限        |
          admin    | DELETE | /history/process-instance/{instance}             | 没有对您的岗位开放 |
          admin    | POST   | /history/process-instance/delete                 | 没有对您的岗位开放 | {"historicProcessInstanceIds": ["{instance}"]}
          admin    | DELETE | /history/process-instance/{instance}/variable-instances | 没有对您的岗位开放 |
          admin    | POST   | /history/process-instance/set-removal-time       | 没有对您的岗位开放 | {"absoluteRemovalTime": "2020-01-01T00:00:00.000+0800", "historicProcessInstanceIds": ["{instance}"]}
          admin    | POST   | /history/decision-instance/delete                | 没有对您的岗位开放 | {"historicDecisionInstanceQuery": {}}
          admin    | POST   | /history/decision-instance/set-removal-time      | 没有对您的岗位开放 | {"clearedRemovalTime": true, "historicDecisionInstanceQuery": {}}
          """)
  void the_engines_own_doors_take_nothing_away(
      String person, String method, String path, String why, String body) {
    ProcessInstance instance = openCase();
    long cases = runtime.createProcessInstanceQuery().count();
    long past = history.createHistoricProcessInstanceQuery().count();
    long jobs = management.createJobQuery().count();
    long models = repository.createDeploymentQuery().count();

    HttpResponse<String> answer =
        new Visitor(port)
            .as(person)
            .send(method, "/engine-rest" + filled(path, instance), filled(body, instance));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains(why).doesNotContain("org.camunda", "rectify.");
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(cases);
    assertThat(history.createHistoricProcessInstanceQuery().count()).isEqualTo(past);
    assertThat(management.createJobQuery().count()).isEqualTo(jobs);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(models);
  }

  @Test
  void an_administrator_reads_how_many_open_cases_run_on_a_deployment() {
    ProcessInstance instance = openCase();

    String path = filled("/engine-rest/deployment/{deployment}?cascade=true", instance);

    assertThat(new Visitor(port).as("admin").send("DELETE", path, "").body())
        .containsPattern("其上有[1-9]\\d*件未办结的案件");
  }

  @Test
  void code_past_the_products_own_doors_deletes_nothing_either() {
    ProcessInstance instance = openCase();

    Stream.<Runnable>of(
            () -> runtime.deleteProcessInstance(instance.getId(), "x"),
            () -> runtime.deleteProcessInstancesAsync(List.of(instance.getId()), "x"),
            () -> history.deleteHistoricProcessInstance(instance.getId()),
            () -> repository.deleteDeployment(bundled(), true),
            () -> repository.deleteProcessDefinition(instance.getProcessDefinitionId(), true),
            () -> management.deleteJob(job(instance)))
        .forEach(
            deletion -> assertThatThrownBy(deletion::run).hasMessageMatching("(?s).*(案件|时限|历史).*"));

    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count())
        .isOne();
  }

  private ProcessInstance openCase() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("hazard-rectification")
        .active()
        .list()
        .stream()
        .filter(
            one ->
                management.createJobQuery().processInstanceId(one.getProcessInstanceId()).count()
                    > 0)
        .findFirst()
        .orElseGet(this::report);
  }

  private ProcessInstance report() {
    HttpResponse<String> answer =
        new Visitor(port)
            .as("jjenterprise")
            .send(
                "POST",
                "/api/hazards",
                "{\"location\": \"二号车间\", \"description\": \"防护罩缺失\", \"level\": \"general\"}");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("hazard-rectification")
        .active()
        .list()
        .get(0);
  }

  private String job(ProcessInstance instance) {
    return management
        .createJobQuery()
        .processInstanceId(instance.getProcessInstanceId())
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  private String filled(String text, ProcessInstance instance) {
    if (text == null) {
      return "";
    }
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionId(instance.getProcessDefinitionId())
            .singleResult();
    return text.strip()
        .replace("{deployment}", definition.getDeploymentId())
        .replace("{definition}", definition.getId())
        .replace("{instance}", instance.getProcessInstanceId())
        .replace("{job}", text.contains("{job}") ? job(instance) : "");
  }

  private String bundled() {
    return repository
        .createDeploymentQuery()
        .deploymentSource(ModelDeployer.SOURCE)
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  private String newestTable() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey("rectification-deadline")
        .latestVersion()
        .singleResult()
        .getId();
  }

  private String deployTable() {
    String table =
        new String(ModelDeployer.read().get(TABLE), StandardCharsets.UTF_8)
            .replace("<text>7</text>", "<text>" + (8 + (int) (System.nanoTime() % 20)) + "</text>");
    String part = "--x\r\nContent-Disposition: form-data; name=";
    String body =
        part
            + "\"deployment-name\"\r\n\r\n设计员的判定表\r\n"
            + part
            + "\""
            + TABLE
            + "\"; filename=\""
            + TABLE
            + "\"\r\n\r\n"
            + table
            + "\r\n--x--\r\n";
    HttpResponse<String> answer =
        new Visitor(port).as("designer").multipart("/engine-rest/deployment/create", "x", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey("rectification-deadline")
        .latestVersion()
        .singleResult()
        .getDeploymentId();
  }

  private HttpResponse<String> withdraw(String person, String deployment, String reason) {
    return new Visitor(port)
        .as(person)
        .send(
            "POST",
            "/api/deployments/" + deployment + "/withdrawal",
            "{\"reason\": \"" + reason + "\"}");
  }
}
