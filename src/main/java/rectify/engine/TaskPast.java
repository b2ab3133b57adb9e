package rectify.engine;

import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.HistoricIdentityLinkLogQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import rectify.refusal.Refusal;

/**
 * Tells whoever comes second who was first, and when: in words, with the person's name and never
 * their account, and only to somebody who might have done the task, or may read what happened to
 * it.
 */
public final class TaskPast {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final String ADDED = "add";

  private TaskPast() {}

  /** Of a task that is not open: that it is done, or that there is none as far as they may know. */
  public static Refusal gone(CommandContext context, String taskId) {
    HistoricTaskInstanceEntity done =
        context.getDbEntityManager().selectById(HistoricTaskInstanceEntity.class, taskId);
    if (done == null || done.getEndTime() == null || !mayKnow(context, done)) {
      return Refusal.notFound("找不到这项任务，请刷新任务列表后重试。");
    }
    if (done.getDeleteReason() != null && !"completed".equals(done.getDeleteReason())) {
      return Refusal.conflict(
          "任务“%s”已于%s撤销，不需再办，请刷新任务列表。".formatted(done.getName(), minute(done.getEndTime())));
    }
    String by = done.getAssignee() == null ? "" : "由" + nameOf(context, done.getAssignee());
    return Refusal.conflict(
        "任务“%s”已%s于%s办结，请刷新任务列表。".formatted(done.getName(), by, minute(done.getEndTime())));
  }

  /** Of a task that somebody else has taken. */
  public static Refusal taken(CommandContext context, TaskEntity task) {
    String at =
        takenAt(context, task.getId(), task.getAssignee()).map(time -> "（" + time + "）").orElse("");
    return Refusal.conflict(
        "任务“%s”已由%s签收%s，请联系其办理，或请其退回后再办。"
            .formatted(task.getName(), nameOf(context, task.getAssignee()), at));
  }

  /** Who has a task, and since when. */
  public static String holder(CommandContext context, String taskId, String assignee) {
    String at = takenAt(context, taskId, assignee).map(time -> "（" + time + "）").orElse("");
    return nameOf(context, assignee) + at;
  }

  private static Optional<String> takenAt(CommandContext context, String taskId, String assignee) {
    return changes(context, taskId, IdentityLinkType.ASSIGNEE).stream()
        .filter(change -> Objects.equals(change.getUserId(), assignee))
        .map(HistoricIdentityLinkLog::getTime)
        .max(Date::compareTo)
        .map(TaskPast::minute);
  }

  public static String nameOf(CommandContext context, String userId) {
    Callable<User> lookup = () -> context.getReadOnlyIdentityProvider().findUserById(userId);
    User user = context.runWithoutAuthorization(lookup);
    String name =
        user == null
            ? ""
            : Objects.toString(user.getLastName(), "") + Objects.toString(user.getFirstName(), "");
    return name.isBlank() ? "其他人员" : name;
  }

  private static boolean mayKnow(CommandContext context, HistoricTaskInstance done) {
    Authentication person = context.getAuthentication();
    if (person == null
        || person.getUserId().equals(done.getAssignee())
        || person.getUserId().equals(done.getOwner())) {
      return true;
    }
    List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
    return changes(context, done.getId(), IdentityLinkType.CANDIDATE).stream()
            .anyMatch(
                candidate ->
                    person.getUserId().equals(candidate.getUserId())
                        || groups.contains(String.valueOf(candidate.getGroupId())))
        || context.getTenantManager().isAuthenticatedTenant(done.getTenantId())
            && context
                .getAuthorizationManager()
                .isAuthorized(
                    Permissions.READ_HISTORY,
                    Resources.PROCESS_DEFINITION,
                    done.getProcessDefinitionKey());
  }

  /** What was added to a task: candidates, or those who took it; a system look-up. */
  private static List<HistoricIdentityLinkLog> changes(
      CommandContext context, String taskId, String type) {
    HistoricIdentityLinkLogQueryImpl query = new HistoricIdentityLinkLogQueryImpl();
    query.taskId(taskId).type(type).operationType(ADDED);
    boolean tenants = context.isTenantCheckEnabled();
    context.disableTenantCheck();
    try {
      Callable<List<HistoricIdentityLinkLog>> lookup =
          () ->
              context
                  .getHistoricIdentityLinkManager()
                  .findHistoricIdentityLinkLogByQueryCriteria(query, null);
      return context.runWithoutAuthorization(lookup);
    } finally {
      if (tenants) {
        context.enableTenantCheck();
      }
    }
  }

  private static String minute(Date time) {
    return time.toInstant().atZone(EngineClock.ZONE).format(MINUTE);
  }
}
