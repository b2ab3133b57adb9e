package rectify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** People who work at once and take the next piece of work as soon as they are done with one. */
final class Crowd {

  private Crowd() {}

  /** Does the work for 0 to pieces - 1; one failure is a failure of all. */
  static void share(int threads, int pieces, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    ExecutorService people = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> shifts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        shifts.add(
            people.submit(
                () -> {
                  for (int piece; (piece = next.getAndIncrement()) < pieces; ) {
                    work.accept(piece);
                  }
                }));
      }
      for (Future<?> shift : shifts) {
        shift.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      people.shutdownNow();
    }
  }
}
