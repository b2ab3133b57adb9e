package rectify.drill;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What the people of the drill know: which of their requests the service acknowledged. */
final class Journal {

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

  private final Map<Step, Map<String, String>> acknowledged = new EnumMap<>(Step.class);
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int count;
  private int unanswered;
  private int doneUnanswered;

  Journal() {
    for (Step step : Step.values()) {
      acknowledged.put(step, new TreeMap<>());
    }
  }

  synchronized void acknowledged(DrillCase hazard) {
    acknowledged.get(hazard.next()).put(hazard.clientKey(), hazard.number());
    count++;
    notifyAll();
  }

  synchronized void unanswered() {
    unanswered++;
  }

  /** A request that was never answered turns out to have been carried out. */
  synchronized void doneUnanswered() {
    doneUnanswered++;
  }

  synchronized void refused(Step step, Doors.Answer answer) {
    refusals.merge(step + " " + answer.status() + " " + answer.body(), 1, Integer::sum);
  }

  /** Waits for so many acknowledged answers. */
  synchronized void await(int answers) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (count < answers) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("only " + count + " answers, refused: " + refusals);
      }
      wait(1000);
    }
  }

  /** Case numbers by client key. */
  synchronized Map<String, String> acknowledged(Step step) {
    return Map.copyOf(acknowledged.get(step));
  }

  synchronized int count() {
    return count;
  }

  synchronized int unansweredCount() {
    return unanswered;
  }

  synchronized int doneUnansweredCount() {
    return doneUnanswered;
  }

  synchronized Map<String, Integer> refusals() {
    return new TreeMap<>(refusals);
  }
}
