package rectify.task;

import java.util.Map;

/** Tasks of one kind that a person may do together, with one opinion for all. */
public interface BulkAction {

  /** What a request calls it. */
  String code();

  String processKey();

  /** The user task's id in the diagram. */
  String step();

  /**
   * Why a task has to be done on its own.
   *
   * @return null if it may be done with others; otherwise Chinese, with what to do instead
   */
  String refuses(OpenTask task);

  /**
   * The form of each task.
   *
   * @param measure how, where there is a choice; may be null
   */
  Map<String, Object> form(String opinion, String measure);
}
