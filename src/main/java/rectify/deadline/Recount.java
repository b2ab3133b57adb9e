package rectify.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.refusal.Refusal;
import rectify.timer.Counts;
import rectify.timer.Timers;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting;
import rectify.timer.Waiting.Kind;

/**
 * Counts the clocks that run anew when the calendar changes: each as its diagram says, under the
 * calendar before and the one after. What was set by the old one moves; what somebody has set
 * otherwise, or what falls on a printed day, stays and is named. A last day that is the end of a
 * period and is a rest day now rolls, and takes along what is counted from it.
 */
@Component
class Recount {

  /** What diagrams count a case's last day from. */
  private static final String LAST_DAY = "dueAt";

  private final Holidays holidays;
  private final Timers timers;
  private final Counts counts;
  private final ObjectProvider<RecountNews> news;
  private final Clock clock;

  Recount(
      Holidays holidays,
      Timers timers,
      Counts counts,
      ObjectProvider<RecountNews> news,
      Clock clock) {
    this.holidays = holidays;
    this.timers = timers;
    this.counts = counts;
    this.news = news;
    this.clock = clock;
  }

  /**
   * A clock that rests on changed days.
   *
   * @param to its new date; null if it stays
   * @param reason why it stays; null if it moves
   */
  record Counted(Waiting waiting, LocalDateTime to, String reason) {

    boolean moves() {
      return to != null;
    }
  }

  /** What would move, and what rests on changed days and stays; earliest first. */
  List<Counted> compare(WorkingCalendar before, WorkingCalendar after, Set<LocalDate> changed) {
    if (changed.isEmpty()) {
      return List.of();
    }
    List<Waiting> counted =
        timers.all().stream().filter(it -> it.written().contains("deadlines.")).toList();
    Map<String, LocalDate> rolled = rolled(counted, after, changed);
    return counts.count(
        counted,
        (waiting, counting) -> {
          LocalDate lastDay = rolled.get(waiting.instance());
          Supplier<LocalDateTime> now =
              lastDay == null ? counting::now : () -> counting.from(LAST_DAY, lastDay);
          return waiting.isGivenDay() && lastDay == null
              ? given(waiting, changed)
              : compare(waiting, holidays.under(before, safely(counting::now)), after, now);
        });
  }

  /** The new last days of periods that end on what is a rest day now, by process instance. */
  private Map<String, LocalDate> rolled(
      List<Waiting> all, WorkingCalendar after, Set<LocalDate> changed) {
    Map<String, LocalDate> rolled = new HashMap<>();
    LocalDate today = LocalDate.now(clock);
    for (Waiting task : all) {
      LocalDate day = task.due().toLocalDate();
      if (task.kind() == Kind.TASK
          && task.isGivenDay()
          && task.written().contains(LAST_DAY)
          && changed.contains(day)
          && !after.isWorkingDay(day)
          && !day.isBefore(today)
          && news.stream().anyMatch(keeper -> keeper.rolls(task))) {
        rolled.put(task.instance(), after.roll(day));
      }
    }
    return rolled;
  }

  private static Optional<Counted> given(Waiting waiting, Set<LocalDate> changed) {
    return waiting.kind() == Kind.TASK && changed.contains(waiting.due().toLocalDate())
        ? Optional.of(new Counted(waiting, null, "这一天写明在登记或文书中，不随节假日变化；确需顺延的，由责任单位办理延期"))
        : Optional.empty();
  }

  private Optional<Counted> compare(
      Waiting waiting,
      Optional<LocalDateTime> old,
      WorkingCalendar after,
      Supplier<LocalDateTime> counted) {
    Optional<LocalDateTime> now = holidays.under(after, safely(counted));
    if (now.isEmpty() || old.isEmpty()) {
      return Optional.of(new Counted(waiting, null, "起算的日期缺失，无法重新计算，请核对"));
    }
    if (old.equals(now) || now.get().equals(waiting.due())) {
      return Optional.empty();
    }
    return Optional.of(
        old.get().equals(waiting.due())
            ? new Counted(waiting, notPast(now.get()), null)
            : new Counted(waiting, null, "这个期限另行调整过，没有改动，请核对"));
  }

  private static Supplier<Optional<LocalDateTime>> safely(Supplier<LocalDateTime> counting) {
    return () -> {
      try {
        return Optional.of(counting.get());
      } catch (Refusal uncountable) {
        return Optional.empty();
      }
    };
  }

  /** Nobody is late by a notice of today. */
  private LocalDateTime notPast(LocalDateTime at) {
    LocalDateTime today = Deadlines.lastMoment(LocalDate.now(clock));
    return at.isBefore(today) ? today : at;
  }

  /**
   * Moves what moves and has it entered in the history of each piece of work.
   *
   * @return how many were moved
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int apply(List<Counted> all) {
    List<Counted> moving = all.stream().filter(Counted::moves).toList();
    int moved = timers.move(moving.stream().map(it -> new Move(it.waiting(), it.to())).toList());
    Map<String, List<Counted>> byNumber =
        moving.stream()
            .collect(groupingBy(it -> it.waiting().number(), LinkedHashMap::new, toList()));
    byNumber.forEach(this::enter);
    return moved;
  }

  private void enter(String number, List<Counted> clocks) {
    LocalDate lastDay = null;
    for (Counted one : clocks) {
      if (one.waiting().isGivenDay() && one.waiting().kind() == Kind.TASK) {
        lastDay = one.to().toLocalDate();
        timers.anchor(one.waiting().instance(), LAST_DAY, lastDay);
      }
    }
    LocalDate rolled = lastDay;
    List<String> told =
        clocks.stream()
            .map(
                one ->
                    "%s：%s → %s"
                        .formatted(
                            one.waiting().name(),
                            one.waiting().due().toLocalDate(),
                            one.to().toLocalDate()))
            .distinct()
            .sorted()
            .toList();
    news.forEach(keeper -> keeper.recounted(number, told, rolled));
  }
}
