package rectify.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.identity.Deputy;
import rectify.identity.DeputyNews;
import rectify.identity.People;

/** Tells somebody that they stand in for a colleague. */
@Component
class NewDeputyNotices implements DeputyNews {

  private final Notifications notifications;
  private final People people;

  NewDeputyNotices(Notifications notifications, People people) {
    this.notifications = notifications;
    this.people = people;
  }

  @Override
  public void named(Deputy deputy) {
    String key = "deputy/%s/%s".formatted(deputy.person(), deputy.fromDay());
    notifications.post(
        List.of(
            Notice.about(
                    NoticeKind.DEPUTY,
                    key,
                    people.nameOf(deputy.person()) + "委托您代办",
                    "%s至%s期间，其签收的任务由您代为办理".formatted(deputy.fromDay(), deputy.toDay()),
                    null)
                .toPerson(deputy.deputy())));
  }
}
