package rectify.once;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rectify.refusal.Collision;

/**
 * Does a whole transaction again when somebody else's write came between. The second time it sees
 * what they did: it goes through, or is refused in words that say who did what.
 */
public final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
  private static final int ATTEMPTS = 5;
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(40);

  private Retries() {}

  /** What may throw anything. */
  @FunctionalInterface
  interface Attempt<T> {

    T make(int number) throws Throwable;
  }

  /** Whether a transaction begins here: only a whole one can be done again. */
  static boolean beginHere() {
    return !TransactionSynchronizationManager.isActualTransactionActive()
        && Context.getCommandContext() == null;
  }

  static <T> T call(Attempt<T> attempt) throws Throwable {
    if (!beginHere()) {
      return attempt.make(1);
    }
    for (int number = 1; ; number++) {
      try {
        return attempt.make(number);
      } catch (RuntimeException failure) {
        if (number == ATTEMPTS || !Collision.in(failure) || Collision.isOfPatience(failure)) {
          throw failure;
        }
        LOG.debug("overtaken, attempt {}", number, failure);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(number * LONGEST_PAUSE));
      }
    }
  }

  /** The same for what throws nothing checked. */
  public static <T> T of(Supplier<T> work) {
    try {
      return call(number -> work.get());
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
