package rectify.refusal;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells from a failure that somebody else wrote the same thing at the same moment: the transaction
 * was rolled back for no fault of its own, and what it was decided on is no longer true.
 */
public final class Collision {

  /** Deadlock, and patience at an end; MySQL's codes and H2's. */
  private static final Set<Integer> LOCKED = Set.of(1213, 1205, 3572, 40001, 50200, 90131);

  private static final Set<Integer> PATIENCE_ENDED = Set.of(1205, 50200);

  private static final Set<Integer> DUPLICATE = Set.of(1062, 1586, 23505);

  /** A row that this one hangs on has gone, or one has been hung on it. */
  private static final Set<Integer> REFERENCE = Set.of(1216, 1217, 1451, 1452, 23503, 23506);

  private Collision() {}

  public static boolean in(Throwable failure) {
    return find(
        failure,
        cause ->
            cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof Refusal refusal && refusal.isOvertaken()
                || has(cause, LOCKED)
                || has(cause, DUPLICATE)
                || has(cause, REFERENCE));
  }

  /** Somebody else held on to a row for longer than the database waits. */
  public static boolean isOfPatience(Throwable failure) {
    return find(failure, cause -> has(cause, PATIENCE_ENDED));
  }

  /** What a person is told whose work was overtaken again and again. */
  public static Refusal refusal(Throwable failure) {
    String words =
        find(failure, cause -> has(cause, DUPLICATE))
            ? "已经有相同的一项，可能他人刚刚登记；没有重复登记，请刷新后核对。"
            : isOfPatience(failure)
                ? "他人正在办理同一项内容，这次没有办成；请稍候刷新，核对后再试。"
                : "他人刚刚办理了同一项内容，这次没有办成；请刷新后核对，需要时再试。";
    Refusal refusal = Refusal.overtaken(words);
    refusal.initCause(failure);
    return refusal;
  }

  private static boolean has(Throwable cause, Set<Integer> codes) {
    return cause instanceof SQLException sql && codes.contains(sql.getErrorCode());
  }

  private static boolean find(Throwable failure, Predicate<Throwable> wanted) {
    return find(failure, wanted, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean find(Throwable failure, Predicate<Throwable> wanted, Set<Throwable> seen) {
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (wanted.test(t)
          || t instanceof SQLException sql && find(sql.getNextException(), wanted, seen)) {
        return true;
      }
    }
    return false;
  }
}
