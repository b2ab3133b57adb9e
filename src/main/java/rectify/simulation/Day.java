package rectify.simulation;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.identity.Actor;
import rectify.population.Habits;
import rectify.population.Habits.Errand;
import rectify.simulation.Script.Entrance;
import rectify.task.OpenTask;
import rectify.timer.SteppedTime;
import rectify.timer.SteppedTime.Due;

/** The work of a moment: many people at once. */
final class Day {

  private static final int TIMERS_A_READ = 5_000;

  private final Hands hands;
  private final SteppedTime time;
  private final Crowd crowd;
  private final Agenda agenda;
  private final Habits habits;
  private final Doings doings;
  private final Players players;
  private final Hazards hazards;
  private final AtomicLong done = new AtomicLong();

  private YearMonth month;
  private List<Errand> errands = List.of();

  Day(
      Hands hands,
      SteppedTime time,
      Crowd crowd,
      Agenda agenda,
      Habits habits,
      Doings doings,
      Players players,
      Hazards hazards) {
    this.hands = hands;
    this.time = time;
    this.crowd = crowd;
    this.agenda = agenda;
    this.habits = habits;
    this.doings = doings;
    this.players = players;
    this.hazards = hazards;
  }

  /** Tasks done, errands run and timers fired so far. */
  long done() {
    return done.get();
  }

  /** Fires the timers due by a moment, in the order in which they are due. */
  void fallDue(LocalDateTime moment) {
    LocalDateTime clock = time.now();
    List<Due> due = time.due(moment, TIMERS_A_READ);
    while (!due.isEmpty()) {
      for (int from = 0; from < due.size(); ) {
        LocalDateTime at = due.get(from).at();
        int to = from;
        while (to < due.size() && due.get(to).at().equals(at)) {
          to++;
        }
        if (at.isAfter(clock)) {
          clock = at;
          time.to(at);
        }
        agenda.add(
            crowd.each(
                due.subList(from, to),
                Due::rootInstance,
                timer -> hands.ofItself(() -> time.fire(timer.id()))));
        done.addAndGet(to - from);
        from = to;
      }
      due = time.due(moment, TIMERS_A_READ);
    }
  }

  /** Lets people do what they will have done by a moment, and what comes of it at once. */
  void work(LocalDateTime now) {
    List<Entrance> entrances = players.script().entrances(now);
    agenda.add(crowd.each(entrances, Entrance::lane, entrance -> enter(entrance, now)));
    done.addAndGet(entrances.size());
    List<Errand> errands = errandsOf(now);
    agenda.add(crowd.each(errands, Errand::firm, this::run));
    done.addAndGet(errands.size());
    List<Agenda.Entry> tasks = agenda.takeUntil(now);
    while (!tasks.isEmpty()) {
      agenda.add(crowd.each(tasks, Agenda.Entry::lane, entry -> complete(entry.task(), now)));
      done.addAndGet(tasks.size());
      tasks = agenda.takeUntil(now);
    }
  }

  private List<Errand> errandsOf(LocalDateTime now) {
    if (!YearMonth.from(now).equals(month)) {
      month = YearMonth.from(now);
      errands = new ArrayList<>(habits.errands(month));
    }
    return errands.stream().filter(errand -> errand.at().equals(now)).toList();
  }

  private List<OpenTask> run(Errand errand) {
    if (!errand.visit()) {
      return hands.begin(errand.firm().safetyOfficer(), errand.key(), () -> doings.report(errand));
    }
    String group = doings.visitors(errand);
    Actor officer = doings.visitor(errand, group);
    return hands.begin(officer, errand.key(), () -> doings.visit(errand, group, officer));
  }

  private List<OpenTask> enter(Entrance entrance, LocalDateTime now) {
    Actor person = players.somebody(entrance.group(), entrance.key());
    return hands.begin(
        person,
        entrance.key(),
        () -> players.play(entrance.key(), person, entrance.group(), now, entrance.act()));
  }

  private List<OpenTask> complete(OpenTask task, LocalDateTime now) {
    Hazard hazard = task.caseId() == null ? null : hazards.get(task.caseId());
    Actor person = doings.person(task, hazard);
    Script script = players.script();
    if (script.tells(task, hazard)) {
      return hands.complete(
          person,
          task,
          () ->
              players.play(
                  task.id(),
                  person,
                  task.groups().get(0),
                  now,
                  stage -> script.play(task, hazard, stage)));
    }
    return hands.complete(person, task, () -> doings.complete(task, hazard, person, now));
  }
}
