package rectify.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.engine.CaseProcesses;
import rectify.hazard.CaseRestart;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Jurisdictions;

/**
 * Puts a case's ladder back: the rungs that were not answered are asked again, those still to come
 * are climbed on their days, and none is climbed twice.
 */
@Component
@Order(2)
class LadderRestart implements CaseRestart {

  private final CaseProcesses processes;
  private final SupervisionMapper mapper;
  private final Hazards hazards;
  private final Jurisdictions jurisdictions;

  LadderRestart(
      CaseProcesses processes,
      SupervisionMapper mapper,
      Hazards hazards,
      Jurisdictions jurisdictions) {
    this.processes = processes;
    this.mapper = mapper;
    this.hazards = hazards;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public String restart(Hazard hazard) {
    if (!Boolean.TRUE.equals(mapper.running(hazard.id()))
        || processes.runs(Supervision.KEY, hazard.caseNumber())) {
      return null;
    }
    List<String> steps =
        Stream.concat(
                Stream.of("Activity_AwaitClosing"),
                mapper.rungs(hazard.id()).stream()
                    .filter(rung -> rung.answeredAt() == null)
                    .map(rung -> rung.level().step()))
            .toList();
    processes.startAt(Supervision.KEY, hazard.caseNumber(), variables(hazard), steps);
    return "逾期督办";
  }

  private Map<String, Object> variables(Hazard hazard) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", hazard.id());
    variables.put("caseTitle", hazards.title(hazard));
    variables.put("countyCode", hazard.countyCode());
    variables.put("dueAt", hazard.dueAt().toString());
    variables.put("townshipGroup", jurisdictions.townshipInCharge(hazard.townshipCode()).groupId());
    variables.put("departmentGroup", hazard.departmentGroup());
    variables.put("officeGroup", GroupIds.office(hazard.countyCode()));
    variables.put("cityOfficeGroup", GroupIds.office(GroupIds.CITY));
    return variables;
  }
}
