package rectify.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** People who work at once; the failure of one is the failure of all. */
final class Crowd implements AutoCloseable {

  private final ExecutorService people;

  Crowd(int threads) {
    people = Executors.newFixedThreadPool(threads);
  }

  /**
   * Does a piece of work for each, and collects what comes of all.
   *
   * @param lane what must not be done at once: pieces of one lane are done one after the other
   */
  <T, R> List<R> each(Collection<T> all, Function<T, ?> lane, Function<T, List<R>> work) {
    Map<Object, List<T>> lanes = new LinkedHashMap<>();
    for (T one : all) {
      lanes.computeIfAbsent(lane.apply(one), it -> new ArrayList<>()).add(one);
    }
    List<Future<List<R>>> pieces = new ArrayList<>();
    for (List<T> some : lanes.values()) {
      pieces.add(people.submit(() -> some.stream().map(work).flatMap(List::stream).toList()));
    }
    List<R> results = new ArrayList<>();
    try {
      for (Future<List<R>> piece : pieces) {
        results.addAll(piece.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return results;
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
