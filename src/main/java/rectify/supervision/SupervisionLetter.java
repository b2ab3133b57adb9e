package rectify.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;
import rectify.document.DocumentDraft;
import rectify.document.DocumentForm;
import rectify.document.Documents;
import rectify.hazard.Hazard;
import rectify.hazard.Source;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/**
 * The text of a letter of supervision (督办函). It says that a deadline has passed only of one that
 * was in force and did pass: the present one, or the one for which its rung was climbed.
 */
@Component
class SupervisionLetter {

  private final Documents documents;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final Clock clock;

  SupervisionLetter(Documents documents, Jurisdictions jurisdictions, People people, Clock clock) {
    this.documents = documents;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param rung for which it is written; null of a ladder that a designer drew otherwise
   */
  Document issue(Hazard hazard, Rung rung, String demand, LocalDate answerBy) {
    return documents.issue(
        new DocumentDraft(
            DocumentKind.SUPERVISION_LETTER,
            jurisdictions.shortName(hazard.countyCode()),
            hazard.id(),
            null,
            GroupIds.office(hazard.countyCode()),
            GroupIds.enterprise(hazard.enterpriseId()),
            people.current().id(),
            sheet(hazard, rung, demand, answerBy, LocalDateTime.now(clock))));
  }

  private Sheet sheet(
      Hazard hazard, Rung rung, String demand, LocalDate answerBy, LocalDateTime now) {
    String office = jurisdictions.organ(GroupIds.office(hazard.countyCode()));
    String asked =
        hazard.authorityGroup() == null ? hazard.departmentGroup() : hazard.authorityGroup();
    LocalDate missed = missed(hazard, rung, now);
    return Sheet.by(office, hazard.enterpriseName())
        .text(jurisdictions.organ(asked) + "：")
        .text("下列隐患" + reason(hazard, missed) + "至今未办结销号，现予督办。")
        .fixedRow("案件编号", hazard.caseNumber())
        .row("企业名称", hazard.enterpriseName())
        .row("隐患部位和情况", hazard.location() + "：" + hazard.description())
        .fixedRow("隐患等级", hazard.level().chinese())
        .fixedRow("整改期限", deadlines(hazard, missed))
        .fixedRow("责任单位", jurisdictions.organ(asked))
        .section("督办要求", demand)
        .text("请于%s前办结，并将办理结果书面报告我办。".formatted(ChineseDates.day(answerBy)))
        .seal(office)
        .copies(DocumentForm.ownWords("抄送：%s。".formatted(hazard.enterpriseName())));
  }

  /** The deadline in force that has passed, or the earlier one that brought the case here. */
  static LocalDate missed(Hazard hazard, Rung rung, LocalDateTime now) {
    if (now.isAfter(Deadlines.lastMoment(hazard.dueAt()))) {
      return hazard.dueAt();
    }
    boolean overdue =
        rung != null
            && rung.cause() == Rung.Cause.OVERDUE
            && !rung.climbedAt().isBefore(Deadlines.lastMoment(rung.dueAt()));
    return overdue ? rung.dueAt() : null;
  }

  private static String reason(Hazard hazard, LocalDate missed) {
    StringBuilder reason = new StringBuilder();
    if (missed != null) {
      reason.append("整改期限").append(ChineseDates.day(missed)).append("已过，");
    }
    if (hazard.returnedTimes() > 0) {
      reason
          .append("经")
          .append(hazard.source() == Source.INSPECTION ? "复查" : "验收")
          .append(hazard.returnedTimes())
          .append("次不合格，");
    }
    return reason.toString();
  }

  private static String deadlines(Hazard hazard, LocalDate missed) {
    String inForce = ChineseDates.day(hazard.dueAt());
    if (hazard.dueAt().equals(hazard.originalDueAt())) {
      return inForce;
    }
    return "现行期限%s%s；最初期限%s"
        .formatted(
            inForce,
            hazard.dueAt().equals(missed) ? "" : "（尚未届满）",
            ChineseDates.day(hazard.originalDueAt()));
  }
}
