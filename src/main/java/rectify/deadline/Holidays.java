package rectify.deadline;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holidays in force: those of the library, over them the imported ones, and where a year's
 * notice was imported whole, nothing but it.
 */
@Component
class Holidays {

  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2100;
  private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final List<Holiday> LIBRARY = library();

  private final HolidayMapper mapper;
  private final ThreadLocal<WorkingCalendar> supposed = new ThreadLocal<>();
  private volatile Snapshot snapshot;

  Holidays(HolidayMapper mapper) {
    this.mapper = mapper;
  }

  /** The calendar in force; what another node imported is seen within a minute. */
  WorkingCalendar calendar() {
    WorkingCalendar other = supposed.get();
    return other == null ? snapshot().calendar : other;
  }

  /** Does something, in this thread, as if another calendar were in force. */
  <T> T under(WorkingCalendar other, Supplier<T> work) {
    WorkingCalendar outer = supposed.get();
    supposed.set(other);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        supposed.remove();
      } else {
        supposed.set(outer);
      }
    }
  }

  /** The named days of a year, by date. */
  List<Holiday> of(int year) {
    return snapshot().holidays.stream().filter(day -> day.date().getYear() == year).toList();
  }

  /** The days that would be in force, by date. */
  List<Holiday> with(List<Holiday> days, Set<Integer> wholeYears) {
    Set<Integer> whole = new HashSet<>(mapper.wholeYears());
    whole.addAll(wholeYears);
    List<Holiday> imported = new ArrayList<>(mapper.all());
    imported.removeIf(day -> wholeYears.contains(day.noticeYear()));
    imported.addAll(days);
    return inForce(imported, whole);
  }

  /**
   * Stores imported days; a day imported before is replaced, and so is the whole of these years.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(List<Holiday> days, Set<Integer> wholeYears, LocalDateTime at, String person) {
    if (!wholeYears.isEmpty()) {
      mapper.forget(wholeYears);
      wholeYears.forEach(year -> mapper.markWhole(year, at, person));
    }
    mapper.save(days);
  }

  void refresh() {
    snapshot = null;
  }

  private Snapshot snapshot() {
    Snapshot current = snapshot;
    if (current == null || System.nanoTime() - current.readAt > FRESH_NANOS) {
      List<Holiday> days = inForce(mapper.all(), mapper.wholeYears());
      current = new Snapshot(days, WorkingCalendar.of(days), System.nanoTime());
      snapshot = current;
    }
    return current;
  }

  private static List<Holiday> inForce(List<Holiday> imported, Set<Integer> wholeYears) {
    Map<LocalDate, Holiday> days = new TreeMap<>();
    LIBRARY.stream()
        .filter(day -> !wholeYears.contains(day.noticeYear()))
        .forEach(day -> days.put(day.date(), day));
    imported.forEach(day -> days.put(day.date(), day));
    return List.copyOf(days.values());
  }

  /**
   * From the library's first day to each next: asking for every date of a century takes seconds of
   * every start.
   */
  private static List<Holiday> library() {
    List<Holiday> days = new ArrayList<>();
    for (LegalHoliday holiday = LegalHoliday.fromYmd(2001, 12, 29);
        holiday != null;
        holiday = holiday.next(1)) {
      SolarDay day = holiday.getDay();
      days.add(
          Holiday.of(
              LocalDate.of(day.getYear(), day.getMonth(), day.getDay()),
              holiday.getName(),
              !holiday.isWork()));
    }
    return List.copyOf(days);
  }

  private record Snapshot(List<Holiday> holidays, WorkingCalendar calendar, long readAt) {}
}
