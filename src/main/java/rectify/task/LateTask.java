package rectify.task;

import java.time.LocalDateTime;

/**
 * A task that was not done by its due date. Times are China time.
 *
 * @param businessKey of its process instance
 * @param step the id of the user task in the diagram
 * @param endedAt when it was done, or taken back, after all; null while it is open
 */
public record LateTask(
    String businessKey, String step, LocalDateTime dueAt, LocalDateTime endedAt) {}
