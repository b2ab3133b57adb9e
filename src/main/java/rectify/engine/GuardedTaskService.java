package rectify.engine;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service with the {@link FormGate} before every way to finish a task. */
class GuardedTaskService extends TaskServiceImpl {

  private final FormGate gate;
  private final KeyedForms keyed;

  GuardedTaskService(FormGate gate, KeyedForms keyed) {
    this.gate = gate;
    this.keyed = keyed;
  }

  @Override
  public void complete(String taskId) {
    complete(taskId, null);
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    inOneCommand(
        context ->
            keyed.complete(
                taskId,
                variables,
                () -> {
                  super.complete(taskId, gate.checkTask(context, taskId, variables));
                  return null;
                }));
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return inOneCommand(
        context ->
            keyed.complete(
                taskId,
                variables,
                () ->
                    super.completeWithVariablesInReturn(
                        taskId, gate.checkTask(context, taskId, variables), deserializeValues)));
  }

  @Override
  public void resolveTask(String taskId) {
    throw notOffered();
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    throw notOffered();
  }

  @Override
  public void handleBpmnError(
      String taskId, String errorCode, String message, Map<String, Object> variables) {
    throw notOffered();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode) {
    throw notOffered();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
    throw notOffered();
  }

  @Override
  public void handleEscalation(String taskId, String escalationCode) {
    throw notOffered();
  }

  @Override
  public void handleEscalation(
      String taskId, String escalationCode, Map<String, Object> variables) {
    throw notOffered();
  }

  @Override
  public void deleteTask(String taskId) {
    throw notOffered();
  }

  @Override
  public void deleteTask(String taskId, boolean cascade) {
    throw notOffered();
  }

  @Override
  public void deleteTask(String taskId, String deleteReason) {
    throw notOffered();
  }

  /** A person claims for themselves; claiming for somebody else is assigning. */
  @Override
  public void claim(String taskId, String userId) {
    inOneCommand(
        context -> {
          TaskLock.take(context, taskId);
          Authentication caller = context.getAuthentication();
          if (userId == null || caller != null && !userId.equals(caller.getUserId())) {
            setAssignee(taskId, userId);
          } else {
            super.claim(taskId, userId);
          }
          return null;
        });
  }

  /**
   * Whoever claimed a task may give it back; assigning it to somebody else needs the engine's
   * right.
   */
  @Override
  public void setAssignee(String taskId, String userId) {
    inOneCommand(
        context -> {
          TaskLock.take(context, taskId);
          TaskEntity task = context.getTaskManager().findTaskById(taskId);
          if (task == null) {
            throw TaskPast.gone(context, taskId);
          }
          if (userId == null && context.getAuthentication() != null && !Trusted.active()) {
            giveBack(context, task);
          } else {
            super.setAssignee(taskId, userId);
          }
          return null;
        });
  }

  private void giveBack(CommandContext context, TaskEntity task) {
    boolean own = context.getAuthentication().getUserId().equals(task.getAssignee());
    if (own) {
      Trusted.call(
          () -> {
            super.setAssignee(task.getId(), null);
            return null;
          });
      return;
    }
    for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
      checker.checkTaskWork(task);
    }
    if (task.getAssignee() == null) {
      return;
    }
    try {
      super.setAssignee(task.getId(), null);
    } catch (AuthorizationException another) {
      throw TaskPast.taken(context, task);
    }
  }

  private <T> T inOneCommand(Command<T> command) {
    try {
      return Retries.of(() -> commandExecutor.execute(command));
    } finally {
      OnBehalf.nobody();
    }
  }

  private static RuntimeException notOffered() {
    return new RefusalInterceptor.RefusedByRule(new Refusal("本系统的任务只能按表单办理完成，不支持该操作。"));
  }
}
