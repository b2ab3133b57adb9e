package rectify.inspection;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.evidence.EvidenceFiles;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;

/**
 * What an inspection finds, while its record is not confirmed: it is added, corrected and taken
 * back, and each change is an event.
 */
@Component
class FindingDrafts {

  private static final int MOST = 100;
  private static final int LONGEST_DETAIL = 4000;

  private final VisitFindingMapper mapper;
  private final Inspections inspections;
  private final Findings findings;
  private final EvidenceFiles evidence;
  private final FindingChanges changes;
  private final People people;
  private final Clock clock;

  FindingDrafts(
      VisitFindingMapper mapper,
      Inspections inspections,
      Findings findings,
      EvidenceFiles evidence,
      FindingChanges changes,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.inspections = inspections;
    this.findings = findings;
    this.evidence = evidence;
    this.changes = changes;
    this.people = people;
    this.clock = clock;
  }

  /** The findings of an inspection, without those that were taken back. */
  List<VisitFinding> standing(long inspectionId) {
    return mapper.standing(inspectionId);
  }

  /** What was done to a finding, oldest first. */
  List<VisitFindingEvent> events(long inspectionId, int number) {
    return mapper.events(inspectionId, number);
  }

  /**
   * Adds a finding.
   *
   * @param days see {@link #check}
   * @return its number
   */
  @Transactional
  int add(Visit visit, Observation typed, Days days) {
    lock(visit.id());
    Observation seen = check(visit, typed, days);
    if (mapper.standing(visit.id()).size() >= MOST) {
      throw new Refusal("一次检查最多登记" + MOST + "项问题，请另行发起检查。");
    }
    int number = mapper.lastNumber(visit.id()) + 1;
    mapper.insert(VisitFinding.of(visit.id(), number, seen));
    note(visit.id(), number, VisitFindingEvent.Kind.ADDED, seen.inWords());
    return number;
  }

  /**
   * Corrects a finding; what it said before stays in its events.
   *
   * @param changes how often it had been corrected when the person began
   * @throws Refusal if it was corrected meanwhile
   */
  @Transactional
  void correct(Visit visit, int number, int changes, Observation typed, Days days) {
    lock(visit.id());
    VisitFinding before = standing(visit.id(), number);
    List<VisitFindingEvent> events = mapper.events(visit.id(), number);
    if (events.size() - 1 != changes) {
      throw Refusal.conflict(
          "问题%d刚由%s修改，请刷新后再改。"
              .formatted(place(visit, number), events.get(events.size() - 1).actorName()));
    }
    Observation seen = check(visit, typed, days);
    if (seen.equals(before.seen())) {
      return;
    }
    mapper.correct(VisitFinding.of(visit.id(), number, seen));
    note(
        visit.id(),
        number,
        VisitFindingEvent.Kind.CORRECTED,
        "由“%s”改为“%s”".formatted(before.seen().inWords(), seen.inWords()));
  }

  /** Takes a finding back, with its photos; its number is not used again. */
  @Transactional
  void takeBack(Visit visit, int number) {
    lock(visit.id());
    VisitFinding finding = standing(visit.id(), number);
    mapper.takeBack(visit.id(), number);
    evidence.withdrawAll(visit.number(), number);
    note(visit.id(), number, VisitFindingEvent.Kind.TAKEN_BACK, finding.seen().inWords());
  }

  /**
   * The limits of an ordered day, by the decision table.
   *
   * @param usual days after today, if the officer orders none
   * @param most the most an officer may give
   * @param rule the row that gave both
   */
  record Days(int usual, int most, String rule) {}

  private Observation check(Visit visit, Observation typed, Days days) {
    Observation seen = typed.checked();
    findings.requireFit(
        visit,
        inspections.enterprise(visit),
        seen.level(),
        Disposal.of(seen.disposal()),
        seen.transferRole());
    findings.term(seen, days);
    return seen;
  }

  private int place(Visit visit, int number) {
    return mapper.standing(visit.id()).stream().map(VisitFinding::number).toList().indexOf(number)
        + 1;
  }

  private void lock(long inspectionId) {
    if (mapper.lock(inspectionId) == null) {
      throw Refusal.conflict("现场检查记录已确认，检查发现的问题不能再改动，请刷新任务列表。");
    }
  }

  private VisitFinding standing(long inspectionId, int number) {
    VisitFinding finding = mapper.find(inspectionId, number);
    if (finding == null || finding.takenBack() || finding.hazardId() != null) {
      throw Refusal.conflict("问题" + number + "已撤回或不存在，请刷新。");
    }
    return finding;
  }

  private void note(long inspectionId, int number, VisitFindingEvent.Kind kind, String detail) {
    Actor actor = people.current();
    changes.note(
        new VisitFindingEvent(
            inspectionId,
            number,
            kind,
            detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail,
            now(),
            actor.id(),
            actor.name()));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
