package rectify.task;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What is to be done in a case and which clocks run, in all its processes: for a page of the case,
 * whose caller has looked whether the person may see it.
 */
@Component
public class CaseWork {

  private final ProcessEngine engine;

  CaseWork(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * A task of the case, whosever it is.
   *
   * @param groups whose people may do it
   * @param assignee who has taken it; null if nobody
   * @param mine whether the current person may do it
   */
  public record Open(
      String id,
      String name,
      List<String> groups,
      String assignee,
      LocalDateTime createdAt,
      LocalDateTime dueAt,
      boolean mine) {}

  /**
   * A clock of the case.
   *
   * @param name what happens then, as the diagram says
   */
  public record Clock(String name, LocalDateTime at) {}

  /** The open tasks, earliest due first. */
  public List<Open> tasks(String caseNumber) {
    return inEngine(
        context -> {
          List<Open> tasks = new ArrayList<>();
          for (String instance : instances(context, caseNumber)) {
            TaskQueryImpl query = new TaskQueryImpl();
            query.processInstanceId(instance);
            for (Task task : context.getTaskManager().findTasksByQueryCriteria(query)) {
              tasks.add(open(context, (TaskEntity) task));
            }
          }
          tasks.sort(
              Comparator.comparing(Open::dueAt, Comparator.nullsLast(Comparator.naturalOrder())));
          return tasks;
        });
  }

  private static Open open(CommandContext context, TaskEntity task) {
    return new Open(
        task.getId(),
        task.getName(),
        TaskScope.groups(task),
        task.getAssignee(),
        OpenTasks.chinaTime(task.getCreateTime()),
        task.getDueDate() == null ? null : OpenTasks.chinaTime(task.getDueDate()),
        TaskScope.mine(task, context.getAuthentication()));
  }

  /** The timers that are still to fire, next first. */
  public List<Clock> clocks(String caseNumber) {
    return inEngine(
        context -> {
          List<Clock> clocks = new ArrayList<>();
          for (String instance : instances(context, caseNumber)) {
            JobQueryImpl query = new JobQueryImpl();
            query.processInstanceId(instance).timers();
            for (Job job : context.getJobManager().findJobsByQueryCriteria(query, null)) {
              clocks.add(clock((JobEntity) job));
            }
          }
          clocks.sort(Comparator.comparing(Clock::at));
          return clocks;
        });
  }

  private Clock clock(JobEntity job) {
    String step = job.getJobDefinition() == null ? null : job.getJobDefinition().getActivityId();
    String name =
        Optional.ofNullable(step)
            .map(
                id ->
                    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                        .findActivity(id))
            .map(activity -> (String) activity.getProperty("name"))
            .orElse("定时办理");
    return new Clock(name, OpenTasks.chinaTime(job.getDuedate()));
  }

  /** Its own process and what that has called. */
  private static List<String> instances(CommandContext context, String caseNumber) {
    ProcessInstanceQueryImpl query = new ProcessInstanceQueryImpl();
    query.processInstanceBusinessKey(caseNumber);
    return context.getExecutionManager().findProcessInstancesByQueryCriteria(query, null).stream()
        .map(instance -> ((ExecutionEntity) instance).getProcessInstanceId())
        .distinct()
        .toList();
  }

  /** Whoever may see the case is told who works on it, though the engine shows them no task. */
  private <T> T inEngine(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              boolean tenants = context.isTenantCheckEnabled();
              context.disableTenantCheck();
              try {
                return context.runWithoutAuthorization(() -> command.execute(context));
              } finally {
                if (tenants) {
                  context.enableTenantCheck();
                }
              }
            });
  }
}
