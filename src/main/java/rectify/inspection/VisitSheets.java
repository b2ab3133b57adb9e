package rectify.inspection;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.enterprise.Enterprise;
import rectify.hazard.Hazard;
import rectify.identity.Certificate;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Document;
import rectify.paper.Sheet;

/** What the documents of a visit and of its rechecks say (安全生产法 arts. 65, 67, 68). */
@Component
class VisitSheets {

  private final Jurisdictions jurisdictions;
  private final People people;

  VisitSheets(Jurisdictions jurisdictions, People people) {
    this.jurisdictions = jurisdictions;
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
    Sheet.Writer sheet =
        Sheet.by(organ, enterprise.name())
            .field("被检查单位", enterprise.name())
            .field("单位地址", enterprise.address())
            .shortField("法定代表人或负责人", enterprise.legalRepresentative())
            .shortField("联系电话", enterprise.phone())
            .field("现场负责人", ending.siteRepresentative())
            .field("检查场所", places.isEmpty() ? enterprise.address() : places)
            .field("检查时间", ending.time().inWords() + (ending.stated() ? "" : "（系统登记时间）"))
            .text(
                "我们是%s的执法人员%s，这是我们的证件（出示证件）。现依法对你单位进行现场检查，请予以配合。".formatted(organ, officers(visit)))
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
        .copies("本文书一式二份，一份由执法机关存档，一份交被检查单位。");
  }

  Sheet measures(Visit visit, Enterprise enterprise, List<Problem> problems, Ending ending) {
    Sheet.Writer sheet =
        begun(visit, enterprise)
            .text(
                "本机关于%s现场检查时，发现你单位有下列重大事故隐患，在排除前或者排除过程中无法保证安全："
                    .formatted(ChineseDates.day(ending.time().begun().toLocalDate())));
    listed(sheet, problems);
    sheet.text("以上事实，依据《中华人民共和国安全生产法》第六十五条的规定，现作出如下现场处理决定：");
    for (int i = 0; i < problems.size(); i++) {
      String measure = problems.get(i).finding().onSpotMeasures();
      sheet.written("%d．%s".formatted(i + 1, isBlank(measure) ? "隐患排除前采取措施确保安全" : measure));
    }
    return remedies(sheet.text("隐患排除后，经本机关审查同意，方可恢复生产经营和使用。"), visit, "本决定")
        .signature("被检查单位负责人（签名）", ending.insteadOfSignature())
        .signature(witness(ending), ending.witness() == null ? "无" : null)
        .signature("执法人员（签名）", null)
        .signature("执法人员（签名）", null)
        .seal(organ(visit))
        .copies("本文书一式二份，一份由执法机关存档，一份交被检查单位。");
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
    Sheet.Writer sheet =
        Sheet.by(organ, enterprise.name()).text(enterprise.name() + "：").text("经查，你单位存在下列问题：");
    listed(sheet, problems);
    sheet.text("依据《中华人民共和国安全生产法》第六十五条的规定，现责令你单位按下列期限整改完毕：");
    for (int i = 0; i < problems.size(); i++) {
      sheet.text(
          "第%d项，于%s前整改完毕（案件编号%s）。"
              .formatted(
                  i + 1,
                  ChineseDates.day(problems.get(i).hazard().dueAt()),
                  problems.get(i).hazard().caseNumber()));
    }
    boolean township = group.startsWith(GroupIds.township(""));
    sheet.text(
        "整改期间，你单位应当采取有效措施，确保安全生产。逾期不整改或者整改达不到要求的，将依法%s。"
            .formatted(township ? "报告负有安全生产监督管理职责的部门查处" : "予以处罚"));
    String instead = ending == null ? null : ending.insteadOfSignature();
    remedies(sheet, visit, "本指令").field("执法人员", officers);
    sheet.signature("被检查单位负责人（签名）", instead);
    if (ending != null) {
      sheet.signature(witness(ending), ending.witness() == null ? "无" : null);
    }
    return sheet
        .seal(organ)
        .copies("本文书一式二份，一份由%s存档，一份交被检查单位。".formatted(township ? "乡镇（街道、园区）" : "执法机关"));
  }

  Sheet recheck(
      Hazard hazard, Document order, boolean passed, String opinion, Certificate... officers) {
    String organ = jurisdictions.organ(hazard.authorityGroup());
    return Sheet.by(organ, hazard.enterpriseName())
        .text(hazard.enterpriseName() + "：")
        .text(
            "本机关于%s作出了责令限期整改的决定（%s），经对你单位整改情况进行复查，提出如下意见："
                .formatted(ChineseDates.day(order.issuedAt().toLocalDate()), order.number()))
        .row("案件编号", hazard.caseNumber())
        .row("复查的问题", described(hazard))
        .row("企业报告的整改措施", hazard.reportedAt() == null ? "期限届满未报告" : hazard.measures())
        .fixedRow("复查结论", passed ? "整改合格" : "整改不合格")
        .row("复查意见", opinion)
        .field("复查人员", named(officers[0].userId(), officers[0].certificateNumber()))
        .field("复查人员", named(officers[1].userId(), officers[1].certificateNumber()))
        .signature("复查人员（签名）", null)
        .signature("复查人员（签名）", null)
        .signature("被复查单位负责人（签名）", null)
        .seal(organ)
        .copies("本文书一式二份，一份由复查单位存档，一份交被复查单位。");
  }

  String officers(Visit visit) {
    return named(visit.inspector(), visit.inspectorCertificate())
        + "、"
        + named(visit.secondOfficer(), visit.secondCertificate());
  }

  private String named(String userId, String certificate) {
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

  private Sheet.Writer remedies(Sheet.Writer sheet, Visit visit, String what) {
    return sheet.text(
        ("如不服%s，可以自收到本文书之日起六十日内向%s申请行政复议，或者六个月内依法向有管辖权的人民法院提起行政诉讼，" + "但%s不停止执行，法律另有规定的除外。")
            .formatted(what, government(visit.countyCode()), what));
  }

  /** A zone has no people's government of its own. */
  private String government(String areaCode) {
    boolean own =
        jurisdictions.findCounty(areaCode).map(County::zone).map(zone -> !zone).orElse(false);
    return jurisdictions.placeName(own ? areaCode : Jurisdictions.CITY) + "人民政府";
  }

  private String organ(Visit visit) {
    return jurisdictions.organ(visit.inspectorGroup());
  }

  private static String described(Hazard hazard) {
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
