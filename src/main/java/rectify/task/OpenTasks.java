package rectify.task;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import rectify.engine.EngineClock;
import rectify.engine.RefusalInterceptor;
import rectify.engine.TaskPast;
import rectify.engine.Trusted;
import rectify.refusal.Refusal;

/**
 * Open tasks for features that deal with tasks of every process. Whatever is asked in a person's
 * name is narrowed to the tasks that person may see.
 */
@Component
public class OpenTasks {

  static final String TITLE = "caseTitle";

  private static final int CHUNK = 500;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  OpenTasks(ProcessEngine engine) {
    this.tasks = engine.getTaskService();
    this.runtime = engine.getRuntimeService();
    this.repository = engine.getRepositoryService();
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /**
   * A task the current person may see.
   *
   * @throws Refusal that says who has finished it and when, or that there is none
   */
  public OpenTask get(String taskId) {
    return of(List.of(taskId)).stream()
        .filter(task -> task.caseId() != null || isOpen(task))
        .findFirst()
        .orElseThrow(() -> inEngine(context -> TaskPast.gone(context, taskId)));
  }

  /** Its case is read after the task, and may be finished by somebody else in between. */
  private boolean isOpen(OpenTask task) {
    return tasks.createTaskQuery().taskId(task.id()).count() > 0;
  }

  /** The same, to change it: whoever else would change it waits until the transaction ends. */
  public OpenTask hold(String taskId) {
    inEngine(
        context -> {
          TaskLock.take(context, taskId);
          return null;
        });
    return get(taskId);
  }

  /** Those of these tasks that are open and theirs to see. */
  public List<OpenTask> of(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : known(tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list());
  }

  /** The tasks of a step that the groups' people may do, earliest due first. */
  public List<OpenTask> ofStep(
      String processKey, String step, Collection<String> groups, int most) {
    if (groups.isEmpty()) {
      return List.of();
    }
    return known(
        byDueDate(
                tasks
                    .createTaskQuery()
                    .processDefinitionKey(processKey)
                    .taskDefinitionKey(step)
                    .taskCandidateGroupIn(List.copyOf(groups))
                    .includeAssignedTasks())
            .listPage(0, most));
  }

  /** The tasks of a process that the groups' people may do, earliest due first. */
  public List<OpenTask> ofProcess(String processKey, Collection<String> groups, int most) {
    return groups.isEmpty()
        ? List.of()
        : known(
            byDueDate(
                    tasks
                        .createTaskQuery()
                        .processDefinitionKey(processKey)
                        .taskCandidateGroupIn(List.copyOf(groups))
                        .includeAssignedTasks())
                .listPage(0, most));
  }

  /** The tasks somebody has taken, earliest due first. */
  public List<OpenTask> takenBy(String person, int most) {
    return known(byDueDate(tasks.createTaskQuery().taskAssignee(person)).listPage(0, most));
  }

  /** The tasks that others have taken in somebody's place. */
  public List<OpenTask> lentBy(String owner, int most) {
    return known(byDueDate(tasks.createTaskQuery().taskOwner(owner)).listPage(0, most));
  }

  /** The tasks that fall due after one moment and not after another. */
  public List<OpenTask> due(LocalDateTime after, LocalDateTime until) {
    return inChunks(
        byDueDate(tasks.createTaskQuery().dueAfter(date(after)).dueBefore(date(until))));
  }

  /** Every open task, oldest first; a system look-up, and a long one. */
  public List<OpenTask> all() {
    return inChunks(tasks.createTaskQuery().orderByTaskCreateTime().asc());
  }

  private List<OpenTask> inChunks(TaskQuery query) {
    List<OpenTask> all = new ArrayList<>();
    List<Task> found = query.list();
    for (int from = 0; from < found.size(); from += CHUNK) {
      all.addAll(known(found.subList(from, Math.min(from + CHUNK, found.size()))));
    }
    return all;
  }

  /** Which of these tasks are still to be done. */
  public Set<String> stillOpen(Collection<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Set.of();
    }
    Set<String> open = new HashSet<>();
    tasks
        .createTaskQuery()
        .taskIdIn(taskIds.toArray(String[]::new))
        .list()
        .forEach(task -> open.add(task.getId()));
    return open;
  }

  /** Whether the current person may read a process of this name. */
  public boolean knowsProcess(String name) {
    return repository
            .createProcessDefinitionQuery()
            .processDefinitionName(name)
            .latestVersion()
            .count()
        > 0;
  }

