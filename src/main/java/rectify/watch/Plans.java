package rectify.watch;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;
import rectify.hazard.HazardRectification;
import rectify.timer.Timers;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting;
import rectify.timer.Waiting.Kind;

/** Works out what a choice would do; moves nothing. */
@Component
class Plans {

  private final Timers timers;
  private final Deadlines deadlines;

  Plans(Timers timers, Deadlines deadlines) {
    this.timers = timers;
    this.deadlines = deadlines;
  }

  Plan of(Standstill standstill, Standstill.Choice choice, List<Item> items, LocalDateTime now) {
    Map<String, Item> held =
        items.stream()
            .filter(item -> item.heldUntil() != null)
            .collect(toMap(Item::waitingId, item -> item));
    List<Waiting> all = timers.all();
    return choice == Standstill.Choice.RUN
        ? new Plan(letRun(all, held, now), Map.of())
        : moved(standstill, all, held, now);
  }

  /** Whatever still waits where it was put fires now; a ladder takes its steps from now on. */
  private List<Move> letRun(List<Waiting> all, Map<String, Item> held, LocalDateTime now) {
    Map<String, Waiting> stand = new HashMap<>();
    List<Waiting> asItWas = new ArrayList<>();
    for (Waiting waiting : all) {
      Item item = held.get(waiting.id());
      boolean put = item != null && item.holds(waiting);
      if (put) {
        stand.put(waiting.id(), waiting);
      }
      asItWas.add(put ? waiting.at(item.dueAt()) : waiting);
    }
    Map<String, LocalDateTime> to = new LinkedHashMap<>();
    stand.forEach((id, waiting) -> to.put(id, held.get(id).dueAt()));
    for (Move move : timers.restart(asItWas, now, now)) {
      if (stand.containsKey(move.waiting().id())) {
        to.put(move.waiting().id(), move.to());
      }
    }
    return to.entrySet().stream()
        .map(one -> new Move(stand.get(one.getKey()), one.getValue()))
        .toList();
  }

  /**
   * Every clock that ran when the product fell silent gets the time lost, and a rest day rolls to
   * the next working day. A day printed in an order stays as printed, and so does what falls on it;
   * the last day of a self-reported hazard, which the city's rule set, moves and is kept beside the
   * original.
   */
  private Plan moved(
      Standstill standstill, List<Waiting> all, Map<String, Item> held, LocalDateTime now) {
    List<Move> moves = new ArrayList<>();
    Map<Waiting, LocalDate> lastDays = new LinkedHashMap<>();
    for (Waiting waiting : all) {
      Item item = held.get(waiting.id());
      boolean put = item != null && item.holds(waiting);
      LocalDateTime was = put ? item.dueAt() : waiting.due();
      if (waiting.since().isAfter(standstill.stoodFrom()) || was.isBefore(standstill.stoodFrom())) {
        continue;
      }
      if (!waiting.isGivenDay()) {
        moves.add(new Move(waiting, later(was, standstill)));
      } else if (waiting.processKey().equals(HazardRectification.KEY)) {
        LocalDateTime at = later(was, standstill);
        moves.add(new Move(waiting, at));
        if (waiting.kind() == Kind.TASK) {
          lastDays.put(waiting, at.toLocalDate());
        }
      } else if (put) {
        moves.add(new Move(waiting, was.isBefore(now) ? now : was));
      }
    }
    return new Plan(moves, lastDays);
  }

  private LocalDateTime later(LocalDateTime was, Standstill standstill) {
    LocalDate day = was.toLocalDate().plusDays(standstill.lostDays());
    while (!deadlines.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(was.toLocalTime());
  }
}
