package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.identity.Visitor;
import rectify.whole.WholeSystem;

/** Diagrams of a process designer beside those that come with the product. */
@WholeSystem
class ModelDeploymentIT {

  private static final String LADDER = "supervision.bpmn";
  private static final String CASE = "hazard-rectification.bpmn";

  @Autowired private RepositoryService repository;
  @Autowired private TaskService tasks;
  @Autowired private ModelDeployer deployer;
  @LocalServerPort private int port;

  private final Map<String, byte[]> bundle = ModelDeployer.read();
  private List<String> before;

  @BeforeEach
  void remember_what_is_deployed() {
    before = deployments();
  }

  @AfterEach
  void take_back_what_was_deployed() {
    deployments().stream()
        .filter(id -> !before.contains(id))
        .forEach(id -> repository.deleteDeployment(id, true));
  }

  @Test
  void a_designers_newer_diagram_survives_a_restart_and_an_upgrade() {
    String firstRung = "${deadlines.workingDaysAfter(dueAt, 1)}";
    String moved = text(LADDER).replace(firstRung, "${deadlines.workingDaysAfter(dueAt, 2)}");
    assertThat(deploy(withForms(LADDER, moved)).statusCode()).isEqualTo(200);
    ProcessDefinition designers = latest("supervision");

    deployer.deployBundled();
    upgradedTo("2.0.0").deployBundled();

    assertThat(latest("supervision").getId()).isEqualTo(designers.getId());
    assertThat(xml(designers)).contains("workingDaysAfter(dueAt, 2)");
  }

