package rectify.inspection;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A recheck by two officers.
 *
 * @param result {@code passed} or {@code failed}
 * @param dueAt the last day it was held against
 */
record Recheck(
    long id,
    long hazardId,
    String result,
    String opinion,
    String officer,
    String officerCertificate,
    String secondOfficer,
    String secondCertificate,
    LocalDateTime recheckedAt,
    long documentId,
    LocalDate dueAt) {}
