package rectify.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.Deadlines;
import rectify.engine.EngineClock;
import rectify.identity.GroupIds;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.paper.ChineseDates;
import rectify.selfcheck.MonthOpening;
import rectify.timer.Timers;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting;
import rectify.timer.Waiting.Kind;
import rectify.upkeep.CaseClocks;

/**
 * Sees to what ran out while the product stood still, before any of it fires: it is listed, and
 * held until the end of the next working day, so that the office can choose; a ladder takes its
 * missed rungs one a working day from then on. In the transaction that finds the standstill.
 */
@Component
class Aftermath {

  private static final ZoneId CHINA = EngineClock.ZONE;
  private static final int ITEMS_A_STATEMENT = 500;

  private final StandstillMapper mapper;
  private final Timers timers;
  private final Deadlines deadlines;
  private final MonthOpening opening;
  private final CaseClocks cases;
  private final Notifications notifications;

  Aftermath(
      StandstillMapper mapper,
      Timers timers,
      Deadlines deadlines,
      MonthOpening opening,
      CaseClocks cases,
      Notifications notifications) {
    this.mapper = mapper;
    this.timers = timers;
    this.deadlines = deadlines;
    this.opening = opening;
    this.cases = cases;
    this.notifications = notifications;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Standstill of(LocalDateTime from, LocalDateTime until) {
    LocalDateTime hold =
        LocalDateTime.ofInstant(deadlines.workingDaysAfter(until, 1).toInstant(), CHINA);
    mapper.insert(
        new Standstill(0, from, until, hold, lostMonths(from, until), null, null, null, null));
    Standstill noticed = mapper.find(mapper.newest());
    List<Waiting> all = timers.all();
    List<Move> held = timers.restart(all, until, hold);
    timers.move(held);
    List<Item> items = items(noticed, all, held);
    for (int at = 0; at < items.size(); at += ITEMS_A_STATEMENT) {
      mapper.insertItems(items.subList(at, Math.min(at + ITEMS_A_STATEMENT, items.size())));
    }
    explainLadders(noticed, held);
    tell(noticed, items);
    return noticed;
  }

  private static List<Item> items(Standstill noticed, List<Waiting> all, List<Move> held) {
    List<Item> items = new ArrayList<>();
    held.forEach(move -> items.add(Item.of(noticed.id(), move.waiting(), move.to())));
    all.stream()
        .filter(waiting -> waiting.kind() == Kind.TASK)
        .filter(
            task ->
                !task.due().isBefore(noticed.stoodFrom())
                    && task.due().isBefore(noticed.stoodUntil()))
        .forEach(task -> items.add(Item.of(noticed.id(), task, null)));
    return items;
  }

  /** The months that nobody can check any more; the one that is now is opened by its job. */
  private String lostMonths(LocalDateTime from, LocalDateTime until) {
    List<String> lost = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from).plusMonths(1);
        month.isBefore(YearMonth.from(until)) && lost.size() < 20;
        month = month.plusMonths(1)) {
      if (opening.progress(month).opened() == 0) {
        lost.add(month.toString());
      }
    }
    return lost.isEmpty() ? null : String.join("、", lost);
  }

  private void explainLadders(Standstill noticed, List<Move> held) {
    Map<String, List<Move>> ladders =
        held.stream()
            .filter(move -> timers.keepsPace(move.waiting().processKey()))
            .collect(
                groupingBy(
                    move -> move.waiting().number(), LinkedHashMap::new, Collectors.toList()));
    ladders.forEach(
        (number, steps) ->
            cases.afterStandstill(
                number,
                "系统于%s至%s停运，停运期间到期的督办不在恢复时一次升完，自恢复之日起每个工作日最多升一级：%s"
                    .formatted(
                        ChineseDates.day(noticed.stoodFrom().toLocalDate()),
                        ChineseDates.day(noticed.stoodUntil().toLocalDate()),
                        steps.stream()
                            .map(
                                step ->
                                    "%s（原%s）改为%s"
                                        .formatted(
                                            step.waiting().name(),
                                            ChineseDates.day(step.waiting().due().toLocalDate()),
                                            ChineseDates.day(step.to().toLocalDate())))
                            .collect(Collectors.joining("；")))));
  }

  private void tell(Standstill noticed, List<Item> items) {
    Map<String, Long> counts =
        items.stream().collect(groupingBy(Item::countyCode, Collectors.counting()));
    Notice notice =
        Notice.about(
            NoticeKind.STANDSTILL,
            "standstill/" + noticed.id(),
            "系统曾停运：%s至%s"
                .formatted(
                    ChineseDates.minute(noticed.stoodFrom()),
                    ChineseDates.minute(noticed.stoodUntil())),
            "停运期间有%d项期限到期，已暂缓处理。请市安委办于%s前在业务平台“系统停运”中选择按原期限继续或按停运时间顺延，逾期未选择的按原期限继续。%s"
                .formatted(
                    items.size(),
                    ChineseDates.minute(noticed.holdUntil()),
                    noticed.lostMonths() == null ? "" : "整月未开放自查的月份：" + noticed.lostMonths() + "。"),
            noticed.holdUntil());
    Set<String> groups = counts.keySet().stream().map(GroupIds::office).collect(toSet());
    groups.add(GroupIds.office(GroupIds.CITY));
    groups.add(GroupIds.ADMINISTRATOR);
    notifications.post(groups.stream().sorted().map(notice::toGroup).toList());
  }
}
