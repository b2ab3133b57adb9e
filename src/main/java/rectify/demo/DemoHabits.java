package rectify.demo;

import java.time.LocalDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import rectify.desk.Follows;
import rectify.hazard.Hazard;
import rectify.notification.Notifications;
import rectify.notification.Spread;

/** What the demo's people do beside their tasks. */
@Component
@Profile("demo")
class DemoHabits {

  private final Notifications notifications;
  private final Follows follows;
  private final Spread spread;

  DemoHabits(Notifications notifications, Follows follows, Spread spread) {
    this.notifications = notifications;
    this.follows = follows;
    this.spread = spread;
  }

  /** What is older is no news; the rest lies in their inboxes. */
  void fillInboxes(LocalDateTime since) {
    notifications.passOver(since);
    spread.run();
  }

  /** The person who acts follows a case from now on. */
  void follow(Hazard hazard) {
    follows.follow(hazard.caseNumber());
  }
}
