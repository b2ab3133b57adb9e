package rectify.population;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import rectify.deadline.Deadlines;

/** When people are at work: four times on a working day, and enterprises once on a rest day. */
public final class Days {

  private static final List<LocalTime> WORKING =
      List.of(
          LocalTime.of(9, 20), LocalTime.of(10, 50), LocalTime.of(14, 30), LocalTime.of(16, 40));
  private static final List<LocalTime> REST = List.of(LocalTime.of(10, 30));

  private final Deadlines deadlines;

  public Days(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  boolean isWorkingDay(LocalDate day) {
    return deadlines.isWorkingDay(day);
  }

  public List<LocalDateTime> hours(LocalDate day) {
    return (isWorkingDay(day) ? WORKING : REST).stream().map(day::atTime).toList();
  }

  LocalDateTime some(LocalDate day, SplittableRandom random) {
    return Draw.one(hours(day), random);
  }

  LocalDateTime firstAfter(LocalDateTime moment) {
    return hours(moment.toLocalDate()).stream()
        .filter(hour -> hour.isAfter(moment))
        .findFirst()
        .orElseGet(() -> hours(moment.toLocalDate().plusDays(1)).get(0));
  }

  /** Some time of a day, but not before there was anything to do. */
  LocalDateTime some(LocalDate day, LocalDateTime since, SplittableRandom random) {
    LocalDateTime wanted = some(day, random);
    return wanted.isAfter(since) ? wanted : firstAfter(since);
  }

  /** When an officer does it who takes so many working days. */
  LocalDateTime inOffice(LocalDateTime since, int workingDays, SplittableRandom random) {
    LocalDate day = deadlines.lastDayAfterWorkingDays(since.toLocalDate(), workingDays);
    LocalDateTime at = some(day, since, random);
    while (!isWorkingDay(at.toLocalDate())) {
      at = firstAfter(at);
    }
    return at;
  }

  /** The nth working day after a day. */
  public LocalDate workingDaysAfter(LocalDate day, int n) {
    return deadlines.lastDayAfterWorkingDays(day, n);
  }
}
