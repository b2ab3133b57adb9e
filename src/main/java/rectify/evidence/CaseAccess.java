package rectify.evidence;

import java.time.LocalDateTime;
import java.util.Optional;

/** What evidence has to know of the cases it belongs to, and tells them. */
public interface CaseAccess {

  /** What happened to a piece of evidence. */
  enum Change {
    ADDED,
    WITHDRAWN
  }

  /**
   * A case.
   *
   * @param round how often it was sent back
   * @param visible whether the person who asks may see it
   */
  record Owner(
      String caseNumber,
      String enterpriseName,
      long enterpriseId,
      LocalDateTime foundAt,
      int round,
      boolean visible) {}

  /** The case of this number; empty if there is none, as for an inspection's number. */
  Optional<Owner> find(String caseNumber);

  /**
   * Writes an event of the case, one after the other if several are written at a time.
   *
   * @return the case; empty if the number is none of a case, and nothing was written
   */
  Optional<Owner> note(String caseNumber, Change change, String detail);
}
