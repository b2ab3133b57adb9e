package rectify.engine;

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
}
