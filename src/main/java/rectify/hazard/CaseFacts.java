package rectify.hazard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.ledger.Checks;
import rectify.task.TaskFacts;
import rectify.typed.SpokenDates;

/** Writes what is known of a case as Chinese Markdown, for the top of its forms. */
@Component
class CaseFacts implements TaskFacts {

  private final HazardMapper mapper;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final Checks checks;

  CaseFacts(HazardMapper mapper, Jurisdictions jurisdictions, People people, Checks checks) {
    this.mapper = mapper;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.checks = checks;
  }

  String title(Hazard hazard) {
    return "%s（%s）%s，%s"
        .formatted(
            hazard.enterpriseName(),
            jurisdictions.township(hazard.townshipCode()).name(),
            hazard.location(),
            hazard.level().chinese());
  }

  @Override
  public String of(long caseId) {
    Hazard hazard = mapper.byId(caseId);
    return hazard == null ? "" : of(hazard);
  }

  /**
   * A plan or a report that was sent back is corrected, not written again; an extension is granted
   * until the day it was asked for, unless the authority chooses another.
   */
  @Override
  public Map<String, Object> known(long caseId, Set<String> asked) {
    Map<String, Object> known = new HashMap<>();
    if (asked.contains("grantedDueAt")) {
      Extension extension = mapper.openExtension(caseId);
      if (extension != null) {
        known.put("grantedDueAt", extension.requestedDueAt().toString());
      }
    }
    if (asked.contains("planGoals")) {
      TreatmentPlan plan = mapper.latestPlan(caseId);
      if (plan != null) {
        known.put("planGoals", plan.goals());
        known.put("planMeasures", plan.measures());
        known.put("planFunds", plan.funds());
        known.put("planStaff", plan.staff());
        known.put("planSchedule", plan.schedule());
        known.put("planSafeguards", plan.safeguards());
      }
    }
    if (asked.contains("contingencyPlan")) {
      Hazard hazard = mapper.byId(caseId);
      if (hazard != null && hazard.returnedTimes() > 0 && hazard.contingencyPlan() != null) {
        known.put("responsiblePerson", hazard.responsiblePerson());
        known.put("measures", hazard.measures());
        known.put("funds", hazard.funds() == null ? null : hazard.funds().doubleValue());
        known.put("contingencyPlan", hazard.contingencyPlan());
      }
    }
    known.keySet().retainAll(asked);
    return known;
  }

  private String of(Hazard hazard) {
    StringJoiner facts = new StringJoiner("\n");
    line(facts, "案件编号", hazard.caseNumber());
    line(
        facts,
        "企业",
        "%s（%s%s，%s）"
            .formatted(
                hazard.enterpriseName(),
                jurisdictions.placeName(hazard.countyCode()),
                jurisdictions.township(hazard.townshipCode()).name(),
                jurisdictions.subcategory(hazard.subcategoryCode()).name()));
    line(facts, "隐患", "%s，%s".formatted(hazard.location(), hazard.description()));
    line(
        facts,
        "等级和来源",
        "%s，%s，%s %s登记"
            .formatted(
                hazard.level().chinese(),
                hazard.source().chinese(),
                hazard.foundByName(),
                SpokenDates.day(hazard.foundAt().toLocalDate())));
    line(facts, "重大隐患判定依据", hazard.majorBasis());
    if (hazard.authorityGroup() != null) {
      line(facts, "责任单位", people.groupName(hazard.authorityGroup()) + "。" + hazard.authorityRule());
    }
    if (hazard.dueAt() != null) {
      String original =
          hazard.dueAt().equals(hazard.originalDueAt())
              ? ""
              : "（原期限" + SpokenDates.day(hazard.originalDueAt()) + "）";
      line(facts, "整改期限", SpokenDates.day(hazard.dueAt()) + original + "。" + hazard.deadlineRule());
    }
    if (hazard.isMajor()) {
      TreatmentPlan plan = mapper.latestPlan(hazard.id());
      if (plan != null) {
        plan(facts, plan);
      }
    }
    Extension extension = hazard.dueAt() == null ? null : mapper.openExtension(hazard.id());
    if (extension != null) {
      line(
          facts,
          "延期申请",
          "申请延期至%s：%s".formatted(SpokenDates.day(extension.requestedDueAt()), extension.reason()));
    }
    if (hazard.returnedTimes() > 0) {
      line(facts, "退回", "已%d次不合格，最近一次：%s".formatted(hazard.returnedTimes(), hazard.returnReason()));
    }
    if (hazard.reportedAt() != null) {
      line(facts, "整改措施", hazard.measures());
      line(facts, "整改责任人", hazard.responsiblePerson());
      line(facts, "整改资金（元）", hazard.funds() == null ? null : hazard.funds().toPlainString());
      line(
          facts,
          "整改完成日期",
          hazard.rectifiedOn() == null ? null : SpokenDates.day(hazard.rectifiedOn()));
      line(facts, "防范措施和应急预案", hazard.contingencyPlan());
    }
    line(facts, "存证核对", checks.sentence(hazard.id()));
    return facts.toString();
  }

  private static void plan(StringJoiner facts, TreatmentPlan plan) {
    line(facts, "治理目标和任务", plan.goals());
    line(facts, "治理方法和措施", plan.measures());
    line(facts, "经费和物资", plan.funds());
    line(facts, "机构和人员", plan.staff());
    line(facts, "时限和要求", plan.schedule());
    line(facts, "安全措施和应急预案", plan.safeguards());
    line(facts, "方案审查意见", plan.opinion());
  }

  private static void line(StringJoiner facts, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add("- **" + label + "**：" + Hazards.plain(value));
    }
  }
}
