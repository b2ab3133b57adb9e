package rectify.task;

import java.util.Map;
import java.util.Set;

/**
 * Tells what is known of the case a task belongs to, at the moment its form is opened: a form shows
 * it as {@code {{facts}}}. Nothing is stored, so what is shown is never older than the case.
 */
public interface TaskFacts {

  /** The name under which a form shows the facts. */
  String NAME = "facts";

  /** The process variable that holds the case's id. */
  String CASE_ID = "hazardId";

  /** The facts in Chinese Markdown. */
  String of(long caseId);

  /**
   * What the system knows already of what a form asks: the form opens filled in with it, and
   * whoever answers corrects it.
   *
   * @param asked the form's fields
   * @return values by field, of some of these fields
   */
  default Map<String, Object> known(long caseId, Set<String> asked) {
    return Map.of();
  }
}
