package rectify.notification;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Move;
import rectify.reorganisation.Reorganisations;

/** Tells the people of a successor what they have taken over. */
@Component
class MovedUnitNotices {

  private final Notifications notifications;

  MovedUnitNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void tell(Reorganisations.Moved moved) {
    Move move = moved.move();
    List<Notice> notices =
        move.to().groups().stream()
            .map(
                group ->
                    Notice.about(
                            NoticeKind.REORGANISED,
                            "move/"
                                + move.from().code()
                                + "/"
                                + move.to().code()
                                + "/"
                                + moved.sentence().hashCode(),
                            "接收移交",
                            moved.sentence() + "；期限不变，请查看任务列表",
                            null)
                        .toGroup(group))
            .toList();
    notifications.post(notices);
  }
}