  @Test
  void an_unchanged_bundle_deploys_nothing() {
    deployer.deployBundled();

    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  void a_newer_bundle_replaces_an_older_one_and_never_the_other_way_round() {
    upgradedTo("1.10.0").deployBundled();
    assertThat(latest("supervision").getVersionTag()).isEqualTo("1.10.0");

    deployer.deployBundled();
    upgradedTo("1.9.0").deployBundled();

    assertThat(latest("supervision").getVersionTag()).isEqualTo("1.10.0");
  }

  @Test
  void a_running_case_keeps_the_form_it_began_with() {
    Visitor enterprise = new Visitor(port).as("jjenterprise");
    String old = deployedForm(enterprise, report(enterprise));
    Map<String, String> resources = withForms(CASE, text(CASE));
    resources.computeIfPresent(
        "rectification-report.form", (name, form) -> form.replace("整改措施", "整改措施（新版）"));
    String running = report(enterprise);

    assertThat(deploy(resources).statusCode()).isEqualTo(200);

    assertThat(deployedForm(enterprise, running)).isEqualTo(old).doesNotContain("新版");
    assertThat(deployedForm(enterprise, report(enterprise))).contains("新版");
  }

  @Test
  void a_diagram_without_its_form_is_refused() {
    Map<String, String> resources = withForms(CASE, text(CASE));
    resources.remove("verification.form");

    assertRefused(deploy(resources), "“验收”的表单“verification”不在本次部署中");
    assertRefused(
        deploy(
            withForms(
                CASE,
                text(CASE)
                    .replaceFirst("formRefBinding=\"deployment\"", "formRefBinding=\"latest\""))),
        "Binding改为deployment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${dataSource.getConnection()}                  | 未开放的对象
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${execution.getProcessEngineServices()}        | 未开放的对象
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${hazardId.getClass().forName(&#x27;x&#x27;)}  | 未开放的对象
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${hazards[&#x27;get&#x27;](hazardId)}           | 未开放的对象
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${supervision.climb(hazardId, now())}          | 不得使用函数
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${supervision.climb(                           | 写法有误
          ${deadlines.workingDaysAfter(dueAt, 1)}              | ${now.plusDays(1)}                             | 未开放的对象
          camunda:expression=                                  | camunda:class="java.lang.Object" camunda:expression= | 不得使用“class”
          camunda:expression=                                  | camunda:type="shell" camunda:expression=       | 不得使用“type”
          camunda:formRef="supervision-action"                 | camunda:formKey="embedded:deployment:x.html"   | 不得使用“formKey”
          <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.workingDaysAfter(dueAt, 1)}</bpmn:timeDate> | <bpmn:timeDuration>P1D</bpmn:timeDuration> | 定时器须写明日期
          </bpmn:process>                                      | <bpmn:scriptTask id="s" scriptFormat="x"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process> | 脚本
          """)
  void a_diagram_that_reaches_too_far_is_refused(String good, String bad, String why) {
    String diagram = text(LADDER);
    assertThat(diagram).contains(good);

    assertRefused(deploy(withForms(LADDER, diagram.replace(good, bad))), why);
  }

  @Test
  void a_diagram_that_asks_for_an_unknown_proof_is_refused() {
    String after = "name=\"evidence\" value=\"after\"";
    assertThat(text(CASE)).contains(after);

    assertRefused(
        deploy(withForms(CASE, text(CASE).replace(after, "name=\"evidence\" value=\"photo\""))),
        "“整改隐患”的所需证据");
    assertRefused(
        deploy(withForms(CASE, text(CASE).replace("value=\"request=report\"", "value=\"report\""))),
        "字段=答案");
  }

  @Test
  void a_diagram_of_one_county_alone_is_refused() {
    Map<String, String> resources = withForms(LADDER, text(LADDER));

    assertRefused(deploy(resources, "tenant-id", "350582"), "租户");
  }

  @Test
  void nobody_passes_a_diagram_off_as_the_products_own() {
    Map<String, String> resources = withForms(LADDER, text(LADDER));

    assertRefused(deploy(resources, "deployment-source", ModelDeployer.SOURCE), "部署来源");
  }

  @Test
  void a_table_in_another_language_than_feel_is_refused() {
    String table =
        text("responsible-authority.dmn")
            .replaceFirst("<inputEntry id", "<inputEntry expressionLanguage=\"javascript\" id");

    assertRefused(deploy(Map.of("responsible-authority.dmn", table)), "FEEL");
  }

  private void assertRefused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(why, "部署");
    assertThat(deployments()).isEqualTo(before);
  }

  private ModelDeployer upgradedTo(String version) {
    Map<String, byte[]> newer = new LinkedHashMap<>(bundle);
    newer.put(
        LADDER,
        text(LADDER)
            .replaceFirst("versionTag=\"[^\"]+\"", "versionTag=\"" + version + "\"")
            .getBytes(StandardCharsets.UTF_8));
    return new ModelDeployer(repository, newer);
  }

  private String text(String model) {
    return new String(bundle.get(model), StandardCharsets.UTF_8);
  }

  private Map<String, String> withForms(String model, String content) {
    Map<String, String> resources = new LinkedHashMap<>();
    resources.put(model, content);
    bundle.keySet().stream()
        .filter(name -> name.endsWith(".form"))
        .forEach(name -> resources.put(name, text(name)));
    return resources;
  }

  private HttpResponse<String> deploy(Map<String, String> resources) {
    return deploy(resources, "deployment-source", "Camunda Modeler");
  }

  private HttpResponse<String> deploy(Map<String, String> resources, String field, String value) {
    String part = "--x\r\nContent-Disposition: form-data; name=";
    StringBuilder body = new StringBuilder();
    body.append(part).append("\"deployment-name\"\r\n\r\n设计员的流程\r\n");
    body.append(part).append("\"" + field + "\"\r\n\r\n" + value + "\r\n");
    resources.forEach(
        (name, content) ->
            body.append(part)
                .append("\"" + name + "\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n"));
    return new Visitor(port)
        .as("designer")
        .multipart("/engine-rest/deployment/create", "x", body + "--x--\r\n");
  }

  private String report(Visitor enterprise) {
    HttpResponse<String> answer =
        enterprise.send(
            "POST",
            "/api/hazards",
            "{\"location\": \"仓库\", \"description\": \"通道堵塞\", \"level\": \"general\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body().replaceAll(".*\"caseNumber\":\"([^\"]+)\".*", "$1");
  }

  private String deployedForm(Visitor enterprise, String caseNumber) {
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(caseNumber)
            .taskDefinitionKey("Activity_Rectify")
            .singleResult()
            .getId();
    return enterprise.get("/engine-rest/task/" + task + "/deployed-form").body();
  }

  private ProcessDefinition latest(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .latestVersion()
        .singleResult();
  }

  private String xml(ProcessDefinition definition) {
    try (var stream = repository.getProcessModel(definition.getId())) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> deployments() {
    return repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
        .map(Deployment::getId)
        .toList();
  }
}
