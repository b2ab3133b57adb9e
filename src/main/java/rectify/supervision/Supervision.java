package rectify.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.paper.Document;
import rectify.refusal.Refusal;
import rectify.register.Ledger;
import rectify.supervision.DrawnLadder.DrawnRung;
import rectify.task.LateTask;
import rectify.task.LateTasks;
import rectify.typed.SpokenDates;

/**
 * The façade of {@code supervision.bpmn}: starts a case's ladder when it is overdue or fails too
 * often, counts it from the deadline in force, ends it when the case is closed or more time is
 * granted, and keeps what each rung did. A rung adds a supervisor; it closes nothing below, and the
 * ladder never goes down.
 */
@ProcessBean("supervision")
public class Supervision {

  public static final String KEY = "supervision";

  /** The decision table: how many failures lead to which rung. */
  static final String FAILURES = "failed-recheck";

  /** The rung that is asked until the case is closed. */
  static final String TOP = "city";

  static final String AWAIT_CLOSING = "Activity_AwaitClosing";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String ASK_TOWNSHIP = "Activity_Township";
  public static final String ASK_DEPARTMENT = "Activity_Department";
  public static final String ASK_OFFICE = "Activity_Office";
  public static final String ASK_LISTING = "Activity_Listing";
  public static final String ASK_CITY = "Activity_City";
  static final String TOP_STILL_OPEN = "Event_CityStillOpen";

