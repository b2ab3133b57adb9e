package rectify.inspection;

import java.time.LocalDateTime;

/**
 * What an inspection adds to the hazard it found.
 *
 * @param onSpotMeasures what was done at once: corrected, or measures that make it safe
 * @param transferGroup the department it was transferred to; null if it was not
 * @param orderDocumentId the newest order (责令限期整改指令书); null until it is issued
 * @param recheckFrom when the time for the recheck began: the report or the expiry; null while
 *     neither has come in this round
 */
record Finding(
    long hazardId,
    long inspectionId,
    Disposal disposal,
    String onSpotMeasures,
    String transferGroup,
    LocalDateTime transferredAt,
    Long orderDocumentId,
    LocalDateTime recheckFrom) {}
