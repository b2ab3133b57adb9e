package rectify.inspection;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.document.DocumentForm;
import rectify.enterprise.Enterprise;
import rectify.hazard.Hazard;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/** What the documents of a visit and of its rechecks say (安全生产法 arts. 65, 67, 68). */
@Component
class VisitSheets {

  private final Jurisdictions jurisdictions;
  private final Forms forms;
  private final People people;

  VisitSheets(Jurisdictions jurisdictions, Forms forms, People people) {
    this.jurisdictions = jurisdictions;
    this.forms = forms;
    this.people = people;
  }

  /** A finding and its case. */
  record Problem(Finding finding, Hazard hazard) {}

  /**
   * How the visit ended on site.
   *
   * @param stated whether its officers stated the time; the product's own is not the visit's
   * @param refusalRemark null unless the signature was refused
   * @param witness null without one
   */
  record Ending(
      VisitTime time,
      boolean stated,
      String situation,
      String siteRepresentative,
      String refusalRemark,
      String witness) {

    private String insteadOfSignature() {
      return refusalRemark == null ? null : "拒绝签字（" + refusalRemark + "）";
    }
  }

  Sheet record(Visit visit, Enterprise enterprise, List<Problem> problems, Ending ending) {
    String places =
        problems.stream()
            .map(problem -> problem.hazard().location())
            .distinct()
            .collect(Collectors.joining("、"));
    String organ = organ(visit);
    DocumentForm form =
        forms.of(DocumentKind.INSPECTION_RECORD, visit.inspectorGroup(), enterprise);
    Sheet.Writer sheet =
        Sheet.by(organ, enterprise.name())
            .title(form.title())
            .field("被检查单位", enterprise.name())
            .field("单位地址", enterprise.address())
            .shortField("法定代表人或负责人", enterprise.legalRepresentative())
            .shortField("联系电话", enterprise.phone())
            .field("现场负责人", ending.siteRepresentative())
            .field("检查场所", places.isEmpty() ? enterprise.address() : places)
            .field("检查时间", ending.time().inWords() + (ending.stated() ? "" : "（系统登记时间）"))
            .text(
                "我们是%s的%s%s，这是我们的证件（出示证件）。现依法对你单位进行现场检查，请予以配合。"
                    .formatted(
                        organ,
                        forms.mayOrder(visit.inspectorGroup()) ? "执法人员" : "检查人员",
                        officers(visit)))
            .section("检查情况", ending.situation());
    if (problems.isEmpty()) {
      sheet.text("本次检查未发现问题。");
    } else {
      sheet.text("检查发现以下问题：");
      for (int i = 0; i < problems.size(); i++) {
        Problem problem = problems.get(i);
        sheet.written(
            "%d．%s（%s，%s%s）"
                .formatted(
                    i + 1,
                    described(problem.hazard()),
                    problem.hazard().level().chinese(),
                    problem.finding().disposal().chinese(),
                    onSpot(problem.finding())));
      }
    }
    return sheet
        .signature("检查人员（签名）", null)
        .signature("检查人员（签名）", null)
        .signature("被检查单位现场负责人（签名）", ending.insteadOfSignature())
        .signature(witness(ending), ending.witness() == null ? "无" : null)
        .seal(null)
        .copies(form.copies("本文书一式二份，一份由检查单位存档，一份交被检查单位。"));
  }

  Sheet measures(Visit visit, Enterprise enterprise, List<Problem> problems, Ending ending) {
    DocumentForm form = forms.of(DocumentKind.ON_SITE_MEASURES, visit.inspectorGroup(), enterprise);
    boolean decides = forms.mayOrder(visit.inspectorGroup());
    Sheet.Writer sheet =
        begun(visit, enterprise)
            .title(form.title())
            .text(
                "本机关于%s现场检查时，发现你单位有下列重大事故隐患，在排除前或者排除过程中无法保证安全："
                    .formatted(ChineseDates.day(ending.time().begun().toLocalDate())));
    listed(sheet, problems);
    sheet.text(
        "以上事实，依据%s的规定，现%s"
            .formatted(
                form.basis(), decides ? "作出如下现场处理决定：" : "要求你单位立即采取如下措施，并报告负有安全生产监督管理职责的部门："));
    for (int i = 0; i < problems.size(); i++) {
      String measure = problems.get(i).finding().onSpotMeasures();
      sheet.written("%d．%s".formatted(i + 1, isBlank(measure) ? "隐患排除前采取措施确保安全" : measure));
    }
    return forms
        .remedies(
            sheet.text(
                decides
                    ? "隐患排除后，经本机关审查同意，方可恢复生产经营和使用。"
                    : "隐患排除前请勿恢复生产经营和使用；是否停产停用、何时恢复，由负有安全生产监督管理职责的部门决定。"),
            form,
            visit.countyCode(),
            decides ? "本决定" : "本告知")
        .signature("被检查单位负责人（签名）", ending.insteadOfSignature())
        .signature(witness(ending), ending.witness() == null ? "无" : null)
        .signature("执法人员（签名）", null)
        .signature("执法人员（签名）", null)
        .seal(organ(visit))
        .copies(form.copies("本文书一式二份，一份由检查单位存档，一份交被检查单位。"));
  }

