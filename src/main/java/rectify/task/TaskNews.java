package rectify.task;

/**
 * Hears of every new task, in the transaction that makes it: what it writes is there if and only if
 * the task is.
 */
public interface TaskNews {

  void created(OpenTask task);
}