  /** What the diagram says of a task's step: who, what, by which article; empty if nothing. */
  public String documentation(OpenTask task) {
    UserTask step =
        repository
            .getBpmnModelInstance(task.processDefinitionId())
            .getModelElementById(task.step());
    return step == null || step.getDocumentations().isEmpty()
        ? ""
        : step.getDocumentations().iterator().next().getTextContent();
  }

  /**
   * Hands in the form of a task, through the same door as everybody.
   *
   * @throws Refusal if the form or the domain refuses, or the task is not theirs to do
   */
  public void complete(String taskId, Map<String, Object> form) {
    try {
      tasks.complete(taskId, form);
    } catch (RefusalInterceptor.RefusedByRule refused) {
      throw (Refusal) refused.getCause();
    } catch (AuthorizationException forbidden) {
      throw Refusal.forbidden("这项任务不归您办理，请刷新任务列表。");
    }
  }

  /** Gives a task to somebody; whether that is right has been decided before. */
  public void giveTo(String taskId, String person) {
    Trusted.call(
        () -> {
          tasks.setAssignee(taskId, person);
          tasks.setOwner(taskId, person);
          return null;
        });
  }

  /** Gives an absent person's task to whoever stands in for them; it stays known whose it is. */
  public void lendTo(String taskId, String standIn, String owner) {
    Trusted.call(
        () -> {
          tasks.setOwner(taskId, owner);
          tasks.setAssignee(taskId, standIn);
          return null;
        });
  }

  /** Who has taken a task and when, in words such as 张三（2026年3月9日 10:32）. */
  public String takenBy(OpenTask task) {
    return inEngine(context -> TaskPast.holder(context, task.id(), task.assignee()));
  }

  private static TaskQuery byDueDate(TaskQuery query) {
    return query.orderByDueDate().asc();
  }

  private List<OpenTask> known(List<Task> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    return unrestricted(
        () -> {
          Map<String, Map<String, Object>> variables = variables(found);
          return found.stream().map(task -> known(task, ofTask(task, variables))).toList();
        });
  }

  private OpenTask known(Task task, Map<String, Object> variables) {
    return new OpenTask(
        task.getId(),
        task.getName(),
        task.getProcessDefinitionId(),
        task.getTaskDefinitionKey(),
        engine
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(task.getProcessDefinitionId())
            .getKey(),
        variables.get(TaskFacts.CASE_ID) instanceof Long id ? id : null,
        (String) variables.get(TITLE),
        task.getTenantId(),
        chinaTime(task.getCreateTime()),
        task.getDueDate() == null ? null : chinaTime(task.getDueDate()),
        task.getAssignee(),
        task.getOwner(),
        candidateGroups(task.getId()));
  }

  /** The service would refuse a task that a colleague has finished since it was found. */
  private List<String> candidateGroups(String taskId) {
    return inEngine(
        context ->
            context.getIdentityLinkManager().findIdentityLinksByTaskId(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
  }

  /**
   * What a step says of itself goes before what its process says: one of many has its own title.
   */
  private static Map<String, Object> ofTask(Task task, Map<String, Map<String, Object>> variables) {
    Map<String, Object> known =
        new HashMap<>(variables.getOrDefault(task.getProcessInstanceId(), Map.of()));
    known.putAll(variables.getOrDefault(task.getExecutionId(), Map.of()));
    return known;
  }

  /** By process instance, and by execution. */
  private Map<String, Map<String, Object>> variables(List<Task> found) {
    Map<String, Map<String, Object>> known = new HashMap<>();
    List<VariableInstance> all =
        runtime
            .createVariableInstanceQuery()
            .processInstanceIdIn(
                found.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
            .variableNameIn(TaskFacts.CASE_ID, TITLE)
            .list();
    for (VariableInstance variable : all) {
      for (String of : List.of(variable.getProcessInstanceId(), variable.getExecutionId())) {
        known
            .computeIfAbsent(of, id -> new HashMap<>())
            .put(variable.getName(), variable.getValue());
      }
    }
    return known;
  }

  private <T> T unrestricted(Callable<T> lookup) {
    return inEngine(context -> context.runWithoutAuthorization(lookup));
  }

  private <T> T inEngine(Command<T> command) {
    return engine.getCommandExecutorTxRequired().execute(command);
  }

  public static LocalDateTime chinaTime(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), EngineClock.ZONE);
  }

  static Date date(LocalDateTime time) {
    return Date.from(time.atZone(EngineClock.ZONE).toInstant());
  }
}
