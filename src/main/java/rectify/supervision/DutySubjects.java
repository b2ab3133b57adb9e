package rectify.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.hazard.Duty;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.paper.ChineseDates;

/** What a late duty is about and whom it concerns, in a case or outside of any. */
@Component
class DutySubjects {

  private final Superiors superiors;
  private final Hazards hazards;
  private final Notifications notifications;
  private final People people;
  private final Clock clock;

  DutySubjects(
      Superiors superiors,
      Hazards hazards,
      Notifications notifications,
      People people,
      Clock clock) {
    this.superiors = superiors;
    this.hazards = hazards;
    this.notifications = notifications;
    this.people = people;
    this.clock = clock;
  }

  String number(LateDuty late) {
    return late.isOfCase() ? hazard(late).caseNumber() : late.number();
  }

  String countyCode(LateDuty late) {
    return late.isOfCase() ? hazard(late).countyCode() : late.countyCode();
  }

  String title(LateDuty late) {
    return what(late) + "：" + (late.isOfCase() ? hazards.title(hazard(late)) : late.title());
  }

  Superiors.Chain above(LateDuty late) {
    return late.isOfCase()
        ? superiors.above(hazard(late), late.authorityGroup())
        : superiors.above(late.countyCode(), late.authorityGroup());
  }

  /** What a form shows where there is no case to tell of. */
  String facts(LateDuty late) {
    return """
        - **逾期事项**：%s（%s）
        - **逾期单位**：%s
        - **应办理**：%s，%s已逾期
        """
        .formatted(
            Hazards.plain(late.title()),
            late.number(),
            people.groupName(late.authorityGroup()),
            Duty.of(late.duty()).chinese(),
            ChineseDates.day(late.lateAt().toLocalDate()));
  }

  /** Keeps what was done; outside of cases the rungs themselves tell it. */
  void note(LateDuty late, String detail) {
    if (late.isOfCase()) {
      hazards.note(late.hazardId(), HazardEvent.Kind.DUTY_SUPERVISED, what(late) + "，" + detail);
    }
  }

  /** Tells those who do not answer, once a day at most. */
  void urge(LateDuty late, String group) {
    String detail = people.groupName(group) + "至今未答复，再次催促";
    if (late.isOfCase()) {
      hazards.note(
          late.hazardId(), HazardEvent.Kind.SUPERVISION_URGED, what(late) + "，" + detail, group);
      return;
    }
    notifications.post(
        List.of(
            Notice.about(
                    NoticeKind.URGED,
                    "late-duty/%d/urged/%s".formatted(late.id(), LocalDate.now(clock)),
                    title(late),
                    detail,
                    null)
                .toGroup(group)));
  }

  private String what(LateDuty late) {
    return people.groupName(late.authorityGroup()) + "逾期未" + Duty.of(late.duty()).chinese();
  }

  private Hazard hazard(LateDuty late) {
    return hazards.get(late.hazardId());
  }
}
