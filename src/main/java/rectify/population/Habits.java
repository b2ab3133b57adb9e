package rectify.population;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.inspection.Orders;
import rectify.population.City.Firm;
import rectify.selfcheck.SelfCheck;
import rectify.task.OpenTask;

/**
 * When people do what they have to do; null is never. Every answer is drawn by a key that does not
 * depend on the database's ids.
 */
public final class Habits {

  private static final int BULK_AFTER_DAYS = 5;
  private static final LocalTime BULK_AT = LocalTime.of(14, 30);

  private final Draw draw;
  private final BehaviourProfile profile;
  private final City city;
  private final Days days;

  public Habits(Draw draw, BehaviourProfile profile, City city, Days days) {
    this.draw = draw;
    this.profile = profile;
    this.city = city;
    this.days = days;
  }

  /** The random numbers of a task, whatever ids the database gave. */
  public SplittableRandom of(String about, OpenTask task, Hazard hazard) {
    String who = task.groups().isEmpty() ? "" : task.groups().get(0);
    Firm firm = city.firms().get(who);
    return draw.of(
        about,
        task.processKey(),
        task.step(),
        firm == null ? who : firm.code(),
        task.title(),
        task.createdAt(),
        hazard == null ? "" : key(hazard));
  }

  String key(Hazard hazard) {
    return "%s|%s|%s|%s|%s"
        .formatted(
            city.firm(hazard.enterpriseId()).code(),
            hazard.source(),
            hazard.foundAt(),
            hazard.location(),
            hazard.description());
  }

  /**
   * When a task will be done.
   *
   * @param hazard the case it is of; null if it is of none
   */
  public LocalDateTime when(OpenTask task, Hazard hazard) {
    SplittableRandom random = of("when", task, hazard);
    LocalDateTime since = task.createdAt();
    String group = task.groups().get(0);
    return switch (task.step()) {
      case SelfCheck.CHECK -> check(city.firms().get(group), task, random);
      case SelfCheck.DESCRIBE -> describe(city.firms().get(group), since, random);
      case HazardRectification.RECTIFY -> rectify(city.firms().get(group), task, hazard, random);
      case HazardRectification.SUBMIT_PLAN ->
          days.inOffice(since, Draw.between(1, 4, random), random);
      case HazardRectification.ACKNOWLEDGE_MAJOR -> days.inOffice(since, 0, random);
      case HazardRectification.REVIEW_PLAN ->
          days.inOffice(since, Draw.between(1, 4, random), random);
      case HazardRectification.DECIDE_EXTENSION ->
          days.inOffice(since, Draw.between(0, 1, random), random);
      case HazardRectification.VERIFY ->
          days.inOffice(
              since,
              slack(group) ? Draw.between(6, 9, random) : Draw.between(0, 3, random),
              random);
      case Orders.RECHECK ->
          days.inOffice(
              since,
              slack(group) ? Draw.between(9, 13, random) : Draw.between(1, 4, random),
              random);
      case Orders.ACCEPT_TRANSFER ->
          days.inOffice(since, slack(group) ? 4 : Draw.between(0, 1, random), random);
      case Orders.DESIGNATE_AUTHORITY -> days.inOffice(since, 1, random);
      default ->
          city.firms().containsKey(group) || !slack(group)
              ? days.inOffice(since, Draw.between(0, 2, random), random)
              : null;
    };
  }

  private LocalDateTime check(Firm firm, OpenTask task, SplittableRandom random) {
    LocalDate last = task.dueAt().toLocalDate();
    return switch (firm.behaviour()) {
      case IDLE -> null;
      case LATE -> days.some(last.plusDays(Draw.between(1, 4, random)), task.createdAt(), random);
      default ->
          days.some(
              last.withDayOfMonth(reportDay(firm, YearMonth.from(last))), task.createdAt(), random);
    };
  }

  private LocalDateTime describe(Firm firm, LocalDateTime since, SplittableRandom random) {
    if (firm.behaviour() != Behaviour.BULK
        && Draw.happens(profile.checks().undescribed(), random)) {
      return null;
    }
    return days.firstAfter(since);
  }

