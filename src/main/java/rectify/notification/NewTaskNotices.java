package rectify.notification;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.task.OpenTask;
import rectify.task.TaskNews;

/** Tells a task's people that it is there: its groups, or the one who was chosen for it. */
@Component
class NewTaskNotices implements TaskNews {

  private final Notifications notifications;

  NewTaskNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public void created(OpenTask task) {
    Notice notice =
        about(NoticeKind.NEW_TASK, "task/" + task.id(), task, "请办理“" + task.name() + "”");
    notifications.post(to(task, notice));
  }

  static Notice about(NoticeKind kind, String eventKey, OpenTask task, String detail) {
    Notice notice =
        new Notice(
            0,
            eventKey,
            kind,
            null,
            false,
            task.countyCode(),
            task.caseId(),
            task.id(),
            task.title() == null ? task.name() : task.title(),
            detail,
            task.dueAt(),
            null);
    return notice;
  }

  static List<Notice> to(OpenTask task, Notice notice) {
    return task.assignee() == null
        ? task.groups().stream().map(notice::toGroup).toList()
        : Stream.of(task.assignee()).map(notice::toPerson).toList();
  }
}