  /**
   * @param ending null for an order that follows later
   * @param group of the authority that orders
   * @param officers who order, with certificates
   */
  Sheet order(
      Visit visit,
      Enterprise enterprise,
      List<Problem> problems,
      Ending ending,
      String group,
      String officers) {
    String organ = jurisdictions.organ(group);
    DocumentForm form = forms.of(DocumentKind.RECTIFICATION_ORDER, group, enterprise);
    Sheet.Writer sheet =
        Sheet.by(organ, enterprise.name())
            .title(form.title())
            .text(enterprise.name() + "：")
            .text("经查，你单位存在下列问题：");
    listed(sheet, problems);
    sheet.text("依据%s的规定，现%s你单位按下列期限整改完毕：".formatted(form.basis(), form.demand()));
    for (int i = 0; i < problems.size(); i++) {
      sheet.text(
          "第%d项，于%s前整改完毕（案件编号%s）。"
              .formatted(
                  i + 1,
                  ChineseDates.day(problems.get(i).hazard().dueAt()),
                  problems.get(i).hazard().caseNumber()));
    }
    boolean orders = forms.mayOrder(group);
    sheet.text(
        "整改期间，你单位应当采取有效措施，确保安全生产。逾期不整改或者整改达不到要求的，将依法%s。"
            .formatted(orders ? "予以处罚" : "报告负有安全生产监督管理职责的部门查处"));
    String instead = ending == null ? null : ending.insteadOfSignature();
    forms
        .remedies(sheet, form, visit.countyCode(), orders ? "本文书" : "本意见")
        .field(orders ? "执法人员" : "检查人员", officers);
    sheet.signature("被检查单位负责人（签名）", instead);
    if (ending != null) {
      sheet.signature(witness(ending), ending.witness() == null ? "无" : null);
    }
    return sheet
        .seal(organ)
        .copies(
            form.copies(
                "本文书一式二份，一份由%s存档，一份交被检查单位。"
                    .formatted(group.startsWith(GroupIds.township("")) ? "乡镇（街道、园区）" : "执法机关")));
  }

  String officers(Visit visit) {
    return named(visit.inspector(), visit.inspectorCertificate())
        + "、"
        + named(visit.secondOfficer(), visit.secondCertificate());
  }

  String named(String userId, String certificate) {
    return people.nameOf(userId) + "（执法证号" + certificate + "）";
  }

  private Sheet.Writer begun(Visit visit, Enterprise enterprise) {
    return Sheet.by(organ(visit), enterprise.name()).text(enterprise.name() + "：");
  }

  private static void listed(Sheet.Writer sheet, List<Problem> problems) {
    for (int i = 0; i < problems.size(); i++) {
      sheet.written("%d．%s".formatted(i + 1, described(problems.get(i).hazard())));
    }
    String major =
        problems.stream()
            .filter(problem -> problem.hazard().isMajor())
            .map(problem -> String.valueOf(problems.indexOf(problem) + 1))
            .collect(Collectors.joining("、"));
    if (!major.isEmpty()) {
      sheet.text("其中第" + major + "项属于重大事故隐患。");
    }
  }

  private String organ(Visit visit) {
    return jurisdictions.organ(visit.inspectorGroup());
  }

  static String described(Hazard hazard) {
    return hazard.location() + "：" + hazard.description();
  }

  private static String onSpot(Finding finding) {
    return isBlank(finding.onSpotMeasures()) ? "" : "：" + finding.onSpotMeasures();
  }

  private static String witness(Ending ending) {
    return ending.witness() == null ? "见证人（签名）" : "见证人" + ending.witness() + "（签名）";
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
