package rectify.watch;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.paper.ChineseDates;
import rectify.timer.Timers;
import rectify.timer.Timers.Move;
import rectify.upkeep.CaseClocks;

/** Carries a plan out, and enters it in the list of the standstill and in every case. */
@Component
class Movement {

  private static final int IDS_A_STATEMENT = 500;

  private final StandstillMapper mapper;
  private final Timers timers;
  private final CaseClocks cases;

  Movement(StandstillMapper mapper, Timers timers, CaseClocks cases) {
    this.mapper = mapper;
    this.timers = timers;
    this.cases = cases;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void make(Standstill one, Standstill.Choice choice, Plan plan) {
    timers.move(plan.moves());
    plan.lastDays().forEach((task, day) -> timers.anchor(task.instance(), "dueAt", day));
    list(one, plan);
    String why =
        "系统于%s至%s停运，市安委办选择%s："
            .formatted(
                ChineseDates.day(one.stoodFrom().toLocalDate()),
                ChineseDates.day(one.stoodUntil().toLocalDate()),
                choice.chinese());
    clocks(plan)
        .forEach(
            (number, clocks) ->
                cases.afterStandstill(
                    number, why + String.join("；", clocks.stream().distinct().sorted().toList())));
    plan.lastDays()
        .forEach(
            (task, day) ->
                cases.postpone(
                    task.number(), day, why + "整改期限顺延至" + ChineseDates.day(day) + "，原定的期限保留备查"));
  }

  private void list(Standstill one, Plan plan) {
    Map<LocalDateTime, List<String>> byDate = new LinkedHashMap<>();
    for (Move move : plan.moves()) {
      byDate.computeIfAbsent(move.to(), to -> new ArrayList<>()).add(move.waiting().id());
    }
    byDate.forEach(
        (to, ids) -> {
          for (int at = 0; at < ids.size(); at += IDS_A_STATEMENT) {
            mapper.moveItems(
                one.id(), ids.subList(at, Math.min(at + IDS_A_STATEMENT, ids.size())), to);
          }
        });
  }

  private static Map<String, List<String>> clocks(Plan plan) {
    Map<String, List<String>> byNumber = new LinkedHashMap<>();
    for (Move move : plan.moves()) {
      byNumber
          .computeIfAbsent(move.waiting().number(), number -> new ArrayList<>())
          .add(
              "%s：%s → %s"
                  .formatted(
                      move.waiting().name(),
                      ChineseDates.day(move.waiting().due().toLocalDate()),
                      ChineseDates.day(move.to().toLocalDate())));
    }
    return byNumber;
  }
}
