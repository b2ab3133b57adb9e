package rectify.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import rectify.assessment.AssessmentFinding;
import rectify.deadline.Deadlines;
import rectify.demo.Scene.Cue;
import rectify.enterprise.Enterprise;
import rectify.hazard.Hazard;
import rectify.identity.GroupIds;
import rectify.inspection.Inspection;
import rectify.light.RedLightAttention;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.SelfCheck;
import rectify.simulation.Script;
import rectify.simulation.Stage;
import rectify.statistics.StatisticsSigning;
import rectify.supervision.DutySupervision;
import rectify.task.OpenTask;

/**
 * Tells the scenes, and leaves what came up lately in the demo people's units to those who open the
 * demo.
 */
final class DemoScript implements Script {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

  /** Working days before the end; what is older goes by habit. */
  private static final int LATELY = 4;

  /** Where a demo person's unit leaves something longer. */
  private static final Map<String, Integer> LONGER =
      Map.of(
          RedLightAttention.ATTEND, 8,
          AssessmentFinding.EXPLAIN, 6,
          AssessmentFinding.REVIEW, 6,
          StatisticsSigning.SIGN, 24,
          StatisticsSigning.SUPERVISE, 8,
          SelfCheckReminder.CHECK_UP, 24,
          SelfCheckReminder.SUPERVISE_TOWNSHIP, 24);

  /** What even an office that lets its own deadlines pass does not leave for months. */
  private static final Set<String> DONE_IN_THE_END =
      Set.of(
          StatisticsSigning.SIGN,
          StatisticsSigning.SUPERVISE,
          DutySupervision.ASK_SUPERIOR,
          DutySupervision.ASK_TOP);

  private static final String SIGN = StatisticsSigning.SIGN;

  /** The one office that is late with a table; the others have only those that are not due yet. */
  private static final String SIGNS_LATE = GroupIds.office("350583");

  private static final int DESCRIBED_WITHIN = 3;
  private static final String OPEN_CHECK = "jj";
  private static final String CHECK = SelfCheck.CHECK;
  private static final String DESCRIBE = SelfCheck.DESCRIBE;

  private final DemoFirms firms;
  private final DemoHabits habits;
  private final Deadlines deadlines;
  private final LocalDate lastDay;
  private final Set<String> units;
  private final Map<String, Enterprise> named;

  /** What begins, earliest first. */
  private final PriorityQueue<Begun> beginnings =
      new PriorityQueue<>(Comparator.comparing(Begun::at).thenComparing(Begun::number));

  /** What is still told of a case, by what it is about. */
  private final Map<String, List<Cue>> told = new HashMap<>();

  /** The turns that are promised, by the task's id. */
  private final Map<String, Cue> promised = new HashMap<>();

  private record Begun(int number, LocalDateTime at, Entrance entrance) {}

  DemoScript(
      List<Scene> scenes,
      DemoFirms firms,
      DemoHabits habits,
      Deadlines deadlines,
      LocalDate lastDay) {
    this.firms = firms;
    this.habits = habits;
    this.deadlines = deadlines;
    this.lastDay = lastDay;
    this.units = firms.units();
    this.named = firms.byName();
    for (Scene scene : scenes) {
      int number = beginnings.size();
      beginnings.add(
          new Begun(number, begins(scene, deadlines, lastDay), entrance(scene, "scene|" + number)));
      if (scene.location() != null) {
        told.put(about(scene), new ArrayList<>(scene.cues()));
      }
    }
  }

  /** From when on everything is left to those who open the demo. */
  LocalDateTime lately() {
    return deadlines.dayBeforeWorkingDays(lastDay.plusDays(1), LATELY).atStartOfDay();
  }

  private Entrance entrance(Scene scene, String key) {
    Enterprise firm = firm(scene);
    SceneStart start = new SceneStart(scene, firm, firms.department(firm));
    return new Entrance(key, start.group(), firm.id(), start::play);
  }

  static LocalDateTime begins(Scene scene, Deadlines deadlines, LocalDate lastDay) {
    if (scene.due() == null) {
      return deadlines
          .dayBeforeWorkingDays(lastDay.plusDays(1), scene.ago() + 1)
          .atTime(scene.ago() == 0 ? AFTERNOON : MORNING);
    }
    LocalDate due =
        scene.due() < 0
            ? deadlines.lastDayAfterWorkingDays(lastDay, -scene.due())
            : deadlines.dayBeforeWorkingDays(lastDay.plusDays(1), scene.due() + 1);
    LocalDate begins = due.minusDays(scene.days());
    // before a long holiday the next working day is further away than the case has days
    return (begins.isAfter(lastDay) ? lastDay : begins).atTime(MORNING);
  }

