package rectify.supervision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.DayEnd;
import rectify.engine.CaseProcesses;
import rectify.engine.ProcessBean;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.People;

/**
 * The façade of {@code duty-supervision.bpmn}: when an authority is late with its own duty in a
 * case, its superior and then the safety commission office are asked to see to it, the office again
 * and again, until the duty is done. The duty's own task stays where it is.
 */
@ProcessBean("dutySupervision")
public class DutySupervision implements DutyLadder {

  public static final String KEY = "duty-supervision";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "hazardId",
          "lateDutyId",
          "caseTitle",
          "countyCode",
          "lateAt",
          "superiorGroup",
          "topGroup");

  private static final String SUPERIOR = "superior";
  private static final int LONGEST = 1000;

  private final LateDutyMapper mapper;
  private final Superiors superiors;
  private final CaseProcesses processes;
  private final Hazards hazards;
  private final People people;
  private final Clock clock;

  DutySupervision(
      LateDutyMapper mapper,
      Superiors superiors,
      CaseProcesses processes,
      Hazards hazards,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.superiors = superiors;
    this.processes = processes;
    this.hazards = hazards;
    this.people = people;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void late(Hazard hazard, Duty duty, String group) {
    if (duty == Duty.SUPERVISION || hazard.isClosed() || open(hazard, duty) != null) {
      return;
    }
    mapper.insert(hazard.id(), duty.code(), group, DayEnd.of(now()));
    LateDuty late = open(hazard, duty);
    processes.start(KEY, hazard.caseNumber(), variables(hazard, late));
  }

  /** Whether somebody is being set on this duty. */
  boolean isOpen(Hazard hazard, Duty duty) {
    return open(hazard, duty) != null;
  }

  private LateDuty open(Hazard hazard, Duty duty) {
    return mapper.open(hazard.id()).stream()
        .filter(late -> late.duty().equals(duty.code()))
        .findFirst()
        .orElse(null);
  }

  @Override
  @Transactional
  public void happened(Hazard hazard, HazardEvent.Kind kind) {
    List<String> done = Duty.doneBy(kind).stream().map(Duty::code).toList();
    for (LateDuty late : mapper.open(hazard.id())) {
      if (done.contains(late.duty()) && mapper.end(late.id(), now()) == 1) {
        Map<String, Object> its = Map.of("lateDutyId", late.id());
        if (!processes.tell(hazard.caseNumber(), "duty-done", its, Map.of())) {
          processes.takeAway(KEY, hazard.caseNumber(), its, "逾期事项已办结");
        }
      }
    }
  }

  /**
   * Goes up one step.
   *
   * @return false if there is nobody between the authority and the top
   */
  @Transactional
  public boolean climb(long lateDutyId, String level) {
    LateDuty late = mapper.byId(lateDutyId);
    Hazard hazard = hazards.get(late.hazardId());
    String group = groupOf(hazard, late, level);
    if (group == null || rung(lateDutyId, level) != null) {
      return false;
    }
    mapper.insertRung(new DutyRung(lateDutyId, level, group, now(), 1, null));
    note(late, "提请" + people.groupName(group) + "督促");
    return true;
  }

  /** When somebody was last asked, ISO: their time to answer counts from there. */
  public String askedAt(long lateDutyId, String level) {
    DutyRung rung = rung(lateDutyId, level);
    return DayEnd.of(rung == null ? now() : rung.askedAt()).toString();
  }

  /** Asks once more: the answer did not help, the duty is still not done. */
  @Transactional
  public void askAgain(long lateDutyId, String level) {
    LateDuty late = mapper.byId(lateDutyId);
    mapper.askAgain(lateDutyId, level, now());
    note(late, "仍未办结，再次提请" + groupName(late, level) + "督促");
  }

  /**
   * Urges somebody who does not answer; the task stays with them.
   *
   * @return when, ISO
   */
  @Transactional
  public String urge(long lateDutyId, String level) {
    LateDuty late = mapper.byId(lateDutyId);
    hazards.note(
        late.hazardId(),
        HazardEvent.Kind.SUPERVISION_URGED,
        what(late) + "，" + groupName(late, level) + "至今未答复，再次催促",
        groupOf(hazards.get(late.hazardId()), late, level));
    return DayEnd.of(now()).toString();
  }

  /**
   * Keeps an answer.
   *
   * @return when, ISO
   */
  @Transactional
  public String answer(long lateDutyId, String level, String measure, String opinion) {
    LateDuty late = mapper.byId(lateDutyId);
    String kept = opinion.length() <= LONGEST ? opinion : opinion.substring(0, LONGEST - 1) + "…";
    mapper.answer(lateDutyId, level, measure, kept, now(), people.current().id());
    note(late, groupName(late, level) + "：" + opinion);
    return now().toString();
  }

  /** Puts back those of a case whose process is gone; how many. */
  @Transactional
  int restart(Hazard hazard) {
    int again = 0;
    for (LateDuty late : mapper.open(hazard.id())) {
      if (!processes.runs(KEY, hazard.caseNumber(), Map.of("lateDutyId", late.id()))) {
        Map<String, Object> variables = variables(hazard, late);
        List<String> steps = new ArrayList<>(List.of("Activity_AwaitDuty"));
        mapper.rungs(late.id()).forEach(rung -> stand(rung, steps, variables));
        processes.startAt(KEY, hazard.caseNumber(), variables, steps);
        again++;
      }
    }
    return again;
  }

  private static void stand(DutyRung rung, List<String> steps, Map<String, Object> variables) {
    if (rung.answeredAt() == null) {
      steps.add(rung.level().equals(SUPERIOR) ? "Activity_DutySuperior" : "Activity_DutyOffice");
    } else if (!rung.level().equals(SUPERIOR)) {
      variables.put("topAnsweredAt", rung.answeredAt().toString());
      steps.add("Event_DutyStillOpen");
    }
  }

  private Map<String, Object> variables(Hazard hazard, LateDuty late) {
    Superiors.Chain chain = superiors.above(hazard, late.authorityGroup());
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", hazard.id());
    variables.put("lateDutyId", late.id());
    variables.put("caseTitle", what(late) + "：" + hazards.title(hazard));
    variables.put("countyCode", hazard.countyCode());
    variables.put("lateAt", late.lateAt().toString());
    variables.put("superiorGroup", chain.superior());
    variables.put("topGroup", chain.top());
    return variables;
  }

  private DutyRung rung(long lateDutyId, String level) {
    return mapper.rungs(lateDutyId).stream()
        .filter(rung -> rung.level().equals(level))
        .findFirst()
        .orElse(null);
  }

  private String groupOf(Hazard hazard, LateDuty late, String level) {
    Superiors.Chain chain = superiors.above(hazard, late.authorityGroup());
    return level.equals(SUPERIOR) ? chain.superior() : chain.top();
  }

  private String groupName(LateDuty late, String level) {
    return people.groupName(groupOf(hazards.get(late.hazardId()), late, level));
  }

  private void note(LateDuty late, String detail) {
    hazards.note(late.hazardId(), HazardEvent.Kind.DUTY_SUPERVISED, what(late) + "，" + detail);
  }

  private String what(LateDuty late) {
    return people.groupName(late.authorityGroup()) + "逾期未" + Duty.of(late.duty()).chinese();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
