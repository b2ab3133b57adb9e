package rectify.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine itself says of a model, and what it has of its kind already. */
class EngineLook {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLook.class);

  private final ProcessEngineConfigurationImpl engine;

  EngineLook(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /** A process as it was deployed last. */
  record Deployed(String versionTag, Map<String, byte[]> files) {}

  /** The newest deployed process of this id, with the files that came with it. */
  Optional<Deployed> latest(String processId) {
    ProcessDefinitionEntity latest =
        Context.getCommandContext()
            .getProcessDefinitionManager()
            .findLatestProcessDefinitionByKeyAndTenantId(processId, null);
    if (latest == null) {
      return Optional.empty();
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ResourceEntity resource :
        Context.getCommandContext()
            .getResourceManager()
            .findResourcesByDeploymentId(latest.getDeploymentId())) {
      files.put(resource.getName(), resource.getBytes());
    }
    return Optional.of(new Deployed(latest.getVersionTag(), files));
  }

  /**
   * Parses each diagram as the engine is about to, so that what it does not take is answered in the
   * designer's language: its own answer is English, or no answer at all.
   */
  List<String> problems(DeploymentEntity deployment, Map<String, byte[]> files) {
    List<String> problems = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          if (!name.endsWith(".bpmn")) {
            return;
          }
          try {
            new BpmnParser(engine.getExpressionManager(), engine.getBpmnParseFactory())
                .createParse()
                .sourceInputStream(new ByteArrayInputStream(content))
                .deployment(deployment)
                .name(name)
                .execute();
          } catch (ParseException e) {
            problems.add(name + "：流程引擎不认" + places(e) + "，请用 Camunda Modeler 打开检查，改正后重新部署。");
          } catch (RuntimeException e) {
            LOG.info("The engine cannot parse {}", name, e);
            problems.add(name + "：流程引擎无法读取此图，请用 Camunda Modeler 打开检查，改正后重新部署。");
          }
        });
    return problems;
  }

  private static String places(ParseException e) {
    return e.getResorceReports().stream()
        .flatMap(report -> report.getErrors().stream())
        .map(
            problem ->
                problem.getMainElementId() == null
                    ? "第" + Math.max(1, problem.getLine()) + "行"
                    : "元素“" + problem.getMainElementId() + "”")
        .distinct()
        .limit(10)
        .collect(Collectors.joining("、"));
  }
}
