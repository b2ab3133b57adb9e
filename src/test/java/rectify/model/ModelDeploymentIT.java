package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rectify.engine.Trusted;
import rectify.identity.Visitor;
import rectify.register.Ledger;
import rectify.supervision.Supervision;
import rectify.whole.WholeSystem;

/** Diagrams of a process designer beside those that come with the product. */
@WholeSystem
class ModelDeploymentIT {

  private static final String LADDER = "supervision.bpmn";
  private static final String CREATE = "/deployment/create";
  private static final String CASE = "hazard-rectification.bpmn";

  @Autowired private RepositoryService repository;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private Supervision supervision;
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
        .forEach(
            id ->
                Trusted.call(
                    () -> {
                      repository.deleteDeployment(id, true);
                      return null;
                    }));
  }

  @Test
  void a_designers_newer_diagram_survives_a_restart_and_an_upgrade() {
    String firstRung = "${deadlines.workingDaysAfter(dueAt, 1)}";
    String moved =
        raised(text(LADDER).replace(firstRung, "${deadlines.workingDaysAfter(dueAt, 2)}"));
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
    Map<String, String> resources = withForms(CASE, raised(text(CASE)));
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

    assertRefused(deploy(resources), "表单“verification”不在本次部署中");
    assertRefused(
        deploy(
            withForms(
                CASE,
                text(CASE)
                    .replaceFirst("formRefBinding=\"deployment\"", "formRefBinding=\"latest\""))),
        "表单绑定（Binding）须为“deployment”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${dataSource.getConnection()}                  | 没有名为“dataSource”的业务组件
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${execution.getProcessEngineServices()}        | 不得对变量“execution”调用方法
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${hazardId.getClass().forName(&#x27;x&#x27;)}  | 不得连续调用方法
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${hazards[&#x27;get&#x27;](hazardId)}           | 不得连续调用方法
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${supervision.climb(hazardId, now())}          | 不得使用函数
          ${supervision.climb(hazardId, &#x27;township&#x27;)} | ${supervision.climb(                           | 写法有误
          ${deadlines.workingDaysAfter(dueAt, 1)}              | ${now.plusDays(1)}                             | 没有名为“now”的业务组件
          camunda:expression=                                  | camunda:class="java.lang.Object" camunda:expression= | 不得指定 Java 类
          camunda:expression=                                  | camunda:type="shell" camunda:expression=       | 不得使用外部任务
          camunda:formRef="supervision-action"                 | camunda:formKey="embedded:deployment:x.html"   | 不得使用 Form key
          <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.workingDaysAfter(dueAt, 1)}</bpmn:timeDate> | <bpmn:timeDuration>P1D</bpmn:timeDuration> | 定时器须用“日期（Date）”
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
        "“整改隐患”：所需证据");
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

  @Test
  void a_changed_diagram_or_form_carries_a_higher_version_tag() {
    String changed = text(LADDER).replace("上门催办", "电话催办");
    String tag = latest("supervision").getVersionTag();
    assertRefused(
        deploy(withForms(LADDER, changed)),
        "须大于已部署的%s，现为%s，请加大，如%s".formatted(tag, tag, tag.replaceFirst("0$", "1")));
    assertRefused(
        deploy(withForms(LADDER, changed.replace("\"" + tag + "\"", "\"1.0.9\""))), "现为1.0.9");
    Map<String, String> withOtherForm = withForms(LADDER, text(LADDER));
    withOtherForm.computeIfPresent(
        "supervision-action.form", (name, form) -> form.replace("督办", "督促"));
    assertRefused(deploy(withOtherForm), "版本标签（Version tag）须大于");
    assertThat(deploy(withForms(LADDER, text(LADDER))).statusCode()).isEqualTo(200);
  }

  @Test
  void one_line_does_not_close_the_case_of_another_county() {
    String closer =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
          <bpmn:process id="closer" name="销号" isExecutable="true" camunda:historyTimeToLive="P1825D">
            <bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeDate>2026-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>
            <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />
            <bpmn:serviceTask id="t" camunda:expression="${hazards.close(36, 'x')}" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    assertRefused(deploy(Map.of("closer.bpmn", closer)), "“closer”不是本系统的流程");
  }

  /** Whatever is wrong with a file, the designer reads why, in Chinese, at both doors. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"
      })
  void what_is_no_diagram_is_refused_at_both_doors(String content) {
    for (String door : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      HttpResponse<String> answer =
          deployAt(door, Map.of(LADDER, content), "deployment-source", "x");
      assertRefused(answer, LADDER);
    }
  }

  @Test
  void a_diagram_of_24_megabytes_is_refused() {
    Map<String, String> resources = withForms(LADDER, text(LADDER) + " ".repeat(24 << 20));

    assertRefused(deploy(resources), "文件最大1024 KB");
  }

  @Test
  void java_passes_the_same_gate() {
    assertThatThrownBy(() -> repository.createDeployment().addString("x.cmmn", "<a/>").deploy())
        .hasMessageContaining("只能部署流程图");
    assertThat(deployments()).isEqualTo(before);
  }

  /** As an older diagram left it: the step that waits for the closing was interrupted by a rung. */
  @Test
  void a_ladder_that_no_longer_listens_does_not_keep_its_case_open() {
    String interrupting =
        text(LADDER)
            .replace(
                "attachedToRef=\"Activity_AwaitClosing\" cancelActivity=\"false\"",
                "attachedToRef=\"Activity_AwaitClosing\" cancelActivity=\"true\"");
    Trusted.call(() -> repository.createDeployment().addString(LADDER, interrupting).deploy());
    String number = report(new Visitor(port).as("jjenterprise"));
    long hazard = Ledger.idOf(number).orElseThrow();
    supervision.start(hazard);
    String ladder = ladders(number).get(0).getId();
    management.executeJob(
        management
            .createJobQuery()
            .processInstanceId(ladder)
            .activityId("Event_TownshipDue")
            .singleResult()
            .getId());

    supervision.end(hazard);

    assertThat(ladders(number)).isEmpty();
    assertThat(supervision.highestRungs(List.of(hazard))).isEmpty();
  }

  private List<ProcessInstance> ladders(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("supervision")
        .processInstanceBusinessKey(number)
        .list();
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

  /** With a version tag above the product's own, as a changed diagram must have. */
  private static String raised(String diagram) {
    return diagram.replaceFirst("versionTag=\"1\\.(\\d)\\.0\"", "versionTag=\"1.$1.1\"");
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
    return deployAt("/engine-rest", resources, field, value);
  }

  private HttpResponse<String> deployAt(
      String door, Map<String, String> resources, String field, String value) {
    String part = "--x\r\nContent-Disposition: form-data; name=";
    StringBuilder body = new StringBuilder();
    body.append(part).append("\"deployment-name\"\r\n\r\n设计员的流程\r\n");
    body.append(part).append("\"" + field + "\"\r\n\r\n" + value + "\r\n");
    resources.forEach(
        (name, content) ->
            body.append(part)
                .append("\"" + name + "\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n"));
    byte[] content = (body + "--x--\r\n").getBytes(StandardCharsets.UTF_8);
    if (door.equals("/engine-rest")) {
      return new Visitor(port).as("designer").multipart(door + CREATE, "x", content);
    }
    Visitor browser = new Visitor(port).loggedIn("designer");
    browser.get("/camunda/app/cockpit/default/");
    return browser.multipart(
        door + CREATE,
        "x",
        content,
        "X-RECTIFY-XSRF-TOKEN",
        browser.cookie("RECTIFY-XSRF-TOKEN"),
        "X-XSRF-TOKEN",
        browser.cookie("XSRF-TOKEN"));
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
