package rectify.supervision;

import java.time.LocalDateTime;

/**
 * A rung a case has climbed to, and the supervisor's answer.
 *
 * @param answeredAt null while the supervisor has not answered
 */
public record Rung(
    long hazardId,
    RungLevel level,
    LocalDateTime climbedAt,
    String measure,
    String opinion,
    Long documentId,
    LocalDateTime answeredAt,
    String answeredBy) {}
