package rectify.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.assessment.Assessments;
import rectify.light.Lights;
import rectify.reminder.SelfCheckReminder;
import rectify.selfcheck.MonthOpening;
import rectify.statistics.StatisticsSigning;

/** What the product does of itself on a day, at the hours of its jobs. */
@Component
class Rounds {

  private static final LocalTime MONTH_OPENING = LocalTime.of(0, 10);
  private static final LocalTime ASSESSMENT = LocalTime.of(6, 0);
  private static final LocalTime STATISTICS = LocalTime.of(6, 40);
  private static final LocalTime LATE_LISTS = LocalTime.of(7, 30);

  /** In life every morning; each time only what has come to light since is found. */
  private static final int DAYS_OF_GRACE_OVER = 9;

  /** In life every quarter of an hour; a light turns by a day that passed, or by a day's work. */
  private static final List<LocalTime> LIGHTS = List.of(LocalTime.of(0, 16), LocalTime.of(18, 1));

  private final MonthOpening opening;
  private final SelfCheckReminder reminder;
  private final Lights lights;
  private final Assessments assessments;
  private final StatisticsSigning statistics;

  Rounds(
      MonthOpening opening,
      SelfCheckReminder reminder,
      Lights lights,
      Assessments assessments,
      StatisticsSigning statistics) {
    this.opening = opening;
    this.reminder = reminder;
    this.lights = lights;
    this.assessments = assessments;
    this.statistics = statistics;
  }

  /** A job and its hour. */
  record Round(LocalTime at, Runnable job) {}

  List<Round> of(LocalDate day) {
    List<Round> rounds = new ArrayList<>();
    if (day.getDayOfMonth() == 1) {
      YearMonth month = YearMonth.from(day);
      rounds.add(new Round(MONTH_OPENING, () -> opening.open(month)));
    }
    if (day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfMonth() == DAYS_OF_GRACE_OVER) {
      rounds.add(new Round(ASSESSMENT, assessments::assessWhatIsDue));
    }
    rounds.add(new Round(STATISTICS, statistics::sweep));
    rounds.add(new Round(LATE_LISTS, reminder::sweep));
    LIGHTS.forEach(at -> rounds.add(new Round(at, lights::sweep)));
    return rounds;
  }
}
