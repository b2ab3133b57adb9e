package rectify.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.Recount.Counted;
import rectify.timer.Waiting;

/** Imports a notice: the days, and the clocks that rest on what they change. */
@Service
class CalendarImport {

  private static final int MOST_LINES = 500;

  private final Holidays holidays;
  private final HolidayMapper mapper;
  private final Recount recount;
  private final Clock clock;

  CalendarImport(Holidays holidays, HolidayMapper mapper, Recount recount, Clock clock) {
    this.holidays = holidays;
    this.mapper = mapper;
    this.recount = recount;
    this.clock = clock;
  }

  /**
   * A clock that rests on changed days.
   *
   * @param number of the work, such as a case number
   * @param what the diagram calls it
   * @param to null if it stays, for the reason
   */
  record Line(String number, String what, LocalDateTime due, LocalDateTime to, String reason) {

    private static Line of(Counted one) {
      Waiting waiting = one.waiting();
      return new Line(waiting.number(), waiting.name(), waiting.due(), one.to(), one.reason());
    }
  }

  /**
   * What an import does, or would do.
   *
   * @param wholeYears whose notice it replaces
   * @param withdrawn named days that go
   * @param changedDays on which people work now and did not before, or the other way round
   * @param moved clocks that get another date
   * @param kept clocks that rest on changed days and stay
   * @param clocks those, earliest first; the first 500
   */
  record Effect(
      Set<Integer> wholeYears,
      List<LocalDate> withdrawn,
      SortedSet<LocalDate> changedDays,
      int moved,
      int kept,
      List<Line> clocks) {

    String chinese() {
      StringBuilder text = new StringBuilder();
      if (!wholeYears.isEmpty()) {
        String years =
            wholeYears.stream().sorted().map(String::valueOf).collect(Collectors.joining("、"));
        text.append(years).append(" 年的安排整年替换");
        if (!withdrawn.isEmpty()) {
          text.append("，原有 ").append(withdrawn.size()).append(" 天不再保留");
        }
        text.append("。");
      }
      if (changedDays.isEmpty()) {
        return text.append("工作日没有变化，不影响正在计时的期限。").toString();
      }
      text.append("共有 ").append(changedDays.size()).append(" 天的上班或休息有变化，");
      if (moved + kept == 0) {
        return text.append("没有正在计时的期限受影响。").toString();
      }
      text.append("正在计时的期限有 ").append(moved).append(" 项改到新的日期");
      if (kept > 0) {
        text.append("，另有 ").append(kept).append(" 项落在有变化的日子但不改动，原因见明细");
      }
      return text.append("。").toString();
    }
  }

  /** What importing the notice would do. */
  @Transactional(readOnly = true)
  public Effect preview(HolidayNotice notice) {
    return effect(notice, counted(notice));
  }

  /** Imports the notice. */
  @Transactional
  public Effect store(HolidayNotice notice, String person) {
    mapper.oneAtATime();
    List<Counted> counted = counted(notice);
    Effect effect = effect(notice, counted);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    holidays.save(notice.days(), effect.wholeYears(), now, person);
    int moved = recount.apply(counted);
    mapper.record(
        new HolidayImport(
            now,
            person,
            HolidayImport.written(effect.wholeYears()),
            HolidayImport.written(effect.changedDays()),
            moved,
            effect.kept()));
    return effect;
  }

  /**
   * Counts once more what another node may have set before it knew the last imports; finds nothing
   * where that was not so.
   *
   * @return how many clocks were moved
   */
  @Transactional
  public int again(LocalDateTime importsSince) {
    int moved = 0;
    for (HolidayImport done : mapper.importsSince(importsSince)) {
      WorkingCalendar now = WorkingCalendar.of(holidays.with(List.of(), Set.of()));
      moved += recount.apply(recount.compare(now.flipped(done.days()), now, done.days()));
    }
    return moved;
  }

  private List<Counted> counted(HolidayNotice notice) {
    WorkingCalendar before = WorkingCalendar.of(holidays.with(List.of(), Set.of()));
    WorkingCalendar after = WorkingCalendar.of(holidays.with(notice.days(), notice.wholeYears()));
    return recount.compare(before, after, before.differences(after));
  }

  private Effect effect(HolidayNotice notice, List<Counted> counted) {
    List<Holiday> before = holidays.with(List.of(), Set.of());
    List<Holiday> after = holidays.with(notice.days(), notice.wholeYears());
    Set<LocalDate> named = after.stream().map(Holiday::date).collect(Collectors.toSet());
    int moved = (int) counted.stream().filter(Counted::moves).count();
    return new Effect(
        notice.wholeYears(),
        before.stream().map(Holiday::date).filter(day -> !named.contains(day)).toList(),
        WorkingCalendar.of(before).differences(WorkingCalendar.of(after)),
        moved,
        counted.size() - moved,
        counted.stream().limit(MOST_LINES).map(Line::of).toList());
  }
}
