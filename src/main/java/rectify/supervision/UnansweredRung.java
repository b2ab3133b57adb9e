package rectify.supervision;

import java.time.LocalDateTime;

/**
 * A rung whose supervisor did not answer by its due date.
 *
 * @param group the supervisor's
 * @param endedAt when it was answered, or its ladder ended, after all; null while it is open
 */
public record UnansweredRung(
    String caseNumber, RungLevel level, String group, LocalDateTime dueAt, LocalDateTime endedAt) {}
