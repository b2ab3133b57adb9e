package rectify.engine;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The open tasks the current person may read; of others it knows nothing. */
@Component
public class OpenTasks {

  private static final String TITLE = "caseTitle";

  private final ProcessEngine engine;

  OpenTasks(ProcessEngine engine) {
    this.engine = engine;
  }

  /** Those of these tasks that are open and theirs to read, in two queries. */
  public List<OpenTask> of(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Task> tasks =
        engine.getTaskService().createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
    Map<String, Map<String, Object>> variables = variables(tasks);
    return tasks.stream()
        .map(task -> open(task, variables.getOrDefault(task.getProcessInstanceId(), Map.of())))
        .toList();
  }

  /**
   * One task.
   *
   * @throws Refusal that says who has finished it and when, or that there is none
   */
  public OpenTask get(String id) {
    return of(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> inEngine(context -> FormGate.gone(context, id)));
  }

  /** The groups a task is offered to. */
  public List<String> candidateGroups(OpenTask task) {
    return engine.getTaskService().getIdentityLinksForTask(task.id()).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  /** What the diagram says of a task's step: who, what, by which article; empty if nothing. */
  public String documentation(OpenTask task) {
    UserTask step =
        engine
            .getRepositoryService()
            .getBpmnModelInstance(task.processDefinitionId())
            .getModelElementById(task.step());
    return step == null || step.getDocumentations().isEmpty()
        ? ""
        : step.getDocumentations().iterator().next().getTextContent();
  }

  /** Whoever may read a task may read what it is about. */
  private Map<String, Map<String, Object>> variables(List<Task> tasks) {
    Map<String, Map<String, Object>> byInstance = new HashMap<>();
    if (tasks.isEmpty()) {
      return byInstance;
    }
    Callable<List<VariableInstance>> query =
        () ->
            engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableNameIn(TaskFacts.CASE_ID, TITLE)
                .processInstanceIdIn(
                    tasks.stream()
                        .map(Task::getProcessInstanceId)
                        .distinct()
                        .toArray(String[]::new))
                .list();
    List<VariableInstance> found = inEngine(context -> context.runWithoutAuthorization(query));
    for (VariableInstance variable : found) {
      byInstance
          .computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
          .put(variable.getName(), variable.getValue());
    }
    return byInstance;
  }

  private static OpenTask open(Task task, Map<String, Object> variables) {
    return new OpenTask(
        task.getId(),
        task.getName(),
        task.getProcessDefinitionId(),
        task.getTaskDefinitionKey(),
        variables.get(TaskFacts.CASE_ID) instanceof Long caseId ? caseId : null,
        (String) variables.get(TITLE),
        task.getDueDate() == null
            ? null
            : LocalDateTime.ofInstant(task.getDueDate().toInstant(), EngineClock.ZONE));
  }

  private <T> T inEngine(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
