package rectify.deadline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rectify.engine.EngineClock;
import rectify.engine.ProcessBean;
import rectify.refusal.Refusal;

/**
 * Turns an anchor and a period into a moment, for timers and due dates in a model and for Java.
 *
 * <p>An anchor is a {@link LocalDate}, a {@link LocalDateTime} (China time), a {@link Date}, or an
 * ISO text such as {@code 2026-03-02} or {@code 2026-03-02T09:00:00}; anything else, null included,
 * is refused. Its day is not counted (民法典 art. 201). A period is 0 to 3650 days. A day-level
 * deadline ends at 23:59:59 in China, a reminder ("Before") is due at 09:00:00.
 *
 * <p>A year whose holidays are not known counts weekends only, with a warning in the log, once.
 */
@ProcessBean("deadlines")
public class Deadlines {

  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
  private static final int LONGEST_DAYS = 3650;
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendOptional(
              new DateTimeFormatterBuilder()
                  .appendLiteral('T')
                  .append(DateTimeFormatter.ISO_LOCAL_TIME)
                  .appendPattern("[XXX][XX]")
                  .toFormatter())
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private final Holidays holidays;
  private final Set<Integer> warnedYears = ConcurrentHashMap.newKeySet();

  Deadlines(Holidays holidays) {
    this.holidays = holidays;
  }

  /** The end of the nth working day after the anchor; for 0, of its day or the next working day. */
  public Date workingDaysAfter(Object anchor, int n) {
    return end(lastDayAfterWorkingDays(day(anchor), n));
  }

  /**
   * The first moment after the nth working day: what is due within n working days is due before.
   */
  public Date afterWorkingDays(Object anchor, int n) {
    return date(lastDayAfterWorkingDays(day(anchor), n).plusDays(1).atStartOfDay());
  }

  /** 09:00 of the nth working day before the anchor; for 0, of the anchor's own day. */
  public Date workingDaysBefore(Object anchor, int n) {
    return morning(dayBeforeWorkingDays(day(anchor), n));
  }

  /**
   * The end of the nth calendar day after the anchor; if that is a rest day, of the next working
   * day (民法典 art. 203).
   */
  public Date daysAfter(Object anchor, int n) {
    return end(lastDayAfterDays(day(anchor), n));
  }

  /** 09:00 of the nth calendar day before the anchor, rest day or not. */
  public Date daysBefore(Object anchor, int n) {
    return morning(dayBeforeDays(day(anchor), n));
  }

  /** The end of the anchor's own day, rest day or not: a date printed on an order does not roll. */
  public Date endOf(Object anchor) {
    return end(day(anchor));
  }

  /** Clock time: so many hours (0 to 87600) after the anchor; a date alone begins at 00:00. */
  public Date hoursAfter(Object anchor, int hours) {
    return date(moment(anchor).plusHours(within(hours, LONGEST_DAYS * 24, "小时数")));
  }

  /** The nth working day after a day; for 0, the day itself or the next working day. */
  public LocalDate lastDayAfterWorkingDays(LocalDate from, int n) {
    LocalDate start = day(from);
    LocalDate last = calendar().workingDaysAfter(start, days(n));
    warn(start, last);
    return last;
  }

  /** The nth working day before a day; for 0, the day itself. */
  public LocalDate dayBeforeWorkingDays(LocalDate until, int n) {
    LocalDate end = day(until);
    LocalDate first = calendar().workingDaysBefore(end, days(n));
    warn(first, end);
    return first;
  }

  /** The nth calendar day after a day, or the next working day if that is a rest day. */
  public LocalDate lastDayAfterDays(LocalDate from, int n) {
    LocalDate start = day(from);
    LocalDate last = calendar().daysAfter(start, days(n));
    warn(start, last);
    return last;
  }

  /** The nth calendar day before a day, rest day or not. */
  public LocalDate dayBeforeDays(LocalDate until, int n) {
    return calendar().daysBefore(day(until), days(n));
  }

