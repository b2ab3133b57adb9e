package rectify.bench;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Does again what the database rolled back to end a deadlock, as a person would; and counts. */
final class Deadlocks {

  private static final String SERIALIZATION_FAILURE = "40001";
  private static final int MOST_ATTEMPTS = 10;

  private final AtomicInteger count = new AtomicInteger();

  <T> T survive(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        if (!isDeadlock(e) || attempt == MOST_ATTEMPTS) {
          throw e;
        }
        count.incrementAndGet();
      }
    }
  }

  void survive(Runnable call) {
    survive(
        () -> {
          call.run();
          return null;
        });
  }

  int count() {
    return count.get();
  }

  private static boolean isDeadlock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && SERIALIZATION_FAILURE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