  private static final String OFFICE = "office";
  private static final String LISTING = "listing";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "hazardId",
          "caseTitle",
          "countyCode",
          "dueAt",
          "failureRung",
          "townshipGroup",
          "departmentGroup",
          "officeGroup",
          "cityOfficeGroup");

  private final SupervisionMapper mapper;
  private final DrawnLadder ladder;
  private final Ladders ladders;
  private final SupervisionLetter letter;
  private final Rungs rungs;
  private final DecisionService decisions;
  private final LateTasks lateTasks;
  private final Hazards hazards;
  private final Clock clock;

  Supervision(
      SupervisionMapper mapper,
      DrawnLadder ladder,
      Ladders ladders,
      SupervisionLetter letter,
      Rungs rungs,
      DecisionService decisions,
      LateTasks lateTasks,
      Hazards hazards,
      Clock clock) {
    this.mapper = mapper;
    this.ladder = ladder;
    this.ladders = ladders;
    this.letter = letter;
    this.rungs = rungs;
    this.decisions = decisions;
    this.lateTasks = lateTasks;
    this.hazards = hazards;
    this.clock = clock;
  }

  /** As the diagrams of cases call what {@link #failed} does. */
  static final String FAILED = "supervision.failed(";

  /** The rungs a case has climbed to, in order. */
  public List<Rung> rungs(long hazardId) {
    return mapper.rungs(hazardId);
  }

  /** The highest rung of each of these cases whose ladder runs; in one query. */
  public Map<Long, RungLevel> highestRungs(Collection<Long> hazardIds) {
    Map<Long, RungLevel> highest = new HashMap<>();
    if (!hazardIds.isEmpty()) {
      mapper
          .runningRungs(hazardIds)
          .forEach(
              rung ->
                  highest.merge(
                      rung.hazardId(), rung.level(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
    return highest;
  }

  /**
   * The rungs whose due date lay in a time and passed without an answer.
   *
   * @param from included
   * @param until not included
   */
  public List<UnansweredRung> unanswered(LocalDateTime from, LocalDateTime until) {
    return lateTasks.of(KEY, from, until).stream()
        .flatMap(task -> ladder.ofStep(task.step()).map(rung -> unanswered(task, rung)).stream())
        .toList();
  }

  private UnansweredRung unanswered(LateTask task, DrawnRung rung) {
    Hazard hazard = hazards.get(Ledger.idOf(task.businessKey()).orElseThrow());
    return new UnansweredRung(
        hazard.caseNumber(),
        rung.level(),
        ladder.groupOf(rung, hazard),
        task.dueAt(),
        task.endedAt());
  }

  /** Starts the ladder of an overdue case; does nothing while it runs. */
  @Transactional
  public void start(long hazardId) {
    Hazard hazard = hazards.get(hazardId);
    if (hazard.isClosed() || !claim(hazardId)) {
      return;
    }
    hazards.note(
        hazardId,
        HazardEvent.Kind.SUPERVISION_STARTED,
        "整改期限" + SpokenDates.day(hazard.dueAt()) + "已过，启动逾期督办");
    ladders.begin(hazard, Ladders.NO_RUNG);
  }

  /**
   * A recheck or verification has failed: the rungs still to come count from the deadline now in
   * force, and {@code failed-recheck} decides whether the failure itself leads to one.
   */
  @Transactional
  public void failed(long hazardId) {
    Hazard hazard = hazards.get(hazardId);
    LocalDate held = mapper.heldAgainst(hazardId);
    boolean moved = held != null && !held.equals(hazard.dueAt());
    boolean runs = Boolean.TRUE.equals(mapper.running(hazardId));
    RungLevel rung = climbByFailure(hazard, rungs.passed(held == null ? hazard.dueAt() : held));
    if (!runs) {
      if (rung != null && claim(hazardId)) {
        ladders.begin(hazard, rung.code());
      }
      return;
    }
    boolean heard =
        (rung == null || ladders.tell(hazard, "recheck-failed", Map.of("failureRung", rung.code())))
            && (!moved
                || ladders.tell(
                    hazard, "deadline-moved", Map.of("dueAt", hazard.dueAt().toString())));
    if (!heard) {
      ladders.renew(hazard, "再次责令，按新期限重新起算");
    }
  }

  /** The rung a failure leads to; null if to none, or to one that was reached before. */
  private RungLevel climbByFailure(Hazard hazard, boolean missed) {
    DmnDecisionRuleResult answer =
        decisions
            .evaluateDecisionTableByKey(
                FAILURES, Map.of("failures", hazard.returnedTimes(), "deadlineMissed", missed))
            .getSingleResult();
    String code = answer.getEntry("rung");
    RungLevel rung = Ladders.NO_RUNG.equals(code) ? null : ladder.level(code);
    return rung != null && rungs.climbByFailure(hazard, rung, answer.getEntry("rungRule"))
        ? rung
        : null;
  }

  /** Ends the ladder because the case is closed. */
  @Transactional
  public void end(long hazardId) {
    end(hazardId, "case-closed", "案件已销号，解除督办");
  }

  /**
   * Ends the ladder because more time was granted; a new one goes on where it was if that passes.
   */
  @Transactional
  public void withdraw(long hazardId) {
    end(hazardId, "deadline-extended", "整改期限已延长，解除督办");
  }

  /**
   * Climbs to a rung because so many working days have passed after the deadline in force.
   *
   * @return false if it was climbed before, if failures have led higher already, or if the deadline
   *     in force has not passed, as where an earlier diagram still counts from an earlier one
   */
  @Transactional
  public boolean climb(long hazardId, String level) {
    return rungs.climb(hazards.get(hazardId), level);
  }

  /** When a rung's supervisor was last asked, ISO: their time to answer counts from there. */
  public String askedAt(long hazardId, String level) {
    return rungs.askedAt(hazardId, level);
  }

  /** Asks a supervisor once more whose case is still open. */
  @Transactional
  public void askAgain(long hazardId, String level) {
    rungs.askAgain(hazards.get(hazardId), level);
  }

  /**
   * Urges a supervisor who does not answer; the task stays with them.
   *
   * @return when, ISO
   */
  @Transactional
  public String urge(long hazardId, String level) {
    return rungs.urge(hazards.get(hazardId), level);
  }

  /**
   * Keeps a supervisor's answer.
   *
   * @return when, ISO
   */
  @Transactional
  public String answer(long hazardId, String level, String measure, String opinion) {
    return rungs.answer(hazardId, level, measure, opinion, null);
  }

  /** Issues the supervision letter (督办函) of the county's safety commission office. */
  @Transactional
  public void issueLetter(long hazardId, String demand, String letterDueAt) {
    LocalDate dueAt = date(letterDueAt);
    Document issued =
        letter.issue(hazards.get(hazardId), rungs.of(hazardId, OFFICE), demand, dueAt);
    rungs.answer(
        hazardId,
        OFFICE,
        "letter",
        "%s，要求%s前办结：%s".formatted(issued.number(), dueAt, demand),
        issued.id());
  }

  /**
   * Keeps how a case that drags on was taken up.
   *
   * @param measure {@code listing} (挂牌督办) or {@code interview} (约谈)
   */
  @Transactional
  public void listOrInterview(long hazardId, String measure, String opinion) {
    rungs.answer(hazardId, LISTING, measure, opinion, null);
  }

  private boolean claim(long hazardId) {
    Boolean running = mapper.running(hazardId);
    if (running == null) {
      mapper.insert(hazardId, now());
      return true;
    }
    return !running && mapper.restart(hazardId, now()) == 1;
  }

  /**
   * A ladder whose waiting step is gone, as an older diagram with an interrupting rung leaves it,
   * or that is gone altogether, hears no message: it must not keep its case from being closed, nor
   * its tasks open after it.
   */
  private void end(long hazardId, String message, String why) {
    if (mapper.end(hazardId, now()) == 0) {
      return;
    }
    Hazard hazard = hazards.get(hazardId);
    hazards.note(hazardId, HazardEvent.Kind.SUPERVISION_ENDED, why);
    if (!ladders.tell(hazard, message, Map.of())) {
      ladders.takeAway(hazard, why);
    }
  }

  private static LocalDate date(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new Refusal("要求办结日期不是有效的日期，请重新填写。");
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
