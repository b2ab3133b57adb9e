package rectify.hazard;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;
import rectify.identity.GroupIds;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;

/** Tells those concerned what happened to their case; that a task is there is told anyway. */
@Component
class CaseNotices {

  private final CaseFacts facts;
  private final Notifications notifications;

  CaseNotices(CaseFacts facts, Notifications notifications) {
    this.facts = facts;
    this.notifications = notifications;
  }

  /**
   * @param seq of the event, which makes the notice of it one of its kind
   * @param authority the group whose duty it is; may be null
   */
  void tell(Hazard hazard, int seq, HazardEvent.Kind kind, String detail, String authority) {
    String once = "case/" + hazard.id() + "/" + seq;
    switch (kind) {
      case REMINDED ->
          post(
              hazard,
              NoticeKind.DUE_SOON,
              onDay(hazard, "due"),
              null,
              due(hazard),
              enterprise(hazard));
      case EXPIRED, SUPERVISION_STARTED ->
          post(
              hazard,
              NoticeKind.OVERDUE,
              onDay(hazard, "overdue"),
              null,
              due(hazard),
              enterprise(hazard),
              hazard.authorityGroup());
      case SUPERVISION_URGED -> post(hazard, NoticeKind.URGED, once, detail, null, authority);
      case DUTY_OVERDUE -> post(hazard, NoticeKind.OVERDUE, once, detail, null, authority);
      case PLAN_OVERDUE ->
          post(
              hazard,
              NoticeKind.OVERDUE,
              once,
              detail,
              null,
              enterprise(hazard),
              hazard.departmentGroup());
      case RETURNED -> post(hazard, NoticeKind.RETURNED, once, detail, null, enterprise(hazard));
      case SUPERVISION_ANSWERED ->
          post(hazard, NoticeKind.URGED, once, detail, due(hazard), enterprise(hazard));
      case EXTENSION_GRANTED, EXTENSION_REFUSED ->
          post(hazard, NoticeKind.EXTENSION_DECIDED, once, detail, null, enterprise(hazard));
      case CLOSED -> post(hazard, NoticeKind.CLOSED, once, detail, null, enterprise(hazard));
      case MAJOR_REPORTED ->
          post(
              hazard, NoticeKind.MAJOR, once, hazard.description(), null, hazard.departmentGroup());
      default -> {
        // whoever has to act on the others gets a task
      }
    }
  }

  private void post(
      Hazard hazard,
      NoticeKind kind,
      String key,
      String detail,
      LocalDateTime dueAt,
      String... groups) {
    Notice notice =
        Notice.about(kind, key, facts.title(hazard), detail, dueAt)
            .ofCase(hazard.id(), hazard.countyCode());
    notifications.post(
        Stream.of(groups).filter(Objects::nonNull).distinct().map(notice::toGroup).toList());
  }

  private static String onDay(Hazard hazard, String word) {
    return Notice.dayKey(hazard.id(), word, hazard.dueAt());
  }

  private static LocalDateTime due(Hazard hazard) {
    return hazard.dueAt() == null ? null : Deadlines.lastMoment(hazard.dueAt());
  }

  private static String enterprise(Hazard hazard) {
    return GroupIds.enterprise(hazard.enterpriseId());
  }
}