  private String about(Scene scene) {
    return about(firm(scene).id(), scene.location(), scene.description());
  }

  private static String about(long firm, String location, String description) {
    return firm + "|" + location + "|" + description;
  }

  private Enterprise firm(Scene scene) {
    Enterprise firm = named.get(scene.firm());
    if (firm == null) {
      throw new IllegalStateException("the demo register has no " + scene.firm());
    }
    return firm;
  }

  @Override
  public synchronized List<Entrance> entrances(LocalDateTime now) {
    List<Entrance> due = new ArrayList<>();
    while (!beginnings.isEmpty() && !beginnings.peek().at().isAfter(now)) {
      due.add(beginnings.poll().entrance());
    }
    return due;
  }

  @Override
  public boolean tells(OpenTask task, Hazard hazard) {
    return task.processKey().equals(Inspection.KEY)
        || isOfScene(task, hazard)
        || isOpenCheckOfVisitor(task)
        || isLeftToVisitors(task);
  }

  private boolean isOfScene(OpenTask task, Hazard hazard) {
    return hazard != null
        && Turn.isStep(task.step())
        && told.containsKey(about(hazard.enterpriseId(), hazard.location(), hazard.description()));
  }

  private boolean isLeftToVisitors(OpenTask task) {
    LocalDate day = task.createdAt().toLocalDate();
    if (task.step().equals(DESCRIBE)) {
      return isWithin(DESCRIBED_WITHIN, day);
    }
    if (task.groups().stream().noneMatch(units::contains)) {
      return false;
    }
    return task.step().equals(SIGN) && !task.groups().contains(SIGNS_LATE)
        ? !task.dueAt().toLocalDate().isBefore(lastDay)
        : isWithin(LONGER.getOrDefault(task.step(), LATELY), day);
  }

  private boolean isWithin(int workingDays, LocalDate day) {
    return !day.isBefore(deadlines.dayBeforeWorkingDays(lastDay.plusDays(1), workingDays));
  }

  /** One demo enterprise leaves its newest self-check open, the other does it when it will. */
  private boolean isOpenCheckOfVisitor(OpenTask task) {
    return task.step().equals(CHECK)
        && task.groups().contains(GroupIds.enterprise(named.get(OPEN_CHECK).id()))
        && !task.dueAt().toLocalDate().isBefore(lastDay);
  }

  @Override
  public synchronized LocalDateTime when(OpenTask task, Hazard hazard) {
    if (!isOfScene(task, hazard)) {
      return null;
    }
    List<Cue> left =
        told.get(about(hazard.enterpriseId(), hazard.location(), hazard.description()));
    for (Cue cue : left) {
      if (cue.turn().step().equals(task.step())) {
        left.remove(cue);
        promised.put(task.id(), cue);
        return soonest(task.createdAt(), cue.after());
      }
    }
    return null;
  }

  private LocalDateTime soonest(LocalDateTime since, int workingDays) {
    LocalDate day = since.toLocalDate();
    return workingDays == 0 && deadlines.isWorkingDay(day)
        ? since.plusMinutes(1)
        : deadlines.lastDayAfterWorkingDays(day, Math.max(1, workingDays)).atTime(MORNING);
  }

  @Override
  public LocalDateTime inTheEnd(OpenTask task) {
    return DONE_IN_THE_END.contains(task.step()) && task.groups().stream().anyMatch(units::contains)
        ? soonest(task.createdAt(), 2)
        : null;
  }

  @Override
  public void play(OpenTask task, Hazard hazard, Stage stage) {
    Turn turn = turn(task);
    if (turn.photo() != null) {
      SplittableRandom random = new SplittableRandom(task.id().hashCode());
      stage.photo(task, turn.photo(), DemoPictures.of(turn.photo(), random));
    }
    stage.complete(task, turn.form(hazard, stage, deadlines));
    if (turn.makesCurious()) {
      habits.follow(hazard);
    }
  }

  private synchronized Turn turn(OpenTask task) {
    return promised.get(task.id()).turn();
  }

  @Override
  public byte[] picture(String kind, SplittableRandom random) {
    return DemoPictures.of(kind, random);
  }
}
