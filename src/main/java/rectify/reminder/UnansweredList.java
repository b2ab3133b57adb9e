package rectify.reminder;

import java.time.LocalDateTime;

/**
 * A township's list that it did not answer by the due date.
 *
 * @param endedAt when it was answered after all; null while it is open
 */
public record UnansweredList(Reminder reminder, LocalDateTime dueAt, LocalDateTime endedAt) {}
