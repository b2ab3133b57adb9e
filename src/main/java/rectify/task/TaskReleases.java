package rectify.task;

/**
 * Hears of every task that is free again because whoever held it may no longer do it, in the
 * transaction that takes their right.
 */
public interface TaskReleases {

  /**
   * A task is its unit's again.
   *
   * @param task as it is now, held by nobody
   * @param person who held it
   * @param name the name people know them by; the account may be gone
   */
  void released(OpenTask task, String person, String name);
}
