package rectify.simulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import rectify.deadline.Deadlines;
import rectify.evidence.EvidenceFiles;
import rectify.form.TaskForms;
import rectify.hazard.Hazards;
import rectify.inspection.VisitWork;
import rectify.population.City;
import rectify.population.Days;
import rectify.population.Draw;
import rectify.population.Habits;
import rectify.population.Plan;
import rectify.population.Settlement;
import rectify.refusal.Refusal;
import rectify.selfcheck.Sheets;
import rectify.task.OpenTasks;
import rectify.timer.SteppedTime;
import rectify.watch.Heartbeat;

/**
 * Lets a city live for a while. Time goes from one moment to the next: first what falls due on the
 * way, each thing at its time, then what the jobs of the product do, then what people do. Whatever
 * was interrupted is taken up again where the tables say it is.
 */
@Service
public class CitySimulation {

  private final SimulationMapper mapper;
  private final Settlement settlement;
  private final Hands hands;
  private final Births births;
  private final SteppedTime time;
  private final TaskForms forms;
  private final OpenTasks openTasks;
  private final Sheets sheets;
  private final EvidenceFiles evidence;
  private final VisitWork visits;
  private final Hazards hazards;
  private final Deadlines deadlines;
  private final Rounds rounds;
  private final Heartbeat heartbeat;

  CitySimulation(
      SimulationMapper mapper,
      Settlement settlement,
      Hands hands,
      Births births,
      SteppedTime time,
      TaskForms forms,
      OpenTasks openTasks,
      Sheets sheets,
      EvidenceFiles evidence,
      VisitWork visits,
      Hazards hazards,
      Deadlines deadlines,
      Rounds rounds,
      Heartbeat heartbeat) {
    this.mapper = mapper;
    this.settlement = settlement;
    this.hands = hands;
    this.births = births;
    this.time = time;
    this.forms = forms;
    this.openTasks = openTasks;
    this.sheets = sheets;
    this.evidence = evidence;
    this.visits = visits;
    this.hazards = hazards;
    this.deadlines = deadlines;
    this.rounds = rounds;
    this.heartbeat = heartbeat;
  }

  /**
   * Works a plan, or what is left of it.
   *
   * @param progress hears a line for each simulated day
   * @return the city with the truth about it
   * @throws Refusal if the database holds anything else than this simulation
   */
  City run(Plan plan, Consumer<String> progress) {
    return work(
        plan,
        new Unscripted(),
        () -> settlement.settle(plan.seed(), plan.enterprises(), plan.profile()),
        progress);
  }

  /**
   * Makes a history, or what is left of it, of the enterprises and people who are there; people who
   * are missing come, so that every authority has somebody.
   *
   * @param progress hears a line for each simulated day
   * @throws Refusal if the database holds what no history made
   */
  public void make(History history, Consumer<String> progress) {
    Plan plan = history.plan(settlement.size());
    work(plan, history.script(), () -> settlement.populate(plan.seed(), plan.profile()), progress);
  }

  /** Whether there is no enterprise, no case, no check and no inspection yet. */
  public boolean isUntouched() {
    return settlement.size() == 0 && mapper.find() == null && mapper.cases() == 0;
  }

  private City work(Plan plan, Script script, Supplier<City> settlers, Consumer<String> progress) {
    Simulation begun = mapper.find();
    refuseOther(plan, begun);
    LocalDateTime from = begun == null ? plan.first().atStartOfDay() : begun.workedUntil();
    try {
      time.to(from);
      if (begun == null) {
        mapper.insert(new Simulation(plan.seed(), plan.profileHash(), plan.enterprises(), from));
      }
      City city = settlers.get();
      try (Crowd crowd = new Crowd(plan.threads())) {
        live(plan, script, city, crowd, from, progress);
      }
      return city;
    } finally {
      time.backToNow();
    }
  }

  private void refuseOther(Plan plan, Simulation begun) {
    if (begun == null) {
      if (mapper.cases() > 0) {
        throw new Refusal("数据库里已有不是模拟产生的自查、隐患或检查，不能在其中模拟，请换一个空的数据库。");
      }
    } else if (begun.seed() != plan.seed()
        || begun.enterprises() != plan.enterprises()
        || !begun.profileHash().equals(plan.profileHash())) {
      throw new Refusal(
          "数据库里的模拟是用种子%d、%d家企业和另一套参数开始的，请用原来的参数继续，或换一个空的数据库。"
              .formatted(begun.seed(), begun.enterprises()));
    }
  }

  private void live(
      Plan plan,
      Script script,
      City city,
      Crowd crowd,
      LocalDateTime from,
      Consumer<String> progress) {
    Draw draw = new Draw(plan.seed());
    Days days = new Days(deadlines);
    Habits habits = new Habits(draw, plan.profile(), city, days);
    Doors doors = new Doors(forms, openTasks, sheets, evidence, visits, births, script);
    Doings doings = new Doings(draw, plan.profile(), city, days, habits, doors);
    Players players = new Players(draw, city, doors);
    Agenda agenda = new Agenda(habits, script, hazards);
    agenda.add(openTasks.all());
    Day day = new Day(hands, time, crowd, agenda, habits, doings, players, hazards);
    Progress pace = new Progress(from, plan.until(), progress);
    for (LocalDate date = from.toLocalDate();
        date.atStartOfDay().isBefore(plan.until());
        date = date.plusDays(1)) {
      for (Moment moment : moments(date, days)) {
        if (moment.at().isAfter(from) && moment.at().isBefore(plan.until())) {
          day.fallDue(moment.at());
          time.to(moment.at());
          agenda.add(hands.ofItself(moment.job()));
          if (moment.atWork()) {
            day.work(moment.at());
          }
          mapper.workedUntil(moment.at());
        }
      }
      pace.day(date, day.done(), agenda.size(), hands.repeats());
    }
    day.fallDue(plan.until().minusSeconds(1));
    mapper.workedUntil(plan.until().minusSeconds(1));
    // a product that starts on this city later has stood still since then
    heartbeat.beatAnew();
  }

  /**
   * A moment of a day.
   *
   * @param job what the product does of itself
   * @param atWork whether people work then
   */
  private record Moment(LocalDateTime at, Runnable job, boolean atWork) {}

  private List<Moment> moments(LocalDate date, Days days) {
    List<Moment> moments = new ArrayList<>();
    rounds
        .of(date)
        .forEach(round -> moments.add(new Moment(date.atTime(round.at()), round.job(), false)));
    days.hours(date).forEach(at -> moments.add(new Moment(at, () -> {}, true)));
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }
}
