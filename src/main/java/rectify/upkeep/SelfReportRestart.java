package rectify.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.CaseProcesses;
import rectify.hazard.CaseRows;
import rectify.hazard.Extension;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.hazard.Source;
import rectify.hazard.TreatmentPlan;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Jurisdictions;

/** Puts {@code hazard-rectification.bpmn} back where a self-reported case is. */
@Component
@Order(0)
class SelfReportRestart implements CaseRestart {

  private final CaseProcesses processes;
  private final CaseRows rows;
  private final Hazards hazards;
  private final Jurisdictions jurisdictions;

  SelfReportRestart(
      CaseProcesses processes, CaseRows rows, Hazards hazards, Jurisdictions jurisdictions) {
    this.processes = processes;
    this.rows = rows;
    this.hazards = hazards;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public String restart(Hazard hazard) {
    if (hazard.source() != Source.SELF_REPORT
        || processes.runs(HazardRectification.KEY, hazard.caseNumber())) {
      return null;
    }
    Map<String, Object> variables = variables(hazard);
    List<String> steps = new ArrayList<>();
    switch (hazard.status()) {
      case REGISTERED -> steps.add(HazardRectification.DECIDE_AUTHORITY);
      case PLANNING -> planning(hazard, variables, steps);
      case RECTIFYING -> rectifying(hazard, variables, steps);
      default -> steps.add(HazardRectification.VERIFY);
    }
    if (hazard.isMajor() && happened(hazard, HazardEvent.Kind.MAJOR_ACKNOWLEDGED) == null) {
      steps.add(HazardRectification.ACKNOWLEDGE_MAJOR);
    }
    processes.startAt(HazardRectification.KEY, hazard.caseNumber(), variables, steps);
    return "自查隐患整改（" + hazard.status().chinese() + "）";
  }

  private void planning(Hazard hazard, Map<String, Object> variables, List<String> steps) {
    TreatmentPlan plan = rows.latestPlan(hazard.id());
    if (plan != null && plan.decision() == null) {
      variables.put("planFiledAt", plan.filedAt().toString());
      steps.add(HazardRectification.REVIEW_PLAN);
    } else {
      steps.add(HazardRectification.PLANNING);
    }
  }

  private void rectifying(Hazard hazard, Map<String, Object> variables, List<String> steps) {
    Extension asked = rows.openExtension(hazard.id());
    if (asked == null) {
      steps.add(HazardRectification.RECTIFICATION);
    } else {
      variables.put("extensionRequestedAt", asked.requestedAt().toString());
      steps.add(HazardRectification.DECIDE_EXTENSION);
    }
  }

  private Map<String, Object> variables(Hazard hazard) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", hazard.id());
    variables.put("caseTitle", hazards.title(hazard));
    variables.put("source", hazard.source().code());
    variables.put("level", hazard.level().code());
    variables.put(
        "categoryCode", jurisdictions.subcategory(hazard.subcategoryCode()).categoryCode());
    variables.put("countyCode", hazard.countyCode());
    variables.put("enterpriseGroup", GroupIds.enterprise(hazard.enterpriseId()));
    variables.put("departmentGroup", hazard.departmentGroup());
    variables.put("authorityGroup", hazard.authorityGroup());
    variables.put("rectifiedOnSpot", hazard.rectifiedOnSpot());
    variables.put(
        "reportedAt",
        (hazard.reportedAt() == null ? hazard.foundAt() : hazard.reportedAt()).toString());
    if (hazard.dueAt() != null) {
      variables.put("dueAt", hazard.dueAt().toString());
    }
    String majorReportedAt = happened(hazard, HazardEvent.Kind.MAJOR_REPORTED);
    if (majorReportedAt != null) {
      variables.put("majorReportedAt", majorReportedAt);
    }
    return variables;
  }

  private String happened(Hazard hazard, HazardEvent.Kind kind) {
    return hazards.events(hazard.id()).stream()
        .filter(event -> event.kind() == kind)
        .map(event -> event.happenedAt().toString())
        .findFirst()
        .orElse(null);
  }
}
