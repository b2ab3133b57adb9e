package rectify.supervision;

import java.time.LocalDateTime;

/**
 * A duty that its authority is late with, in a case or outside of any.
 *
 * @param hazardId null where it belongs to no case; number, title and county are then its own
 * @param duty as the diagrams call it
 * @param endedAt null until it is done
 */
record LateDuty(
    long id,
    Long hazardId,
    String duty,
    String authorityGroup,
    LocalDateTime lateAt,
    LocalDateTime endedAt,
    String number,
    String title,
    String countyCode) {

  boolean isOfCase() {
    return hazardId != null;
  }
}
