package rectify.hazard;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A request for more time and its answer.
 *
 * @param dueAt the last day when it was asked
 * @param decision {@code granted}, {@code refused}, or null while open
 */
public record Extension(
    long id,
    long hazardId,
    LocalDate dueAt,
    LocalDate requestedDueAt,
    String reason,
    LocalDateTime requestedAt,
    String requestedBy,
    String decision,
    LocalDate grantedDueAt,
    String opinion,
    LocalDateTime decidedAt,
    String decidedBy) {}
