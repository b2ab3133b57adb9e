package rectify.desk;

import java.time.LocalDate;

/**
 * A case a person follows.
 *
 * @param status Chinese
 * @param dueAt last day of rectification; null until decided
 */
public record Follow(
    String caseNumber,
    String enterprise,
    String location,
    String level,
    String status,
    LocalDate dueAt,
    boolean overdue) {}
