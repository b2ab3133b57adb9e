package rectify.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The lists in which everybody finds their tasks, earliest due first. A list is written when it is
 * missing and never changed afterwards: an administrator may adapt it. Each is bound to the caller,
 * which is what keeps it fast, and none refreshes itself.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

  private static final List<Map<String, String>> CARD =
      List.of(Map.of("name", "caseTitle", "label", "事项"), Map.of("name", "dueAt", "label", "整改期限"));

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ensure("本单位待办", "本单位可以办理的全部任务，包括已被同事认领的", 10, unit());
    ensure(
        "待我办理",
        "由我认领或指定由我办理的任务",
        20,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    ensure(
        "即将到期",
        "三天内到期的本单位任务",
        30,
        unit().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}"));
    ensure("已逾期", "已过办理期限的本单位任务", 40, unit().dueBeforeExpression("${now()}"));
    ensure("督办件", "要求本单位督办的逾期案件", 50, unit().processDefinitionKey("supervision"));
  }

  private TaskQuery unit() {
    return tasks
        .createTaskQuery()
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .includeAssignedTasks();
  }

  private void ensure(String name, String description, int priority, TaskQuery query) {
    if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter =
        filters
            .newTaskFilter(name)
            .setQuery(query.orderByDueDate().asc())
            .setProperties(
                Map.of(
                    "description",
                    description,
                    "priority",
                    priority,
                    "refresh",
                    false,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    CARD));
    filters.saveFilter(filter);
    Authorization everyone = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everyone.setResource(Resources.FILTER);
    everyone.setResourceId(filter.getId());
    everyone.addPermission(Permissions.READ);
    authorizations.saveAuthorization(everyone);
  }
}
