package rectify.supervision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.DayEnd;
import rectify.engine.CaseProcesses;
import rectify.engine.ProcessBean;
import rectify.form.FormContent;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.LateWork;
import rectify.identity.People;
import rectify.task.TaskFacts;

/**
 * The façade of {@code duty-supervision.bpmn}: when an authority is late with its own duty, in a
 * case or outside of any, its superior and then the safety commission office are asked to see to
 * it, the office again and again, until the duty is done. The duty's own task stays where it is.
 */
@ProcessBean("dutySupervision")
public class DutySupervision implements DutyLadder, FormContent {

  public static final String KEY = "duty-supervision";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String AWAIT_DUTY = "Activity_AwaitDuty";
  public static final String ASK_SUPERIOR = "Activity_DutySuperior";
  public static final String ASK_TOP = "Activity_DutyOffice";
  public static final String STILL_OPEN = "Event_DutyStillOpen";

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
  private final LateDutyMapper mapper;
  private final DutySubjects subjects;
  private final Supervision supervision;
  private final CaseProcesses processes;
  private final People people;
  private final Clock clock;

  DutySupervision(
      LateDutyMapper mapper,
      DutySubjects subjects,
      Supervision supervision,
      CaseProcesses processes,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.subjects = subjects;
    this.supervision = supervision;
    this.processes = processes;
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
    begin(open(hazard, duty));
  }

  @Override
  @Transactional
  public void late(LateWork work) {
    if (isOpen(work.duty(), work.number())) {
      return;
    }
    mapper.insertOutside(work, work.duty().code(), DayEnd.of(now()));
    begin(mapper.openOutside(work.duty().code(), work.number()));
  }

  private void begin(LateDuty late) {
    processes.start(KEY, subjects.number(late), variables(late));
  }

  /** Whether somebody is being set on this piece of work. */
  boolean isOpen(Duty duty, String number) {
    return mapper.openOutside(duty.code(), number) != null;
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
    mapper.open(hazard.id()).stream().filter(late -> done.contains(late.duty())).forEach(this::end);
  }

  @Override
  @Transactional
  public void sentBack(Hazard hazard) {
    if (!processes.draws(hazard.caseNumber(), Supervision.FAILED)) {
      supervision.failed(hazard.id());
    }
  }

  @Override
  @Transactional
  public void done(Duty duty, String number) {
    LateDuty late = mapper.openOutside(duty.code(), number);
    if (late != null) {
      end(late);
    }
  }

  private void end(LateDuty late) {
    if (mapper.end(late.id(), now()) == 1) {
      String number = subjects.number(late);
      Map<String, Object> its = Map.of("lateDutyId", late.id());
      if (!processes.tell(number, "duty-done", its, Map.of())) {
        processes.takeAway(KEY, number, its, "逾期事项已办结");
      }
    }
  }

  /** Ends those whose own process is gone, in whichever way; how many. */
  @Transactional
  int endThoseOfNothing() {
    int ended = 0;
    for (LateDuty late : mapper.allOpenOutside()) {
      if (!processes.runs(Duty.of(late.duty()).processKey(), late.number())) {
        end(late);
        ended++;
      }
    }
    return ended;
  }

  /**
   * Goes up one step.
   *
   * @return false if there is nobody between the authority and the top
   */
  @Transactional
  public boolean climb(long lateDutyId, String level) {
    LateDuty late = mapper.byId(lateDutyId);
    String group = groupOf(late, level);
    if (group == null || rung(lateDutyId, level) != null) {
      return false;
    }
    mapper.insertRung(new DutyRung(lateDutyId, level, group, now(), 1, null));
    subjects.note(late, "提请" + people.groupName(group) + "督促");
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
    subjects.note(late, "仍未办结，再次提请" + groupName(late, level) + "督促");
  }

  /**
   * Urges somebody who does not answer; the task stays with them.
   *
   * @return when, ISO
   */
  @Transactional
  public String urge(long lateDutyId, String level) {
    LateDuty late = mapper.byId(lateDutyId);
    subjects.urge(late, groupOf(late, level));
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
    mapper.answer(lateDutyId, level, measure, opinion, now(), people.current().id());
    subjects.note(late, groupName(late, level) + "：" + opinion);
    return now().toString();
  }

  /** Puts back those of a case whose process is gone; how many. */
  @Transactional
  int restart(Hazard hazard) {
    return restart(mapper.open(hazard.id()));
  }

  /** The same of those outside of cases. */
  @Transactional
  int restartOutside() {
    return restart(mapper.allOpenOutside());
  }

  private int restart(List<LateDuty> open) {
    int again = 0;
    for (LateDuty late : open) {
      String number = subjects.number(late);
      if (!processes.runs(KEY, number, Map.of("lateDutyId", late.id()))) {
        Map<String, Object> variables = variables(late);
        List<String> steps = new ArrayList<>(List.of(AWAIT_DUTY));
        mapper.rungs(late.id()).forEach(rung -> stand(rung, steps, variables));
        processes.startAt(KEY, number, variables, steps);
        again++;
      }
    }
    return again;
  }

  private static void stand(DutyRung rung, List<String> steps, Map<String, Object> variables) {
    if (rung.answeredAt() == null) {
      steps.add(rung.level().equals(SUPERIOR) ? ASK_SUPERIOR : ASK_TOP);
    } else if (!rung.level().equals(SUPERIOR)) {
      variables.put("topAnsweredAt", rung.answeredAt().toString());
      steps.add(STILL_OPEN);
    }
  }

  private Map<String, Object> variables(LateDuty late) {
    Superiors.Chain chain = subjects.above(late);
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", late.hazardId());
    variables.put("lateDutyId", late.id());
    variables.put("caseTitle", subjects.title(late));
    variables.put("countyCode", subjects.countyCode(late));
    variables.put("lateAt", late.lateAt().toString());
    variables.put("superiorGroup", chain.superior());
    variables.put("topGroup", chain.top());
    return variables;
  }

  @Override
  public String processKey() {
    return KEY;
  }

  /** A case tells its own facts; other work is told of here. */
  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    LateDuty late = mapper.byId((Long) variables.apply("lateDutyId"));
    return late.isOfCase() ? Map.of() : Map.of(TaskFacts.NAME, subjects.facts(late));
  }

  private DutyRung rung(long lateDutyId, String level) {
    return mapper.rungs(lateDutyId).stream()
        .filter(rung -> rung.level().equals(level))
        .findFirst()
        .orElse(null);
  }

  private String groupOf(LateDuty late, String level) {
    Superiors.Chain chain = subjects.above(late);
    return level.equals(SUPERIOR) ? chain.superior() : chain.top();
  }

  private String groupName(LateDuty late, String level) {
    return people.groupName(groupOf(late, level));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
