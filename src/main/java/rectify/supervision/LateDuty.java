package rectify.supervision;

import java.time.LocalDateTime;

/**
 * A duty in a case that its authority is late with.
 *
 * @param duty as the diagrams call it
 * @param endedAt null until it is done
 */
record LateDuty(
    long id,
    long hazardId,
    String duty,
    String authorityGroup,
    LocalDateTime lateAt,
    LocalDateTime endedAt) {}
