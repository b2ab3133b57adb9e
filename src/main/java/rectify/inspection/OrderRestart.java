package rectify.inspection;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.CaseProcesses;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.hazard.Source;
import rectify.identity.GroupIds;
import rectify.refusal.Refusal;
import rectify.upkeep.CaseRestart;

/**
 * Puts {@code rectification-order.bpmn} back where an ordered case is. If the inspection's own
 * process is gone too, the inspection is done: its papers are issued, and it waited for nothing but
 * its cases.
 */
@Component
@Order(1)
class OrderRestart implements CaseRestart {

  private final CaseProcesses processes;
  private final InspectionMapper mapper;
  private final Inspections inspections;
  private final Hazards hazards;
  private final Clock clock;

  OrderRestart(
      CaseProcesses processes,
      InspectionMapper mapper,
      Inspections inspections,
      Hazards hazards,
      Clock clock) {
    this.processes = processes;
    this.mapper = mapper;
    this.inspections = inspections;
    this.hazards = hazards;
    this.clock = clock;
  }

  @Override
  public String restart(Hazard hazard) {
    if (hazard.source() != Source.INSPECTION || processes.runs(Orders.KEY, hazard.caseNumber())) {
      return null;
    }
    Visit visit = inspections.visit(hazard.inspectionId());
    Finding finding = mapper.finding(hazard.id());
    if (visit.status() != Visit.Status.DOCUMENTED && visit.status() != Visit.Status.FINISHED) {
      throw Refusal.conflict("检查" + visit.number() + "还没有出具文书，案件流程不能单独恢复，请重新发起检查。");
    }
    Map<String, Object> variables = variables(hazard, finding);
    String step = step(hazard, finding, variables);
    processes.startAt(Orders.KEY, hazard.caseNumber(), variables, List.of(step));
    if (!processes.runs(Inspection.KEY, visit.number())) {
      mapper.setStatus(
          visit.id(),
          Visit.Status.FINISHED,
          LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }
    return "责令整改（" + hazard.status().chinese() + "）";
  }

  private String step(Hazard hazard, Finding finding, Map<String, Object> variables) {
    if (finding.transferGroup() != null
        && happened(hazard, HazardEvent.Kind.TRANSFER_ACCEPTED) == null
        && happened(hazard, HazardEvent.Kind.AUTHORITY_DESIGNATED) == null) {
      String returned = happened(hazard, HazardEvent.Kind.TRANSFER_RETURNED);
      variables.put("transferReturnedAt", returned);
      return returned == null ? Orders.TRANSFER : Orders.DESIGNATE_AUTHORITY;
    }
    if (finding.recheckFrom() != null) {
      variables.put("recheckFrom", finding.recheckFrom().toString());
      return Orders.RECHECK;
    }
    return HazardRectification.RECTIFICATION;
  }

  private Map<String, Object> variables(Hazard hazard, Finding finding) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", hazard.id());
    variables.put("caseTitle", hazards.title(hazard));
    variables.put("countyCode", hazard.countyCode());
    variables.put("enterpriseGroup", GroupIds.enterprise(hazard.enterpriseId()));
    variables.put("authorityGroup", hazard.authorityGroup());
    variables.put("officeGroup", GroupIds.office(hazard.countyCode()));
    variables.put("dueAt", hazard.dueAt().toString());
    variables.put("needsTransfer", finding.transferGroup() != null);
    variables.put("transferGroup", finding.transferGroup());
    variables.put(
        "transferredAt",
        finding.transferredAt() == null ? null : finding.transferredAt().toString());
    return variables;
  }

  private String happened(Hazard hazard, HazardEvent.Kind kind) {
    return hazards.events(hazard.id()).stream()
        .filter(event -> event.kind() == kind)
        .map(event -> event.happenedAt().toString())
        .reduce((first, last) -> last)
        .orElse(null);
  }
}
