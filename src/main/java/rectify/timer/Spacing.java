package rectify.timer;

import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads the missed timers of one process: the first fires at once, each that follows waits for
 * the pace, and what lies ahead is pushed only where it would come too soon after them. Where none
 * was missed nothing changes.
 */
final class Spacing {

  private Spacing() {}

  /** A timer and its date. */
  record Step<T>(T timer, Date due) {}

  /**
   * @param missedBefore whatever is due before it has been missed
   * @param restart when the first that was missed fires
   * @return the new dates, of those that change
   */
  static <T> Map<T, Date> of(List<Step<T>> all, Date missedBefore, Date restart, Pace pace) {
    Map<T, Date> moved = new LinkedHashMap<>();
    Date earliest = null;
    for (Step<T> step : all.stream().sorted(Comparator.comparing(Step::due)).toList()) {
      boolean missed = step.due().before(missedBefore);
      Date at = missed && earliest == null ? restart : step.due();
      if (earliest != null && at.before(earliest)) {
        at = earliest;
      }
      if (!at.equals(step.due())) {
        moved.put(step.timer(), at);
      }
      earliest = missed || at.after(step.due()) ? pace.next(at) : null;
    }
    return moved;
  }
}
