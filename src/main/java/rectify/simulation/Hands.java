package rectify.simulation;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.ActingAs;
import rectify.identity.Actor;
import rectify.refusal.Refusal;
import rectify.task.OpenTask;
import rectify.task.OpenTasks;

/**
 * Does one deed of one person in one transaction, as that person, and does it again where the
 * database or somebody else came in between.
 */
@Component
class Hands {

  /** Of a deadlock the database ended, and of a lock it waited for too long. */
  private static final Set<String> LOST_TO_OTHERS = Set.of("40001", "HYT00", "41000");

  private static final int MOST_ATTEMPTS = 20;

  private final ActingAs acting;
  private final Births births;
  private final OpenTasks openTasks;
  private final SimulationMapper mapper;
  private final TransactionTemplate transaction;
  private final AtomicInteger repeats = new AtomicInteger();

  Hands(
      ActingAs acting,
      Births births,
      OpenTasks openTasks,
      SimulationMapper mapper,
      PlatformTransactionManager transactions) {
    this.acting = acting;
    this.births = births;
    this.openTasks = openTasks;
    this.mapper = mapper;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Has a person do a task.
   *
   * @param work tells the deed it has done
   * @return the tasks that came up; empty if this one was taken back meanwhile
   */
  List<OpenTask> complete(Actor person, OpenTask task, Supplier<Deed> work) {
    return again(
        () -> acting.call(person, () -> births.during(() -> inOneTransaction(work))),
        () -> openTasks.stillOpen(Set.of(task.id())).isEmpty());
  }

  /** Has a person do what nobody asked for; nothing comes of it if it was done before. */
  List<OpenTask> begin(Actor person, String deedKey, Supplier<Deed> work) {
    return again(
        () -> acting.call(person, () -> births.during(() -> inOneTransaction(work))),
        () -> mapper.isDone(deedKey));
  }

  /** Has the system do something of its own. */
  List<OpenTask> ofItself(Runnable work) {
    return again(() -> births.during(work), () -> false);
  }

  /** How often something had to be done again. */
  int repeats() {
    return repeats.get();
  }

  private void inOneTransaction(Supplier<Deed> work) {
    transaction.executeWithoutResult(status -> mapper.insertDeed(work.get()));
  }

  private List<OpenTask> again(Supplier<List<OpenTask>> attempt, Supplier<Boolean> settled) {
    for (int attempts = 1; ; attempts++) {
      try {
        return attempt.get();
      } catch (RuntimeException failure) {
        if (settled.get()) {
          return List.of();
        }
        if (!isNobodysFault(failure) || attempts == MOST_ATTEMPTS) {
          throw failure;
        }
        repeats.incrementAndGet();
      }
    }
  }

  /** Whether somebody else came in between, or the database ended a deadlock. */
  private static boolean isNobodysFault(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOST_TO_OTHERS.contains(sql.getSQLState())
          || cause instanceof DuplicateKeyException
          || cause.getClass().getSimpleName().equals("OptimisticLockingException")
          || cause instanceof Refusal refusal
              && (refusal.kind() == Refusal.Kind.CONFLICT
                  || refusal.kind() == Refusal.Kind.NOT_FOUND)) {
        return true;
      }
    }
    return false;
  }
}
