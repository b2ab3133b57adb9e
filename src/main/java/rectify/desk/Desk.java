package rectify.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import rectify.deadline.Deadlines;
import rectify.desk.CasePage.Happening;
import rectify.desk.CasePage.Line;
import rectify.document.Documents;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.supervision.RungLevel;
import rectify.supervision.Supervision;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/** Shows a person the tasks they may read and the cases these belong to. */
@Service
public class Desk {

  /** One line of a case's facts, which are written for a form: {@code - **label**：text}. */
  private static final Pattern FACT = Pattern.compile("- \\*\\*(.+?)\\*\\*：(.*)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]<>#|~!])");

  /** The parts of a step's documentation, see the designer's manual. */
  private static final Pattern BASIS = Pattern.compile("(谁办|办什么|依据)：(.*?)(?=谁办：|办什么：|依据：|$)");

  private final OpenTasks tasks;
  private final Hazards hazards;
  private final Supervision supervision;
  private final Jurisdictions jurisdictions;
  private final Deadlines deadlines;
  private final People people;
  private final Follows follows;
  private final Drafts drafts;
  private final Holds holds;
  private final Documents documents;
  private final Clock clock;

  Desk(
      OpenTasks tasks,
      Hazards hazards,
      Supervision supervision,
      Jurisdictions jurisdictions,
      Deadlines deadlines,
      People people,
      Follows follows,
      Drafts drafts,
      Holds holds,
      Documents documents,
      Clock clock) {
    this.tasks = tasks;
    this.hazards = hazards;
    this.supervision = supervision;
    this.jurisdictions = jurisdictions;
    this.deadlines = deadlines;
    this.people = people;
    this.follows = follows;
    this.drafts = drafts;
    this.holds = holds;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Cards of a page of tasks, in a handful of statements; tasks not theirs to read are left out.
   */
  public List<Card> cards(Collection<String> taskIds) {
    return cardsOf(tasks.of(taskIds));
  }

  private List<Card> cardsOf(List<OpenTask> open) {
    Set<Long> cases =
        open.stream().map(OpenTask::caseId).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<Long, Hazard> byId = hazards.byIds(cases);
    Map<Long, RungLevel> rungs = supervision.highestRungs(cases);
    Set<Long> followed = follows.among(cases);
    LocalDateTime now = LocalDateTime.now(clock);
    return open.stream()
        .map(
            task ->
                task.caseId() == null || !byId.containsKey(task.caseId())
                    ? cardOfNoCase(task, now)
                    : card(
                        task,
                        byId.get(task.caseId()),
                        rungs.get(task.caseId()),
                        followed.contains(task.caseId()),
                        now))
        .toList();
  }

  private Card cardOfNoCase(OpenTask task, LocalDateTime now) {
    return new Card(
        task.id(),
        null,
        task.title(),
        holds.holder(task),
        null,
        null,
        null,
        null,
        null,
        false,
        task.dueAt(),
        urgency(task, now),
        null,
        false);
  }

  private Card card(
      OpenTask task, Hazard hazard, RungLevel rung, boolean followed, LocalDateTime now) {
    return new Card(
        task.id(),
        hazard.caseNumber(),
        null,
        holds.holder(task),
        hazard.enterpriseName(),
        jurisdictions.placeName(hazard.countyCode())
            + jurisdictions.township(hazard.townshipCode()).name(),
        hazard.location(),
        hazard.description(),
        hazard.level().chinese(),
        hazard.isMajor(),
        task.dueAt(),
        urgency(task, now),
        rung == null ? null : rung.chinese(),
        followed);
  }

  private Urgency urgency(OpenTask task, LocalDateTime now) {
    return task.dueAt() == null ? null : Urgency.of(task.dueAt(), now, deadlines);
  }

  /**
   * The page of a task.
   *
   * @throws rectify.refusal.Refusal that says who has finished it and when, or that there is none
   */
  CasePage page(String taskId) {
    OpenTask task = tasks.get(taskId);
    Card card = cardsOf(List.of(task)).get(0);
    boolean ofCase = card.caseNumber() != null;
    return new CasePage(
        card,
        ofCase ? facts(task.caseId()) : List.of(),
        why(task, ofCase ? hazards.get(task.caseId()) : null, card),
        basis(tasks.documentation(task)),
        ofCase ? timeline(task.caseId()) : List.of(),
        holds.of(task),
        ofCase && !documents.ofCase(task.caseId()).isEmpty(),
        drafts.savedAt(taskId));
  }

  List<Line> facts(long caseId) {
    return hazards
        .facts(caseId)
        .lines()
        .map(FACT::matcher)
        .filter(Matcher::matches)
        .map(fact -> new Line(fact.group(1), ESCAPED.matcher(fact.group(2)).replaceAll("$1")))
        .toList();
  }

  private List<Line> why(OpenTask task, Hazard hazard, Card card) {
    List<Line> why = new ArrayList<>();
    String groups = task.groups().stream().map(people::groupName).collect(Collectors.joining("、"));
    add(why, "由谁办理", groups);
    if (hazard != null) {
      add(why, "责任判定", hazard.authorityRule());
      add(why, "期限判定", hazard.deadlineRule());
      add(why, "督办级别", card.rung());
    }
    return why;
  }

  private static List<Line> basis(String documentation) {
    List<Line> basis = new ArrayList<>();
    Matcher part = BASIS.matcher(documentation.replaceAll("\\s+", " "));
    while (part.find()) {
      add(basis, part.group(1), part.group(2).strip());
    }
    if (basis.isEmpty()) {
      add(basis, "说明", documentation);
    }
    return basis;
  }

  private static void add(List<Line> lines, String label, String text) {
    if (text != null && !text.isBlank()) {
      lines.add(new Line(label, text));
    }
  }

  List<Happening> timeline(long caseId) {
    Map<String, String> units = new HashMap<>();
    List<Happening> timeline = new ArrayList<>();
    for (HazardEvent event : hazards.events(caseId)) {
      timeline.add(
          new Happening(
              event.happenedAt(),
              event.kind().chinese(),
              event.actorName(),
              units.computeIfAbsent(event.actor(), people::unitOf),
              event.detail()));
    }
    return timeline;
  }
}
