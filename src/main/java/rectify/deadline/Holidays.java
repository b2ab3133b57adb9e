package rectify.deadline;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The holidays in force: those of the library, and over them the imported ones. */
@Component
class Holidays {

  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2100;
  private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final List<Holiday> LIBRARY = library();

  private final HolidayMapper mapper;
  private volatile Snapshot snapshot;

  Holidays(HolidayMapper mapper) {
    this.mapper = mapper;
  }

  /** The calendar in force; what another node imported is seen within a minute. */
  WorkingCalendar calendar() {
    return snapshot().calendar;
  }

  /** The named days of a year, by date. */
  List<Holiday> of(int year) {
    return snapshot().holidays.stream().filter(day -> day.date().getYear() == year).toList();
  }

  /** Stores imported days; a day imported before is replaced. */
  @Transactional
  public void save(List<Holiday> days) {
    mapper.save(days);
  }

  void refresh() {
    snapshot = null;
  }

  private Snapshot snapshot() {
    Snapshot current = snapshot;
    if (current == null || System.nanoTime() - current.readAt > FRESH_NANOS) {
      Map<LocalDate, Holiday> days = new TreeMap<>();
      LIBRARY.forEach(day -> days.put(day.date(), day));
      mapper.all().forEach(day -> days.put(day.date(), day));
      current =
          new Snapshot(
              List.copyOf(days.values()), WorkingCalendar.of(days.values()), System.nanoTime());
      snapshot = current;
    }
    return current;
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
          new Holiday(
              LocalDate.of(day.getYear(), day.getMonth(), day.getDay()),
              holiday.getName(),
              !holiday.isWork()));
    }
    return List.copyOf(days);
  }

  private record Snapshot(List<Holiday> holidays, WorkingCalendar calendar, long readAt) {}
}
