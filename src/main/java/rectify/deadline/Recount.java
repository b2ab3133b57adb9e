package rectify.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.Refusal;
import rectify.timer.Timers;
import rectify.timer.Timers.Counting;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting;
import rectify.timer.Waiting.Kind;

/**
 * Counts the clocks that run anew when the calendar changes: each as its diagram says, under the
 * calendar before and the one after. What was set by the old one moves; what somebody has set
 * otherwise, or what falls on a printed day, stays and is named.
 */
@Component
class Recount {

  private final Holidays holidays;
  private final Timers timers;
  private final ObjectProvider<RecountNews> news;
  private final Clock clock;

  Recount(Holidays holidays, Timers timers, ObjectProvider<RecountNews> news, Clock clock) {
    this.holidays = holidays;
    this.timers = timers;
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
    return timers.count(
        counted, (waiting, counting) -> compare(waiting, counting, before, after, changed));
  }

  private Optional<Counted> compare(
      Waiting waiting,
      Counting counting,
      WorkingCalendar before,
      WorkingCalendar after,
      Set<LocalDate> changed) {
    if (waiting.isGivenDay()) {
      return waiting.kind() == Kind.TASK && changed.contains(waiting.due().toLocalDate())
          ? Optional.of(new Counted(waiting, null, "这一天写明在登记或文书中，不随节假日变化；确需顺延的，由责任单位办理延期"))
          : Optional.empty();
    }
    try {
      LocalDateTime old = holidays.under(before, counting::now);
      LocalDateTime now = holidays.under(after, counting::now);
      if (old.equals(now) || now.equals(waiting.due())) {
        return Optional.empty();
      }
      return Optional.of(
          old.equals(waiting.due())
              ? new Counted(waiting, notPast(now), null)
              : new Counted(waiting, null, "这个期限另行调整过，没有改动，请核对"));
    } catch (Refusal uncountable) {
      return Optional.of(new Counted(waiting, null, "无法重新计算：" + uncountable.getMessage()));
    }
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
    Map<String, List<String>> byNumber = new LinkedHashMap<>();
    for (Counted one : moving) {
      byNumber
          .computeIfAbsent(one.waiting().number(), number -> new ArrayList<>())
          .add(
              "%s：%s → %s"
                  .formatted(
                      one.waiting().name(),
                      one.waiting().due().toLocalDate(),
                      one.to().toLocalDate()));
    }
    byNumber.forEach(
        (number, clocks) ->
            news.forEach(
                hearer -> hearer.recounted(number, clocks.stream().distinct().sorted().toList())));
    return moved;
  }
}