  /** How many working days are left after a day up to another and with it. */
  public int workingDaysUntil(LocalDate from, LocalDate until) {
    LocalDate start = day(from);
    LocalDate end = day(until);
    warn(start, end);
    WorkingCalendar calendar = calendar();
    return (int)
        start.datesUntil(end).map(day -> day.plusDays(1)).filter(calendar::isWorkingDay).count();
  }

  /** Whether people work that day; a deadline on another day deserves a hint. */
  public boolean isWorkingDay(LocalDate day) {
    LocalDate asked = day(day);
    warn(asked, asked);
    return calendar().isWorkingDay(asked);
  }

  /** The last second of a day, when its deadline ends, in China time. */
  public static LocalDateTime lastMoment(LocalDate day) {
    return day.atTime(LAST_SECOND);
  }

  /**
   * A Chinese sentence for the person if the holidays of any year from one day to another are not
   * known, so that a date there may still move; empty if all are known.
   */
  public Optional<String> yearsWithoutData(LocalDate from, LocalDate to) {
    WorkingCalendar calendar = calendar();
    String years =
        IntStream.rangeClosed(day(from).getYear(), day(to).getYear())
            .filter(year -> !calendar.knows(year))
            .mapToObj(year -> year + " 年")
            .collect(Collectors.joining("、"));
    return years.isEmpty()
        ? Optional.empty()
        : Optional.of(years + "的节假日安排尚未导入，相关期限暂按周末推算，请系统管理员在国务院办公厅通知公布后及时导入。");
  }

  private void warn(LocalDate from, LocalDate to) {
    WorkingCalendar calendar = calendar();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (!calendar.knows(year) && warnedYears.add(year)) {
        LocalDate any = LocalDate.ofYearDay(year, 1);
        yearsWithoutData(any, any).ifPresent(LOG::warn);
      }
    }
  }

  private WorkingCalendar calendar() {
    return holidays.calendar();
  }

  private static LocalDate day(Object anchor) {
    return moment(anchor).toLocalDate();
  }

  private static LocalDateTime moment(Object anchor) {
    LocalDateTime moment = parse(anchor);
    if (moment.getYear() < Holidays.FIRST_YEAR || moment.getYear() > Holidays.LAST_YEAR) {
      throw new Refusal(
          "日期“"
              + anchor
              + "”不在 "
              + Holidays.FIRST_YEAR
              + " 年至 "
              + Holidays.LAST_YEAR
              + " 年之间，请核对后重新填写。");
    }
    return moment;
  }

  private static LocalDateTime parse(Object anchor) {
    if (anchor == null || anchor.toString().isBlank()) {
      throw new Refusal("没有期限的起算日期，请先填写日期。");
    }
    if (anchor instanceof LocalDateTime moment) {
      return moment;
    }
    if (anchor instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    if (anchor instanceof Date date) {
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), EngineClock.ZONE);
    }
    if (anchor instanceof String text) {
      try {
        return local(
            ISO.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      } catch (DateTimeException e) {
        throw notADate(text);
      }
    }
    throw notADate(anchor);
  }

  private static LocalDateTime local(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime moment) {
      return moment.atZoneSameInstant(EngineClock.ZONE).toLocalDateTime();
    }
    return parsed instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) parsed;
  }

  private static Refusal notADate(Object anchor) {
    return new Refusal("“" + anchor + "”不是正确的日期，请按“2026-03-02”的格式填写。");
  }

  private static int days(int n) {
    return within(n, LONGEST_DAYS, "天数");
  }

  private static int within(int n, int longest, String what) {
    if (n < 0 || n > longest) {
      throw new Refusal("期限的" + what + "“" + n + "”不正确，应为 0 到 " + longest + " 之间的整数，请改正。");
    }
    return n;
  }

  private static Date end(LocalDate day) {
    return date(lastMoment(day));
  }

  private static Date morning(LocalDate day) {
    return date(day.atTime(MORNING));
  }

  private static Date date(LocalDateTime moment) {
    return Date.from(moment.atZone(EngineClock.ZONE).toInstant());
  }
}
