package rectify.inspection;

import java.util.List;
import org.springframework.stereotype.Component;
import rectify.document.DocumentForm;
import rectify.enterprise.Enterprise;
import rectify.hazard.Hazard;
import rectify.identity.Certificate;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/** What follows a visit in writing: letters to other departments, opinions of rechecks. */
@Component
class FollowUpSheets {

  private final VisitSheets visits;
  private final Forms forms;
  private final Jurisdictions jurisdictions;

  FollowUpSheets(VisitSheets visits, Forms forms, Jurisdictions jurisdictions) {
    this.visits = visits;
    this.forms = forms;
    this.jurisdictions = jurisdictions;
  }

  Sheet recheck(
      Hazard hazard,
      Enterprise enterprise,
      Document order,
      boolean passed,
      String opinion,
      Certificate... officers) {
    String organ = jurisdictions.organ(hazard.authorityGroup());
    DocumentForm form = forms.of(DocumentKind.RECHECK_OPINION, hazard.authorityGroup(), enterprise);
    return Sheet.by(organ, hazard.enterpriseName())
        .title(form.title())
        .text(hazard.enterpriseName() + "：")
        .text(
            "本%s于%s作出了%s（%s），经对你单位整改情况进行复查，提出如下意见："
                .formatted(
                    forms.mayOrder(hazard.authorityGroup()) ? "机关" : "单位",
                    ChineseDates.day(order.issuedAt().toLocalDate()),
                    forms.mayOrder(hazard.authorityGroup()) ? "责令限期整改的决定" : "限期整改意见",
                    order.number()))
        .row("案件编号", hazard.caseNumber())
        .row("复查的问题", VisitSheets.described(hazard))
        .row("企业报告的整改措施", hazard.reportedAt() == null ? "期限届满未报告" : hazard.measures())
        .fixedRow("复查结论", passed ? "整改合格" : "整改不合格")
        .row("复查意见", opinion)
        .field("复查人员", visits.named(officers[0].userId(), officers[0].certificateNumber()))
        .field("复查人员", visits.named(officers[1].userId(), officers[1].certificateNumber()))
        .signature("复查人员（签名）", null)
        .signature("复查人员（签名）", null)
        .signature("被复查单位负责人（签名）", null)
        .seal(organ)
        .copies(form.copies("本文书一式二份，一份由复查单位存档，一份交被复查单位。"));
  }

  /**
   * Hands findings to the department that answers for them (安全生产法 art. 69).
   *
   * @param record of the visit
   */
  Sheet transfer(
      Visit visit,
      Enterprise enterprise,
      String to,
      List<VisitSheets.Problem> problems,
      Document record) {
    DocumentForm form = forms.of(DocumentKind.TRANSFER_LETTER, visit.inspectorGroup(), enterprise);
    Sheet.Writer sheet =
        Sheet.by(jurisdictions.organ(visit.inspectorGroup()), enterprise.name())
            .title(form.title())
            .text(jurisdictions.organ(to) + "：")
            .text(
                "我单位检查%s（%s）时发现下列问题，属于贵单位职责，依据%s的规定移送，请及时处理："
                    .formatted(enterprise.name(), record.number(), form.basis()));
    for (int i = 0; i < problems.size(); i++) {
      Hazard hazard = problems.get(i).hazard();
      sheet.written(
          "%d．%s（%s，案件编号%s）"
              .formatted(
                  i + 1,
                  VisitSheets.described(hazard),
                  hazard.level().chinese(),
                  hazard.caseNumber()));
    }
    return sheet
        .text("不属于贵单位职责的，请说明理由退回，由安全生产委员会办公室指定承办单位。")
        .field("经办人员", visits.officers(visit))
        .seal(jurisdictions.organ(visit.inspectorGroup()))
        .copies(form.copies("本函一式二份，一份存档，一份送接收单位；附现场检查记录。"));
  }
}
