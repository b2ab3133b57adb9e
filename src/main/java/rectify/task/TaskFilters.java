package rectify.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The lists in which everybody finds their tasks, earliest due first. A list is written when it is
 * missing, and brought up to date while it is as an earlier version wrote it: one that an
 * administrator has adapted stays as it is. Each is bound to the caller, which is what keeps it
 * fast, and none refreshes itself.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(TaskFilters.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Earlier versions had the engine load these for each card; now the cards ask themselves. */
  private static final List<Map<String, String>> EARLIER_CARD =
      List.of(Map.of("name", "caseTitle", "label", "事项"), Map.of("name", "dueAt", "label", "整改期限"));

  private static final List<Map<String, String>> NONE = List.of();

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
    ensure("本单位待办", "本单位可以办理的全部任务，包括已被同事认领的", 10, this::unit);
    ensure(
        "待我办理",
        "由我认领或指定由我办理的任务",
        20,
        () -> tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    ensure(
        filter(
            "即将到期",
            "三个工作日内到期的本单位任务",
            30,
            dueUntil("${deadlines.afterWorkingDays(now(), 3)}"),
            NONE),
        filter("即将到期", "三天内到期的本单位任务", 30, dueUntil("${dateTime().plusDays(3)}"), EARLIER_CARD));
    ensure("已逾期", "已过办理期限的本单位任务", 40, () -> unit().dueBeforeExpression("${now()}"));
    ensure("督办件", "要求本单位督办的逾期案件", 50, () -> unit().processDefinitionKey("supervision"));
    ensure("已关注", "我关注的案件中我可以查看的任务", 60, TaskFilters::followed);
  }

  private TaskQuery unit() {
    return tasks
        .createTaskQuery()
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .includeAssignedTasks();
  }

  private TaskQuery dueUntil(String expression) {
    return unit().dueAfterExpression("${now()}").dueBeforeExpression(expression);
  }

  /** The engine takes an expression for every condition; only its interface lacks this one. */
  private static TaskQuery followed() {
    TaskQueryImpl query = new TaskQueryImpl();
    query.addExpression("processInstanceBusinessKeyIn", "${follows.caseNumbers()}");
    return query;
  }

  private Filter filter(
      String name,
      String description,
      int priority,
      TaskQuery query,
      List<Map<String, String>> card) {
    return filters
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
                card));
  }

  private void ensure(String name, String description, int priority, Supplier<TaskQuery> query) {
    ensure(
        filter(name, description, priority, query.get(), NONE),
        filter(name, description, priority, query.get(), EARLIER_CARD));
  }

  private void ensure(Filter now, Filter earlier) {
    Filter stored = filters.createTaskFilterQuery().filterName(now.getName()).singleResult();
    if (stored == null) {
      filters.saveFilter(now);
      Authorization everyone =
          authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
      everyone.setResource(Resources.FILTER);
      everyone.setResourceId(now.getId());
      everyone.addPermission(Permissions.READ);
      authorizations.saveAuthorization(everyone);
    } else if (same(stored, earlier)) {
      stored.setQuery(now.getQuery());
      stored.setProperties(now.getProperties());
      try {
        filters.saveFilter(stored);
      } catch (OptimisticLockingException anotherNode) {
        LOG.info("Another node has just brought the list {} up to date", now.getName());
      }
    }
  }

  private static boolean same(Filter one, Filter other) {
    FilterEntity a = (FilterEntity) one;
    FilterEntity b = (FilterEntity) other;
    try {
      return JSON.readTree(a.getQueryInternal()).equals(JSON.readTree(b.getQueryInternal()))
          && JSON.readTree(a.getPropertiesInternal())
              .equals(JSON.readTree(b.getPropertiesInternal()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
