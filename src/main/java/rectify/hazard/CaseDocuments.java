package rectify.hazard;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import rectify.document.DocumentDraft;
import rectify.document.DocumentForm;
import rectify.document.Documents;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/** The documents a case makes by itself. */
@Component
class CaseDocuments {

  private final Documents documents;
  private final Jurisdictions jurisdictions;
  private final People people;

  CaseDocuments(Documents documents, Jurisdictions jurisdictions, People people) {
    this.documents = documents;
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  /** The decision on a request for more time. */
  Document decided(Hazard hazard, Extension extension) {
    boolean granted = "granted".equals(extension.decision());
    String organ = jurisdictions.organ(hazard.authorityGroup());
    Sheet sheet =
        Sheet.by(organ, hazard.enterpriseName())
            .row("申请单位", hazard.enterpriseName())
            .fixedRow("案件编号", hazard.caseNumber())
            .row("隐患部位和情况", hazard.location() + "：" + hazard.description())
            .fixedRow("原整改期限", ChineseDates.day(extension.dueAt()))
            .fixedRow("申请延期至", ChineseDates.day(extension.requestedDueAt()))
            .row("延期理由", extension.reason())
            .fixedRow(
                "申请人和时间",
                people.nameOf(extension.requestedBy())
                    + "，"
                    + ChineseDates.minute(extension.requestedAt()))
            .fixedRow("审批决定", granted ? "准予延期" : "不予延期")
            .fixedRow(
                "整改期限",
                granted
                    ? ChineseDates.day(extension.grantedDueAt()) + "前"
                    : ChineseDates.day(extension.dueAt()) + "前（不变）")
            .row("审批意见", extension.opinion())
            .row("审批人", people.nameOf(extension.decidedBy()))
            .text("延期期间，你单位应当采取有效的安全防范措施，确保安全；期限届满仍未完成整改的，按逾期处理。")
            .seal(organ)
            .copies(DocumentForm.ownWords("本文书一式二份，一份由审批单位备案，一份交申请单位。"));
    return documents.issue(
        draft(DocumentKind.EXTENSION_DECISION, hazard, hazard.authorityGroup(), sheet));
  }

  /** A plan that was approved: the six items of art. 15 of Order No. 16 and the review. */
  void approved(Hazard hazard, TreatmentPlan plan) {
    Sheet sheet =
        Sheet.by(hazard.enterpriseName(), hazard.enterpriseName())
            .fixedRow("案件编号", hazard.caseNumber())
            .row("隐患部位和情况", hazard.location() + "：" + hazard.description())
            .row("重大隐患判定依据", hazard.majorBasis())
            .section("一、治理的目标和任务", plan.goals())
            .section("二、采取的方法和措施", plan.measures())
            .section("三、经费和物资的落实", plan.funds())
            .section("四、负责治理的机构和人员", plan.staff())
            .section("五、治理的时限和要求", plan.schedule())
            .section("六、安全措施和应急预案", plan.safeguards())
            .fixedRow(
                "报送人和时间", people.nameOf(plan.filedBy()) + "，" + ChineseDates.minute(plan.filedAt()))
            .row("审查意见", "同意按本方案治理。" + plan.opinion())
            .fixedRow(
                "审查单位和审查人",
                jurisdictions.organ(hazard.departmentGroup())
                    + "，"
                    + people.nameOf(plan.reviewedBy()))
            .signature("主要负责人（签名）", null)
            .seal(hazard.enterpriseName())
            .copies("本方案一式二份，一份由编制单位留存，一份报审查单位。");
    documents.issueOfCase(
        hazard.caseNumber(),
        draft(DocumentKind.TREATMENT_PLAN, hazard, hazard.departmentGroup(), sheet));
  }

  /** What the enterprise reported, the five commitments, once it was accepted. */
  void accepted(Hazard hazard, String opinion, LocalDate on) {
    Sheet sheet =
        Sheet.by(hazard.enterpriseName(), hazard.enterpriseName())
            .fixedRow("案件编号", hazard.caseNumber())
            .row("隐患部位", hazard.location())
            .row("隐患情况", hazard.description())
            .fixedRow("隐患等级和来源", hazard.level().chinese() + "，" + hazard.source().chinese())
            .fixedRow("登记时间", ChineseDates.minute(hazard.foundAt()) + "，" + hazard.foundByName())
            .fixedRow("整改期限", hazard.dueAt() == null ? null : ChineseDates.day(hazard.dueAt()))
            .row("整改责任人", hazard.responsiblePerson())
            .row("整改措施", hazard.measures())
            .row("整改资金", hazard.funds() == null ? null : hazard.funds().toPlainString() + "元")
            .row(
                "整改完成日期",
                hazard.rectifiedOn() == null ? null : ChineseDates.day(hazard.rectifiedOn()))
            .row("安全防范措施和应急预案", hazard.contingencyPlan())
            .fixedRow(
                "报告人和时间",
                people.nameOf(hazard.reportedBy()) + "，" + ChineseDates.minute(hazard.reportedAt()))
            .row("验收意见", opinion)
            .fixedRow(
                "验收单位和验收人",
                jurisdictions.organ(hazard.authorityGroup()) + "，" + people.current().name())
            .fixedRow("销号日期", ChineseDates.day(on))
            .signature("单位负责人（签名）", null)
            .seal(hazard.enterpriseName())
            .copies("本报告一式二份，一份由报告单位留存，一份报验收单位。");
    documents.issueOfCase(
        hazard.caseNumber(),
        draft(DocumentKind.RECTIFICATION_REPORT, hazard, hazard.authorityGroup(), sheet));
  }

  private DocumentDraft draft(DocumentKind kind, Hazard hazard, String issuerGroup, Sheet sheet) {
    return new DocumentDraft(
        kind,
        jurisdictions.shortName(hazard.countyCode()),
        hazard.id(),
        hazard.inspectionId(),
        issuerGroup,
        GroupIds.enterprise(hazard.enterpriseId()),
        people.current().id(),
        sheet);
  }
}
