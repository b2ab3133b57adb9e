package rectify.timer;

import java.time.LocalDateTime;

/**
 * A timer that will fire, or a task that is due. Times are China time.
 *
 * @param id of the timer or the task
 * @param number the business key of its process, such as a case number
 * @param county whose it is; the city's code for the city's own
 * @param step id of the event or task in the diagram
 * @param name what the diagram calls it
 * @param since when it was set
 * @param written how the diagram counts it, such as {@code ${deadlines.workingDaysAfter(dueAt, 3)}}
 */
public record Waiting(
    Kind kind,
    String id,
    String processKey,
    String number,
    String county,
    String step,
    String name,
    LocalDateTime due,
    LocalDateTime since,
    String written,
    String instance) {

  /** What is waited for. */
  public enum Kind {
    TIMER,
    TASK
  }

  /** The same with another date. */
  public Waiting at(LocalDateTime other) {
    return new Waiting(
        kind, id, processKey, number, county, step, name, other, since, written, instance);
  }

  /** Whether the date stands in a document or a form and only its own day counts. */
  public boolean isGivenDay() {
    return written.contains("deadlines.endOf(");
  }
}
