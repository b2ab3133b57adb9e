package rectify.ledger;

import java.time.LocalDateTime;

/**
 * A run of the audit.
 *
 * @param papers documents and signed tables
 * @param roundAt id of the case the round of all cases has come to; 0 at a round's end
 */
record AuditRun(
    long id,
    LocalDateTime beganAt,
    LocalDateTime endedAt,
    int chains,
    long events,
    int papers,
    long roundAt) {}
