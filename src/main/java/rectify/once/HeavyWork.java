package rectify.once;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;

/**
 * Lets little of the work that takes much memory run at a time, whatever the number of requests:
 * pictures and spreadsheets unpack to far more than their files. What is small does not stand in
 * line behind what is large. Whoever would wait too long is told to come back.
 */
@Component
public class HeavyWork {

  /** An ordinary photo takes no more: two of them, and one large thing, fit in 1 GB. */
  public static final long SMALL = 80L * 1024 * 1024;

  private static final int SMALL_AT_A_TIME = 2;
  private static final int LARGE_AT_A_TIME = 1;
  private static final int LONGEST_LINE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration COME_BACK = Duration.ofSeconds(15);

  private final Semaphore small = new Semaphore(SMALL_AT_A_TIME, true);
  private final Semaphore large = new Semaphore(LARGE_AT_A_TIME, true);
  private final Duration patience;

  public HeavyWork() {
    this(PATIENCE);
  }

  HeavyWork(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does the work when it is its turn.
   *
   * @param bytes of memory it may take
   * @throws Refusal BUSY if too many are waiting, or for too long
   */
  public <T> T run(long bytes, Supplier<T> work) {
    Semaphore turn = bytes <= SMALL ? small : large;
    if (turn.getQueueLength() >= LONGEST_LINE) {
      throw Refusal.busy(COME_BACK);
    }
    boolean taken;
    try {
      taken = turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Refusal.busy(COME_BACK);
    }
    if (!taken) {
      throw Refusal.busy(COME_BACK);
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }
}
