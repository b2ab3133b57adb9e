package rectify.form;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import rectify.once.Retries;
import rectify.refusal.Refusal;
import rectify.task.TaskFacts;

/**
 * The engine's form service with the {@link FormGate} before every submission. A start form goes to
 * the façade of its process, which registers the case before it starts the instance.
 */
class GuardedFormService extends FormServiceImpl {

  private final FormGate gate;
  private final ObjectProvider<ProcessStart> starts;
  private final ObjectProvider<TaskFacts> facts;
  private final KeyedForms keyed;

  GuardedFormService(
      FormGate gate,
      ObjectProvider<ProcessStart> starts,
      ObjectProvider<TaskFacts> facts,
      KeyedForms keyed) {
    this.keyed = keyed;
    this.gate = gate;
    this.starts = starts;
    this.facts = facts;
  }

  @Override
  public VariableMap getTaskFormVariables(
      String taskId, Collection<String> formVariables, boolean deserializeObjectValues) {
    return inOneCommand(
        context -> {
          VariableMap variables =
              gate.unanswered(
                  context,
                  taskId,
                  super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues),
                  asked -> known(context, taskId, asked));
          if (formVariables == null
              || formVariables.isEmpty()
              || formVariables.contains(TaskFacts.NAME)) {
            putFacts(context, taskId, variables);
          }
          return variables;
        });
  }

  private void putFacts(CommandContext context, String taskId, VariableMap variables) {
    if (caseOf(context, taskId) instanceof Long id) {
      facts.ifAvailable(known -> variables.putValue(TaskFacts.NAME, known.of(id)));
    }
  }

  private Map<String, Object> known(CommandContext context, String taskId, Set<String> asked) {
    TaskFacts source = facts.getIfAvailable();
    return source != null && caseOf(context, taskId) instanceof Long id
        ? source.known(id, asked)
        : Map.of();
  }

  private static Object caseOf(CommandContext context, String taskId) {
    return context.getTaskManager().findTaskById(taskId).getVariable(TaskFacts.CASE_ID);
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    inOneCommand(
        context ->
            keyed.complete(
                taskId,
                properties,
                () -> {
                  super.submitTaskForm(taskId, gate.checkTask(context, taskId, properties));
                  return null;
                }));
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return inOneCommand(
        context ->
            keyed.complete(
                taskId,
                properties,
                () ->
                    super.submitTaskFormWithVariablesInReturn(
                        taskId, gate.checkTask(context, taskId, properties), deserializeValues)));
  }

  @Override
  public void submitTaskFormData(String taskId, Map<String, String> properties) {
    submitTaskForm(taskId, Map.copyOf(properties));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, Map<String, Object> properties) {
    return inOneCommand(context -> start(context, processDefinitionId, properties));
  }

  /**
   * The business key is the case number, which only the façade gives: one that is sent is ignored.
   */
  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, Object> properties) {
    return submitStartForm(processDefinitionId, properties);
  }

  @Override
  public ProcessInstance submitStartFormData(
      String processDefinitionId, Map<String, String> properties) {
    return submitStartForm(processDefinitionId, Map.copyOf(properties));
  }

  @Override
  public ProcessInstance submitStartFormData(
      String processDefinitionId, String businessKey, Map<String, String> properties) {
    return submitStartForm(processDefinitionId, Map.copyOf(properties));
  }

  private <T> T inOneCommand(Command<T> command) {
    try {
      return Retries.of(() -> commandExecutor.execute(command));
    } finally {
      OnBehalf.nobody();
    }
  }

  private ProcessInstance start(
      CommandContext context, String processDefinitionId, Map<String, Object> properties) {
    ProcessDefinitionEntity definition =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(processDefinitionId);
    context
        .getAuthorizationManager()
        .checkAuthorization(
            ProcessDefinitionPermissions.CREATE_INSTANCE,
            Resources.PROCESS_DEFINITION,
            definition.getKey());
    ProcessStart start =
        starts.stream()
            .filter(candidate -> candidate.processKey().equals(definition.getKey()))
            .findFirst()
            .orElseThrow(() -> new Refusal("流程“" + definition.getName() + "”不能从任务列表发起。"));
    return keyed.start(
        context,
        definition.getKey(),
        properties,
        () -> {
          Map<String, Object> form = gate.checkStart(context, processDefinitionId, properties);
          gate.started(context, definition.getName());
          return start.start(form);
        });
  }
}
