package rectify.model;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What diagrams say of their user tasks in extension properties, so that a feature learns it there
 * and not from an id. A system look-up: it asks nobody's rights.
 */
@Component
public class DrawnTasks {

  private final ObjectProvider<ProcessEngine> engine;

  /** By definition: a diagram never changes. */
  private final Map<String, List<DrawnTask>> known = new ConcurrentHashMap<>();

  DrawnTasks(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /**
   * A user task of a diagram.
   *
   * @param groups whom it is given to, as the diagram writes it; null if it does not say
   */
  public record DrawnTask(
      String step, String name, String groups, Map<String, String> properties) {}

  /**
   * Every version's tasks of a process, the newest version first, and last those of the product's
   * own diagram: what runs under an earlier version may know less than it.
   */
  public List<DrawnTask> of(String processKey) {
    List<DrawnTask> all = new ArrayList<>();
    for (ProcessDefinition version : versions(processKey)) {
      all.addAll(known.computeIfAbsent(version.getId(), this::deployed));
    }
    all.addAll(known.computeIfAbsent(processKey + ".bpmn", DrawnTasks::bundled));
    return all;
  }

  private List<ProcessDefinition> versions(String processKey) {
    return configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () ->
                        engine
                            .getObject()
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(processKey)
                            .orderByProcessDefinitionVersion()
                            .desc()
                            .list()));
  }

  private List<DrawnTask> deployed(String definition) {
    return tasks(
        configuration()
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    context
                        .getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findBpmnModelInstanceForProcessDefinition(definition)));
  }

  private static List<DrawnTask> bundled(String file) {
    byte[] content = ModelDeployer.read().get(file);
    return content == null
        ? List.of()
        : tasks(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
  }

  private static List<DrawnTask> tasks(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(UserTask.class).stream()
        .map(
            task ->
                new DrawnTask(
                    task.getId(),
                    task.getName(),
                    task.getCamundaCandidateGroups(),
                    properties(task)))
        .toList();
  }

  private static Map<String, String> properties(UserTask task) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (task.getExtensionElements() != null) {
      task.getExtensionElements().getElements().stream()
          .filter(CamundaProperties.class::isInstance)
          .flatMap(all -> ((CamundaProperties) all).getCamundaProperties().stream())
          .forEach(one -> properties.put(one.getCamundaName(), one.getCamundaValue()));
    }
    return properties;
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
  }
}
