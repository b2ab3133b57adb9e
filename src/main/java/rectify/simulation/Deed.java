package rectify.simulation;

import java.time.LocalDateTime;

/**
 * Something the simulator has had somebody do; the simulator's own count, written in the
 * transaction of the work itself.
 *
 * @param deedKey unique, so that nothing is done twice
 * @param enterpriseId null where it concerns no single enterprise
 * @param amount how many: failures of a check, findings of a visit; 1 otherwise
 * @param photos uploaded for it
 */
record Deed(
    String deedKey, Kind kind, Long enterpriseId, int amount, int photos, LocalDateTime doneAt) {

  /** What people do. */
  enum Kind {
    CHECK,
    DESCRIPTION,
    REPORT,
    VISIT,
    RECTIFICATION,
    EXTENSION_REQUEST,
    EXTENSION_GRANT,
    EXTENSION_REFUSAL,
    ACCEPTANCE,
    REJECTION,
    SIGNATURE,
    OTHER
  }
}
