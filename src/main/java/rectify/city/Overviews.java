package rectify.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.city.Overview.CountyLine;
import rectify.city.Overview.DueTask;
import rectify.deadline.Deadlines;
import rectify.desk.Card;
import rectify.desk.Desk;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.jurisdiction.Jurisdictions;
import rectify.light.Lights;
import rectify.register.Ledger;
import rectify.register.LedgerFigures;
import rectify.selfcheck.SelfChecks;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;
import rectify.task.TaskLists;

/** Puts together what a person sees first, from the methods that answer them elsewhere. */
@Service
class Overviews {

  private static final int MOST_DUE = 8;

  private final TaskLists lists;
  private final OpenTasks tasks;
  private final Desk desk;
  private final Ledger ledger;
  private final SelfChecks checks;
  private final Lights lights;
  private final Jurisdictions jurisdictions;
  private final Deadlines deadlines;
  private final People people;
  private final Clock clock;

  Overviews(
      TaskLists lists,
      OpenTasks tasks,
      Desk desk,
      Ledger ledger,
      SelfChecks checks,
      Lights lights,
      Jurisdictions jurisdictions,
      Deadlines deadlines,
      People people,
      Clock clock) {
    this.lists = lists;
    this.tasks = tasks;
    this.desk = desk;
    this.ledger = ledger;
    this.checks = checks;
    this.lights = lights;
    this.jurisdictions = jurisdictions;
    this.deadlines = deadlines;
    this.people = people;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  Overview ofToday() {
    Actor actor = people.current();
    Standing standing = actor.standing();
    Role role = Role.of(standing);
    LocalDate today = LocalDate.now(clock);
    TaskLists.Due due =
        lists.due(actor.groups(), Deadlines.lastMoment(today).plusSeconds(1), MOST_DUE);
    boolean watches = standing.manager() || standing.processDesigner();
    return new Overview(
        today,
        deadlines.isWorkingDay(today),
        role,
        lists.counted(),
        due(due.ids()),
        due.total(),
        role.worksOnCases() ? ledger.figures() : LedgerFigures.NONE,
        role.worksOnCases() ? checks.month() : null,
        standing.enterprises().stream().sorted().map(lights::of).toList(),
        standing.isCityLevel() ? counties() : List.of(),
        watches ? lists.processes() : List.of(),
        standing.administrator() ? Long.valueOf(lists.incidents()) : null);
  }

  private List<DueTask> due(List<String> ids) {
    Map<String, OpenTask> open =
        tasks.of(ids).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
    Map<String, Card> cards =
        desk.cards(ids).stream().collect(Collectors.toMap(Card::taskId, Function.identity()));
    return ids.stream()
        .filter(id -> open.containsKey(id) && cards.containsKey(id))
        .map(id -> new DueTask(open.get(id).name(), cards.get(id)))
        .toList();
  }

  private List<CountyLine> counties() {
    return ledger.countyFigures().stream()
        .map(
            figures ->
                new CountyLine(
                    figures.countyCode(),
                    jurisdictions.placeName(figures.countyCode()),
                    figures.open(),
                    figures.overdue(),
                    figures.major(),
                    figures.reported()))
        .toList();
  }
}
