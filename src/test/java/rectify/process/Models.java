package rectify.process;

import static java.util.function.Predicate.not;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import rectify.form.ModelEngine;

/**
 * The diagrams, decision tables and forms in an engine of their own. The tests of a class must walk
 * every node and every flow of its diagram, or the class fails; where they did not shows in
 * target/process-test-coverage.
 */
final class Models
    implements BeforeAllCallback,
        TestInstancePostProcessor,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        AfterAllCallback {

  private final Map<Object, Object> beans = new HashMap<>();
  private final ProcessEngineCoverageExtension coverage;
  private final ProcessEngine engine;

  private Models(String processId) {
    ProcessEngineConfigurationImpl configuration = ModelEngine.configuration(processId, beans);
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    ProcessEngineCoverageExtension.Builder builder =
        ProcessEngineCoverageExtension.builder(configuration);
    builder.assertClassCoverageAtLeast(1);
    builder.excludeProcessDefinitionKeys(
        files("processes", ".bpmn")
            .map(diagram -> diagram.getName().replace(".bpmn", ""))
            .filter(not(processId::equals))
            .toArray(String[]::new));
    coverage = builder.build();
    engine = coverage.getProcessEngine();
    deploy();
  }

  /** A class's models, of which it must walk one diagram completely. */
  static Models covering(String processId) {
    return new Models(processId);
  }

  private void deploy() {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    files("processes", ".bpmn")
        .forEach(
            diagram ->
                deployment.addModelInstance(diagram.getName(), Bpmn.readModelFromFile(diagram)));
    Stream.concat(files("processes", ".dmn"), files("forms", ".form"))
        .forEach(file -> deployment.addString(file.getName(), text(file)));
    deployment.deploy();
  }

  private static String text(File file) {
    try {
      return Files.readString(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<File> files(String directory, String ending) {
    return Stream.of(
        Path.of(directory).toFile().listFiles((folder, name) -> name.endsWith(ending)));
  }

  /** Lets every expression call this bean, instead of the one of that name before it. */
  Models with(String name, Object bean) {
    beans.put(name, bean);
    return this;
  }

  ModelRun start(String processId, String caseNumber, Map<String, Object> variables) {
    return ModelRun.of(
        engine,
        engine.getRuntimeService().startProcessInstanceByKey(processId, caseNumber, variables));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    coverage.beforeAll(context);
  }

  @Override
  public void postProcessTestInstance(Object test, ExtensionContext context) {
    coverage.postProcessTestInstance(test, context);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    BpmnAwareTests.init(engine);
    coverage.beforeTestExecution(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "done"));
    coverage.afterTestExecution(context);
    BpmnAwareTests.reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    try {
      coverage.afterAll(context);
    } finally {
      engine.close();
    }
  }
}
