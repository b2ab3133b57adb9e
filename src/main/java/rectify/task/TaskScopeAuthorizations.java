package rectify.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Narrows every task query to the caller's own tasks without joining the authorization table. Who
 * may read all tasks of all definitions (a manager) sees those of their tenants; everybody else
 * sees the tasks of the groups they are in now, also among those they have taken.
 */
class TaskScopeAuthorizations extends AuthorizationManager {

  @Override
  public void configureTaskQuery(TaskQueryImpl query) {
    configureQuery(query);
    if (!query.getAuthCheck().isAuthorizationCheckEnabled() || getCurrentAuthentication() == null) {
      return;
    }
    boolean readsAllTasks =
        isAuthorized(
            ProcessDefinitionPermissions.READ_TASK,
            Resources.PROCESS_DEFINITION,
            Authorization.ANY);
    query.getAuthCheck().setAuthorizationCheckEnabled(false);
    if (!readsAllTasks && !boundToCaller(query, getCurrentAuthentication())) {
      OwnTasks.restrict(query, getCurrentAuthentication());
    }
  }

  /**
   * A person's few groups as they are. The engine would first read the ids of all groups that have
   * any authorization, once per command.
   */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
    return groupIds == null ? new ArrayList<>() : groupIds;
  }

  /** No row is ever written for a task, so there is none to delete when it ends. */
  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
    if (resource != Resources.TASK) {
      super.deleteAuthorizationsByResourceId(resource, resourceId);
    }
  }

  /**
   * A task list shows variables on its cards: who may read a task may read those of its scopes,
   * although there is no authorization row to say so.
   */
  @Override
  public void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
    super.configureVariableInstanceQuery(query);
    if (query.getAuthCheck().isAuthorizationCheckEnabled()
        && getCurrentAuthentication() != null
        && onlyOfReadableTasks(query.getVariableScopeIds())) {
      query.getAuthCheck().setAuthorizationCheckEnabled(false);
    }
  }

  private static boolean onlyOfReadableTasks(String[] scopes) {
    if (scopes == null || scopes.length == 0) {
      return false;
    }
    TaskQueryImpl named = new TaskQueryImpl();
    named.taskIdIn(scopes);
    Set<String> readable = new HashSet<>();
    for (Task task : Context.getCommandContext().getTaskManager().findTasksByQueryCriteria(named)) {
      readable.add(task.getId());
      readable.add(task.getExecutionId());
      readable.add(task.getProcessInstanceId());
    }
    return readable.containsAll(List.of(scopes));
  }

  private static boolean boundToCaller(TaskQueryImpl query, Authentication caller) {
    if (query.getQueries().stream().anyMatch(OwnTasks.class::isInstance)) {
      return true;
    }
    if (query.getCandidateUser() != null || query.getCandidateGroupLike() != null) {
      return false;
    }
    List<String> asked = query.getCandidateGroups();
    return asked != null
        && !asked.isEmpty()
        && caller.getGroupIds() != null
        && Set.copyOf(caller.getGroupIds()).containsAll(asked);
  }

  /** The part {@code and candidate group in mine} of a task query. */
  private static class OwnTasks extends TaskQueryImpl {

    private static final long serialVersionUID = 1L;

    /** No group can have this id. */
    private static final String NONE = "-";

    static void restrict(TaskQueryImpl query, Authentication caller) {
      List<String> groups = caller.getGroupIds();
      OwnTasks own = new OwnTasks();
      own.isOrQueryActive = true;
      own.taskCandidateGroupIn(groups == null || groups.isEmpty() ? List.of(NONE) : groups);
      own.includeAssignedTasks();
      query.getQueries().add(own);
    }
  }

  static class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new TaskScopeAuthorizations();
    }
  }
}