  private LocalDateTime rectify(Firm firm, OpenTask task, Hazard hazard, SplittableRandom random) {
    LocalDateTime since = task.createdAt();
    LocalDate due = hazard.dueAt();
    boolean again = hazard.returnedTimes() > 0;
    if (asksForMoreTime(task, hazard)) {
      return days.some(since.toLocalDate().plusDays(1), since, random);
    }
    return switch (firm.behaviour()) {
      case IDLE ->
          days.some(
              due.plusDays(Draw.between(3, 2 * profile.rectification().mostDaysOver(), random)),
              since,
              random);
      case LATE ->
          Draw.happens(profile.rectification().overdue(), random)
              ? days.some(
                  due.plusDays(Draw.between(1, profile.rectification().mostDaysOver(), random)),
                  since,
                  random)
              : inTime(since, due, again, random);
      case LAST_DAY -> days.some(due, since, random);
      case BULK -> {
        LocalDateTime at = bulk(since.toLocalDate().plusDays(BULK_AFTER_DAYS));
        yield again || at.toLocalDate().isAfter(due) ? inTime(since, due, again, random) : at;
      }
      default -> inTime(since, due, again, random);
    };
  }

  private LocalDateTime bulk(LocalDate day) {
    List<LocalDateTime> hours = days.hours(day);
    return hours.contains(day.atTime(BULK_AT)) ? day.atTime(BULK_AT) : hours.get(0);
  }

  /** Some days from now, and sometimes on the last of them. */
  private LocalDateTime inTime(
      LocalDateTime since, LocalDate due, boolean again, SplittableRandom random) {
    LocalDate from = since.toLocalDate();
    long left = ChronoUnit.DAYS.between(from, due);
    if (left < 1) {
      return days.firstAfter(since);
    }
    int most = (int) Math.min(left, again ? 2 : left);
    return days.some(from.plusDays(Draw.between(1, most, random)), since, random);
  }

  /** Whether an enterprise asks for more time: once, at the beginning, and with time to decide. */
  public boolean asksForMoreTime(OpenTask task, Hazard hazard) {
    Firm firm = city.firm(hazard.enterpriseId());
    boolean honest = firm.behaviour() == Behaviour.HONEST || firm.behaviour() == Behaviour.LATE;
    LocalDate asked = task.createdAt().toLocalDate().plusDays(1);
    return honest
        && !hazard.isMajor()
        && hazard.returnedTimes() == 0
        && task.createdAt().isBefore(hazard.foundAt().plusMinutes(1))
        && days.workingDaysAfter(asked, 2).plusDays(1).isBefore(hazard.dueAt())
        && Draw.happens(profile.rectification().extension(), of("extension", task, hazard));
  }

  /** Whether an authority lets its own deadlines pass. */
  boolean slack(String group) {
    return draw.share("slack", group) < profile.authorities().slack();
  }

  /** A visit of inspectors, or a hazard reported between two checks. */
  public record Errand(Firm firm, LocalDateTime at, boolean visit) {

    public String key() {
      return (visit ? "visit" : "between") + "|" + firm.code() + "|" + at;
    }
  }

  /** What happens in a month without being asked for, in the order of time. */
  public List<Errand> errands(YearMonth month) {
    List<LocalDate> working =
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(days::isWorkingDay).toList();
    List<Errand> errands = new ArrayList<>();
    for (Firm firm : city.firms().values()) {
      SplittableRandom random = draw.of("errands", firm.code(), month);
      if (firm.behaviour() == Behaviour.CONTRADICTED && firm.enterprise().enrolled()) {
        if (Draw.happens(profile.inspections().afterDoubtful(), random)) {
          errands.add(new Errand(firm, afterTheReport(firm, month, random), true));
        }
      } else if (Draw.happens(profile.inspections().monthly(), random)) {
        errands.add(new Errand(firm, days.some(Draw.one(working, random), random), true));
      }
      if (reportsBetweenChecks(firm) && Draw.happens(profile.checks().between(), random)) {
        errands.add(new Errand(firm, days.some(Draw.one(working, random), random), false));
      }
    }
    errands.sort(Comparator.comparing(Errand::at));
    return errands;
  }

  /** Some working days after the report, in the same month if there are as many left. */
  private LocalDateTime afterTheReport(Firm firm, YearMonth month, SplittableRandom random) {
    LocalDate reported = month.atDay(reportDay(firm, month));
    LocalDate visited = days.workingDaysAfter(reported, Draw.between(1, 4, random));
    LocalDate last = month.atEndOfMonth();
    while (!days.isWorkingDay(last)) {
      last = last.minusDays(1);
    }
    return days.some(visited.isAfter(last) ? last : visited, random);
  }

  /** On which day of a month an enterprise reports that reports in time. */
  private int reportDay(Firm firm, YearMonth month) {
    return Draw.between(2, month.lengthOfMonth() - 2, draw.of("report", firm.code(), month));
  }

  private static boolean reportsBetweenChecks(Firm firm) {
    return firm.enterprise().enrolled()
        && switch (firm.behaviour()) {
          case IDLE, ZERO, CONTRADICTED -> false;
          default -> true;
        };
  }
}
