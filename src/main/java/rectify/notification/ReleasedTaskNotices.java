package rectify.notification;

import java.time.Clock;
import org.springframework.stereotype.Component;
import rectify.task.OpenTask;
import rectify.task.TaskReleases;

/** Tells a unit that a task of theirs is free again. */
@Component
class ReleasedTaskNotices implements TaskReleases {

  private final Notifications notifications;
  private final Clock clock;

  ReleasedTaskNotices(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public void released(OpenTask task, String person, String name) {
    notifications.post(
        NewTaskNotices.to(
            task,
            NewTaskNotices.about(
                NoticeKind.RELEASED,
                "task/" + task.id() + "/released/" + clock.millis(),
                task,
                "“%s”原由%s签收，其已不在本单位，请重新签收办理".formatted(task.name(), name))));
  }
}
