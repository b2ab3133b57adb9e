package rectify.notification;

import java.time.LocalDateTime;
import java.util.List;

/** A way out of the house. What stands behind the bell needs none: it is there at once. */
interface Channel {

  /** The name it is stored by. */
  String name();

  String chinese();

  /** Whether the operator has connected it. */
  boolean isConnected();

  /** Whether this person is told this way of this kind of thing. */
  boolean carries(NoticeKind kind, String person);

  /** The first moment what is new at this moment may go out. */
  LocalDateTime notBefore(LocalDateTime now);

  /** Whether anything goes out at this hour. */
  boolean isOpen(LocalDateTime now);

  /** Whether all that is due for a person goes together. */
  boolean bundles();

  /**
   * Sends; returns when the other side has taken it.
   *
   * @param deliveries one person's; one only unless the channel bundles
   * @throws Exception if the other side has not taken it, or nobody knows
   */
  void send(String person, List<Delivery> deliveries) throws Exception;
}
