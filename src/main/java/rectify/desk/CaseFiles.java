package rectify.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.Deadlines;
import rectify.desk.CaseFile.ClockLine;
import rectify.desk.CaseFile.Part;
import rectify.desk.CaseFile.Request;
import rectify.desk.CaseFile.RungLine;
import rectify.desk.CaseFile.TaskLine;
import rectify.desk.CasePage.Happening;
import rectify.document.DocumentRows;
import rectify.evidence.EvidenceItem;
import rectify.evidence.EvidenceItems;
import rectify.evidence.EvidenceKind;
import rectify.hazard.Extension;
import rectify.hazard.Extensions;
import rectify.hazard.Hazard;
import rectify.hazard.Status;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.register.Ledger;
import rectify.supervision.Rung;
import rectify.supervision.RungLevel;
import rectify.supervision.Supervision;
import rectify.task.CaseWork;
import rectify.typed.SpokenDates;

/** Puts together all that is known of a case, for whoever may see it in the ledger. */
@Service
class CaseFiles {

  private final Ledger ledger;
  private final Desk desk;
  private final CaseWork work;
  private final Extensions extensions;
  private final Supervision supervision;
  private final EvidenceItems evidence;
  private final DocumentRows documents;
  private final Follows follows;
  private final Jurisdictions jurisdictions;
  private final Deadlines deadlines;
  private final People people;
  private final Clock clock;

  CaseFiles(
      Ledger ledger,
      Desk desk,
      CaseWork work,
      Extensions extensions,
      Supervision supervision,
      EvidenceItems evidence,
      DocumentRows documents,
      Follows follows,
      Jurisdictions jurisdictions,
      Deadlines deadlines,
      People people,
      Clock clock) {
    this.ledger = ledger;
    this.desk = desk;
    this.work = work;
    this.extensions = extensions;
    this.supervision = supervision;
    this.evidence = evidence;
    this.documents = documents;
    this.follows = follows;
    this.jurisdictions = jurisdictions;
    this.deadlines = deadlines;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws rectify.refusal.Refusal NOT_FOUND if there is no such case, or not for this person
   */
  @Transactional(readOnly = true)
  CaseFile get(String caseNumber) {
    Hazard hazard = ledger.get(caseNumber);
    long id = hazard.id();
    LocalDateTime now = LocalDateTime.now(clock);
    List<EvidenceItem> items =
        evidence.ofCase(caseNumber).stream().filter(item -> !item.withdrawn()).toList();
    RungLevel rung = supervision.highestRungs(Set.of(id)).get(id);
    return new CaseFile(
        hazard,
        jurisdictions.placeName(hazard.countyCode())
            + jurisdictions.township(hazard.townshipCode()).name(),
        urgency(hazard, now),
        hazard.isOverdue(now.toLocalDate()),
        rung == null ? null : rung.chinese(),
        !follows.among(Set.of(id)).isEmpty(),
        desk.facts(id),
        hazard.isClosed() ? List.of() : tasks(caseNumber, now),
        hazard.isClosed() ? List.of() : clocks(caseNumber),
        extensions.of(id).stream().map(CaseFiles::request).toList(),
        supervision.rungs(id).stream().map(this::rung).toList(),
        Arrays.stream(EvidenceKind.values())
            .map(kind -> part(kind, items))
            .filter(part -> !part.items().isEmpty())
            .toList(),
        items.stream().filter(item -> !item.picture()).toList(),
        documents.ofCase(caseNumber),
        newestFirst(desk.timeline(id)));
  }

  /** How near the last day is, as long as the enterprise has not reported. */
  private Urgency urgency(Hazard hazard, LocalDateTime now) {
    boolean waits = hazard.status() == Status.RECTIFYING || hazard.status() == Status.PLANNING;
    return hazard.dueAt() == null || !waits
        ? null
        : Urgency.of(Deadlines.lastMoment(hazard.dueAt()), now, deadlines);
  }

  private List<TaskLine> tasks(String caseNumber, LocalDateTime now) {
    return work.tasks(caseNumber).stream()
        .map(
            task ->
                new TaskLine(
                    task.id(),
                    task.name(),
                    task.groups().stream().map(people::groupName).collect(Collectors.joining("、")),
                    task.assignee() == null ? null : holder(task.assignee()),
                    task.createdAt(),
                    task.dueAt(),
                    task.dueAt() == null ? null : Urgency.of(task.dueAt(), now, deadlines),
                    task.mine()))
        .toList();
  }

  private String holder(String person) {
    String unit = people.unitOf(person);
    return people.nameOf(person) + (unit == null ? "" : "（" + unit + "）");
  }

  private List<ClockLine> clocks(String caseNumber) {
    return work.clocks(caseNumber).stream()
        .map(one -> new ClockLine(one.name(), one.at()))
        .toList();
  }

  private static Request request(Extension extension) {
    String answer =
        extension.decision() == null
            ? "尚未审批"
            : extension.grantedDueAt() == null
                ? "不予延期：" + extension.opinion()
                : "准予延期至" + SpokenDates.day(extension.grantedDueAt()) + "：" + extension.opinion();
    return new Request(
        extension.requestedAt(),
        extension.dueAt(),
        extension.requestedDueAt(),
        extension.reason(),
        answer);
  }

  private RungLine rung(Rung rung) {
    return new RungLine(
        rung.level().chinese(),
        rung.climbedAt(),
        rung.rule(),
        rung.times(),
        rung.answeredAt(),
        rung.opinion(),
        rung.answeredBy() == null ? null : holder(rung.answeredBy()));
  }

  private static Part part(EvidenceKind kind, List<EvidenceItem> items) {
    return new Part(
        kind.chinese(),
        items.stream().filter(item -> item.picture() && item.kind().equals(kind.code())).toList());
  }

  private static List<Happening> newestFirst(List<Happening> timeline) {
    List<Happening> turned = new ArrayList<>(timeline);
    Collections.reverse(turned);
    return turned;
  }
}
