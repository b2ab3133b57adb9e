package rectify.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.engine.CaseProcesses;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;

/**
 * The ladders as they run. One that an earlier diagram drew may not hear what it is told; it is put
 * back by the newest, with every rung as it stands.
 */
@Component
class Ladders {

  /** No rung is climbed because of a failure. */
  static final String NO_RUNG = "none";

  private final CaseProcesses processes;
  private final SupervisionMapper mapper;
  private final Hazards hazards;
  private final DrawnLadder ladder;

  Ladders(CaseProcesses processes, SupervisionMapper mapper, Hazards hazards, DrawnLadder ladder) {
    this.processes = processes;
    this.mapper = mapper;
    this.hazards = hazards;
    this.ladder = ladder;
  }

  /**
   * @param failureRung the rung a failure leads to at once, or {@link #NO_RUNG}
   */
  void begin(Hazard hazard, String failureRung) {
    processes.start(Supervision.KEY, hazard.caseNumber(), variables(hazard, failureRung));
  }

  boolean runs(Hazard hazard) {
    return processes.runs(Supervision.KEY, hazard.caseNumber());
  }

  /** Whether the ladder waited for this. */
  boolean tell(Hazard hazard, String message, Map<String, Object> news) {
    return processes.tell(hazard.caseNumber(), message, Map.of(), news);
  }

  void takeAway(Hazard hazard, String why) {
    processes.takeAway(Supervision.KEY, hazard.caseNumber(), Map.of(), why);
  }

  /** Puts a ladder in the place of what runs or does not: nothing is climbed or asked twice. */
  void renew(Hazard hazard, String why) {
    takeAway(hazard, why);
    Map<String, Object> variables = variables(hazard, NO_RUNG);
    List<String> steps = new ArrayList<>(List.of(Supervision.AWAIT_CLOSING));
    for (Rung rung : mapper.rungs(hazard.id())) {
      if (rung.answeredAt() == null) {
        steps.add(ladder.rung(rung.code()).step());
      } else if (rung.code().equals(Supervision.TOP)) {
        variables.put("cityAnsweredAt", rung.answeredAt().toString());
        steps.add(Supervision.TOP_STILL_OPEN);
      }
    }
    processes.startAt(Supervision.KEY, hazard.caseNumber(), variables, steps);
  }

  private Map<String, Object> variables(Hazard hazard, String failureRung) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", hazard.id());
    variables.put("caseTitle", hazards.title(hazard));
    variables.put("countyCode", hazard.countyCode());
    variables.put("dueAt", hazard.dueAt().toString());
    variables.put("failureRung", failureRung);
    variables.putAll(ladder.groups(hazard));
    return variables;
  }
}
