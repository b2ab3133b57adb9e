package rectify.task;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import rectify.engine.TaskPast;

/**
 * Gives a task back to its unit when whoever holds it is no longer one of those it is for. What
 * they had written stays: proof belongs to the case, and a form begun is kept for them alone until
 * the task is done.
 */
public class HeldTasks {

  private final ProcessEngineConfigurationImpl engine;
  private final Supplier<Stream<TaskReleases>> hearers;

  public HeldTasks(ProcessEngineConfigurationImpl engine, Supplier<Stream<TaskReleases>> hearers) {
    this.engine = engine;
    this.hearers = hearers;
  }

  /**
   * Releases what people may no longer do, in the transaction that is open.
   *
   * @param names of the people by id; their accounts may be gone
   */
  public void releaseWhatIsNotTheirs(Map<String, String> names) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              names.forEach((person, name) -> release(context, person, name));
              return null;
            });
  }

  private void release(CommandContext context, String person, String name) {
    for (TaskEntity task : lost(context, person, query -> query.taskOwner(person))) {
      task.setOwner(task.getAssignee());
    }
    for (TaskEntity task : lost(context, person, query -> query.taskAssignee(person))) {
      release(task, person, name);
    }
  }

  /**
   * Releases a task of somebody who may not do it any more, as one that was taken in the moment
   * they left.
   *
   * @return whether it is free now
   */
  public boolean releasedIfNotTheirs(CommandContext context, TaskEntity task) {
    String person = task.getAssignee();
    boolean lost = !asSystem(() -> mayHold(person, task));
    if (lost) {
      release(task, person, TaskPast.nameOf(context, person));
    }
    return lost;
  }

  /** A diagram may name somebody who has left since; the task is their unit's then. */
  void giveNobodyWhatIsNotTheirs(TaskEntity task) {
    String person = task.getAssignee();
    if (person == null) {
      return;
    }
    Authentication caller = engine.getIdentityService().getCurrentAuthentication();
    boolean own =
        caller != null && person.equals(caller.getUserId()) && TaskScope.mine(task, caller);
    if (!own && !asSystem(() -> mayHold(person, task))) {
      task.setAssignee(null);
    }
  }

  private void release(TaskEntity task, String person, String name) {
    task.setAssignee(null);
    task.setOwner(null);
    task.triggerUpdateEvent();
    task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
    OpenTask free = TaskBirth.seen(task);
    hearers.get().forEach(hearer -> hearer.released(free, person, name));
  }

  /** As the database says now, not as a request that began earlier believes. */
  private boolean mayHold(String person, TaskEntity task) {
    IdentityService identity = engine.getIdentityService();
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    return TaskScope.isOf(task, person, groups)
        && (task.getTenantId() == null || isOfCounty(identity, person, groups, task.getTenantId()));
  }

  /** One question for the person and one for each group: both at once read every membership. */
  private static boolean isOfCounty(
      IdentityService identity, String person, List<String> groups, String county) {
    return identity.createTenantQuery().tenantId(county).userMember(person).count() > 0
        || groups.stream()
            .anyMatch(
                group ->
                    identity.createTenantQuery().tenantId(county).groupMember(group).count() > 0);
  }

  /** Always in the same order, so that two who leave at once do not wait for each other's cases. */
  private List<TaskEntity> lost(
      CommandContext context, String person, Consumer<TaskQueryImpl> restriction) {
    TaskQueryImpl query = new TaskQueryImpl();
    restriction.accept(query);
    return asSystem(
        () ->
            context.getTaskManager().findTasksByQueryCriteria(query).stream()
                .map(TaskEntity.class::cast)
                .filter(task -> !mayHold(person, task))
                .sorted(Comparator.comparing(TaskEntity::getProcessInstanceId))
                .toList());
  }

  /** Looks something up as nobody does, whose rights would narrow it. */
  public <T> T asSystem(Supplier<T> lookup) {
    IdentityService identity = engine.getIdentityService();
    Authentication caller = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return lookup.get();
    } finally {
      if (caller != null) {
        identity.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
      }
    }
  }
}
