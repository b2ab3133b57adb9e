package rectify.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rectify.engine.TaskPast;
import rectify.refusal.Refusal;
import rectify.task.HeldTasks;

/**
 * The engine's own people and groups, which every door changes in the end. Whoever loses a group, a
 * county or their account here is looked at before the transaction is committed: by then somebody
 * who only changes units is in the new one.
 */
class Departures extends DbIdentityServiceProvider {

  private final HeldTasks held;
  private final Supplier<Stream<AccountNews>> hearers;

  Departures(HeldTasks held, Supplier<Stream<AccountNews>> hearers) {
    this.held = held;
    this.hearers = hearers;
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    leaves(userId);
    IdentityOperationResult result = super.deleteUser(userId);
    hearers.get().forEach(hearer -> hearer.deleted(userId));
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    leaves(userId);
    return super.deleteMembership(userId, groupId);
  }

  @Override
  public IdentityOperationResult deleteTenantUserMembership(String tenantId, String userId) {
    leaves(userId);
    return super.deleteTenantUserMembership(tenantId, userId);
  }

  @Override
  public IdentityOperationResult deleteGroup(String groupId) {
    leaveWhoHold(new TaskQueryImpl().taskCandidateGroup(groupId));
    return super.deleteGroup(groupId);
  }

  @Override
  public IdentityOperationResult deleteTenantGroupMembership(String tenantId, String groupId) {
    leaveWhoHold((TaskQueryImpl) new TaskQueryImpl().tenantIdIn(tenantId));
    return super.deleteTenantGroupMembership(tenantId, groupId);
  }

  @Override
  public IdentityOperationResult deleteTenant(String tenantId) {
    leaveWhoHold((TaskQueryImpl) new TaskQueryImpl().tenantIdIn(tenantId));
    return super.deleteTenant(tenantId);
  }

  private void leaveWhoHold(TaskQueryImpl query) {
    query.taskAssigned();
    query.includeAssignedTasksInternal();
    held.asSystem(
            () -> Context.getCommandContext().getTaskManager().findTasksByQueryCriteria(query))
        .forEach(task -> leaves(task.getAssignee()));
  }

  private void leaves(String userId) {
    if (userId != null) {
      leaving()
          .computeIfAbsent(userId, person -> TaskPast.nameOf(Context.getCommandContext(), person));
    }
  }

  /** Those who lose something in this transaction, with their names. */
  @SuppressWarnings("unchecked")
  private Map<String, String> leaving() {
    Map<String, String> known =
        (Map<String, String>) TransactionSynchronizationManager.getResource(held);
    if (known != null) {
      return known;
    }
    Map<String, String> leaving = new LinkedHashMap<>();
    TransactionSynchronizationManager.bindResource(held, leaving);
    TransactionSynchronizationManager.registerSynchronization(new Leaving(held, leaving));
    return leaving;
  }

  private record Leaving(HeldTasks held, Map<String, String> names)
      implements TransactionSynchronization {

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(held);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(held, names);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      try {
        held.releaseWhatIsNotTheirs(new TreeMap<>(names));
      } catch (OptimisticLockingException changed) {
        throw Refusal.conflict("其签收的任务刚刚有变化，人员没有变动，请重试。");
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(held);
    }
  }

  static class Factory implements SessionFactory {

    private final HeldTasks held;
    private final Supplier<Stream<AccountNews>> hearers;

    Factory(HeldTasks held, Supplier<Stream<AccountNews>> hearers) {
      this.held = held;
      this.hearers = hearers;
    }

    @Override
    public Class<?> getSessionType() {
      return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new Departures(held, hearers);
    }
  }
}
