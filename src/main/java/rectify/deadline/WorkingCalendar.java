package rectify.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weekends, holidays and make-up working days. The first day of a period is not counted (民法典 art.
 * 201); a calendar-day period that ends on a rest day ends on the next working day (art. 203).
 */
final class WorkingCalendar {

  private final Set<LocalDate> daysOff;
  private final Set<LocalDate> makeUpDays;

  WorkingCalendar(Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {
    this.daysOff = Set.copyOf(daysOff);
    this.makeUpDays = Set.copyOf(makeUpDays);
  }

  static WorkingCalendar of(Collection<Holiday> holidays) {
    return new WorkingCalendar(dates(holidays, true), dates(holidays, false));
  }

  private static Set<LocalDate> dates(Collection<Holiday> holidays, boolean dayOff) {
    return holidays.stream()
        .filter(holiday -> holiday.dayOff() == dayOff)
        .map(Holiday::date)
        .collect(Collectors.toSet());
  }

  /**
   * Whether the year's notice is in. Every year's notice names 1 October (全国年节及纪念日放假办法 art. 2); a
   * single imported day, or a December day from the next year's notice, does not make a year known.
   */
  boolean knows(int year) {
    LocalDate nationalDay = LocalDate.of(year, Month.OCTOBER, 1);
    return daysOff.contains(nationalDay) || makeUpDays.contains(nationalDay);
  }

  /** The days on which people work under one of the two calendars and not under the other. */
  SortedSet<LocalDate> differences(WorkingCalendar other) {
    return Stream.of(daysOff, makeUpDays, other.daysOff, other.makeUpDays)
        .flatMap(Set::stream)
        .filter(day -> isWorkingDay(day) != other.isWorkingDay(day))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same calendar with these days the other way round. */
  WorkingCalendar flipped(Set<LocalDate> days) {
    Set<LocalDate> off = new HashSet<>(daysOff);
    Set<LocalDate> makeUp = new HashSet<>(makeUpDays);
    for (LocalDate day : days) {
      boolean working = isWorkingDay(day);
      off.remove(day);
      makeUp.remove(day);
      (working ? off : makeUp).add(day);
    }
    return new WorkingCalendar(off, makeUp);
  }

  boolean isWorkingDay(LocalDate day) {
    if (makeUpDays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !daysOff.contains(day);
  }

  /** The day itself if it is a working day, else the next one. */
  LocalDate roll(LocalDate day) {
    LocalDate rolled = day;
    while (!isWorkingDay(rolled)) {
      rolled = rolled.plusDays(1);
    }
    return rolled;
  }

  /** The nth working day after a day; for 0, the day itself, rolled. */
  LocalDate workingDaysAfter(LocalDate start, int n) {
    return n == 0 ? roll(start) : nthWorkingDay(start, n, 1);
  }

  /** The nth working day before a day; for 0, the day itself, whatever it is. */
  LocalDate workingDaysBefore(LocalDate end, int n) {
    return n == 0 ? end : nthWorkingDay(end, n, -1);
  }

  private LocalDate nthWorkingDay(LocalDate from, int n, int step) {
    LocalDate day = from;
    for (int counted = 0; counted < n; ) {
      day = day.plusDays(step);
      if (isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }

  /** The nth calendar day after a day, rolled to a working day. */
  LocalDate daysAfter(LocalDate start, int n) {
    return roll(start.plusDays(n));
  }

  /** The nth calendar day before a day, never rolled: rolling forward would shorten the notice. */
  LocalDate daysBefore(LocalDate end, int n) {
    return end.minusDays(n);
  }
}
