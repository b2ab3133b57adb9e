package rectify.watch;

import java.time.LocalDateTime;
import rectify.timer.Waiting;

/**
 * A clock that ran out during a standstill, or one that has to wait because of others that did.
 *
 * @param waitingId the engine's id of the timer or task
 * @param dueAt when it was due
 * @param heldUntil when it fires if nothing is chosen; null for a task's due date, which stays
 * @param movedTo where a choice has moved it; null if it has not
 */
public record Item(
    long standstillId,
    String waitingId,
    Waiting.Kind kind,
    String processKey,
    String number,
    String countyCode,
    String step,
    String name,
    LocalDateTime dueAt,
    LocalDateTime heldUntil,
    LocalDateTime movedTo) {

  static Item of(long standstillId, Waiting waiting, LocalDateTime heldUntil) {
    return new Item(
        standstillId,
        waiting.id(),
        waiting.kind(),
        waiting.processKey(),
        waiting.number(),
        waiting.county(),
        waiting.step(),
        waiting.name(),
        waiting.due(),
        heldUntil,
        null);
  }

  /** Whether it still waits where it was put. */
  boolean holds(Waiting waiting) {
    return heldUntil != null && heldUntil.equals(waiting.due());
  }
}
