package rectify.task;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import rectify.refusal.Refusal;

/**
 * What comes after a form, told to whoever has handed it in: they know then that it arrived, and
 * with whom it lies.
 */
@Service
public class NextSteps {

  private final ProcessEngine engine;

  NextSteps(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * Where a form went.
   *
   * @param done what was done: the name of the task, or of the process that was started
   * @param businessKey the number of the case or inspection; null if it has none
   * @param ended whether the process has come to its end
   * @param next what is open now of the same case or inspection, earliest due first
   */
  public record After(String done, String businessKey, boolean ended, List<Step> next) {}

  /**
   * An open task.
   *
   * @param assignee who has taken it; may be null
   * @param groups whose people may do it
   * @param mine whether the person who asks may do it
   */
  public record Step(
      String taskId,
      String name,
      String processKey,
      String assignee,
      List<String> groups,
      LocalDateTime dueAt,
      boolean mine) {}

  /**
   * After a task.
   *
   * @throws Refusal unless the person who asks has finished it
   */
  public After task(String taskId) {
    return inEngine(
        context -> {
          HistoricTaskInstanceEntity done =
              context.getDbEntityManager().selectById(HistoricTaskInstanceEntity.class, taskId);
          if (done == null || done.getEndTime() == null || !isCaller(context, done.getAssignee())) {
            throw notTheirs();
          }
          return after(context, done.getName(), instance(context, done.getProcessInstanceId()));
        });
  }

  /**
   * After the start of a process.
   *
   * @throws Refusal unless the person who asks has started it
   */
  public After start(String instanceId) {
    return inEngine(
        context -> {
          HistoricProcessInstanceEntity started = instance(context, instanceId);
          if (started == null || !isCaller(context, started.getStartUserId())) {
            throw notTheirs();
          }
          String process =
              context
                  .getProcessEngineConfiguration()
                  .getDeploymentCache()
                  .findDeployedProcessDefinitionById(started.getProcessDefinitionId())
                  .getName();
          return after(context, process, started);
        });
  }

  private static After after(
      CommandContext context, String done, HistoricProcessInstanceEntity instance) {
    TaskQueryImpl query = new TaskQueryImpl();
    if (instance.getBusinessKey() == null) {
      query.processInstanceId(instance.getId());
    } else {
      query.processInstanceBusinessKey(instance.getBusinessKey());
    }
    query.orderByDueDate().asc();
    Authentication caller = context.getAuthentication();
    List<Step> next =
        unrestricted(context, () -> context.getTaskManager().findTasksByQueryCriteria(query))
            .stream()
            .map(task -> step((TaskEntity) task, caller))
            .toList();
    return new After(done, instance.getBusinessKey(), instance.getEndTime() != null, next);
  }

  private static Step step(TaskEntity task, Authentication caller) {
    return new Step(
        task.getId(),
        task.getName(),
        task.getProcessDefinition().getKey(),
        task.getAssignee(),
        TaskScope.groups(task),
        task.getDueDate() == null ? null : OpenTasks.chinaTime(task.getDueDate()),
        TaskScope.mine(task, caller));
  }

  private static HistoricProcessInstanceEntity instance(CommandContext context, String id) {
    return context.getDbEntityManager().selectById(HistoricProcessInstanceEntity.class, id);
  }

  private static boolean isCaller(CommandContext context, String person) {
    Authentication caller = context.getAuthentication();
    return caller != null && caller.getUserId().equals(person);
  }

  /** It may lie in another county now; that it does is no secret to whoever handed it in. */
  private static List<Task> unrestricted(CommandContext context, Callable<List<Task>> lookup) {
    boolean tenants = context.isTenantCheckEnabled();
    context.disableTenantCheck();
    try {
      return context.runWithoutAuthorization(lookup);
    } finally {
      if (tenants) {
        context.enableTenantCheck();
      }
    }
  }

  private static Refusal notTheirs() {
    return Refusal.notFound("没有您办结的这项任务，请刷新任务列表。");
  }

  private <T> T inEngine(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
