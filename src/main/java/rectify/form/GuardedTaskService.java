package rectify.form;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;
import rectify.engine.RefusalInterceptor;
import rectify.engine.TaskPast;
import rectify.engine.Trusted;
import rectify.once.Retries;
import rectify.refusal.Refusal;
import rectify.task.HeldTasks;
import rectify.task.TaskLock;

/** The engine's task service with the {@link FormGate} before every way to finish a task. */
class GuardedTaskService extends TaskServiceImpl {

  private final FormGate gate;
  private final KeyedForms keyed;
  private final HeldTasks held;

  GuardedTaskService(FormGate gate, KeyedForms keyed, HeldTasks held) {
    this.gate = gate;
    this.keyed = keyed;
    this.held = held;
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
          if (userId == null && isNobodys(context, taskId)) {
            // there is nothing to give back: as ever, for those who may assign
            super.setAssignee(taskId, null);
          } else if (userId == null || caller != null && !userId.equals(caller.getUserId())) {
            setAssignee(taskId, userId);
          } else {
            releaseWhatIsNobodys(context, taskId, userId);
            super.claim(taskId, userId);
          }
          return null;
        });
  }

  private static boolean isNobodys(CommandContext context, String taskId) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    return task != null && task.getAssignee() == null;
  }

  /** Somebody may have taken it in the moment they left their unit. */
  private void releaseWhatIsNobodys(CommandContext context, String taskId, String userId) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task != null && task.getAssignee() != null && !task.getAssignee().equals(userId)) {
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkTaskWork(task));
      held.releasedIfNotTheirs(context, task);
    }
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

  // The engine asks for no right at comments and attachments: whoever may read a task reads them,
  // whoever may work on it writes them.

  @Override
  public void addComment(String taskId, String processInstanceId, String message) {
    createComment(taskId, processInstanceId, message);
  }

  @Override
  public Comment createComment(String taskId, String processInstanceId, String message) {
    check(taskId, CommandChecker::checkTaskWork);
    return super.createComment(taskId, processInstanceId, message);
  }

  @Override
  public List<Comment> getTaskComments(String taskId) {
    check(taskId, CommandChecker::checkReadTask);
    return super.getTaskComments(taskId);
  }

  @Override
  public Comment getTaskComment(String taskId, String commentId) {
    check(taskId, CommandChecker::checkReadTask);
    return super.getTaskComment(taskId, commentId);
  }

  @Override
  public Attachment createAttachment(
      String type,
      String taskId,
      String processInstanceId,
      String name,
      String description,
      InputStream content) {
    check(taskId, CommandChecker::checkTaskWork);
    return super.createAttachment(type, taskId, processInstanceId, name, description, content);
  }

  @Override
  public Attachment createAttachment(
      String type,
      String taskId,
      String processInstanceId,
      String name,
      String description,
      String url) {
    check(taskId, CommandChecker::checkTaskWork);
    return super.createAttachment(type, taskId, processInstanceId, name, description, url);
  }

  @Override
  public List<Attachment> getTaskAttachments(String taskId) {
    check(taskId, CommandChecker::checkReadTask);
    return super.getTaskAttachments(taskId);
  }

  @Override
  public Attachment getTaskAttachment(String taskId, String attachmentId) {
    check(taskId, CommandChecker::checkReadTask);
    return super.getTaskAttachment(taskId, attachmentId);
  }

  @Override
  public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
    check(taskId, CommandChecker::checkReadTask);
    return super.getTaskAttachmentContent(taskId, attachmentId);
  }

  @Override
  public void deleteTaskAttachment(String taskId, String attachmentId) {
    check(taskId, CommandChecker::checkTaskWork);
    super.deleteTaskAttachment(taskId, attachmentId);
  }

  private void check(String taskId, BiConsumer<CommandChecker, TaskEntity> right) {
    commandExecutor.execute(
        context -> {
          TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
          if (task != null) {
            context
                .getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> right.accept(checker, task));
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
