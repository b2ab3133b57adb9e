package rectify.register;

import java.time.LocalDateTime;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Status;

/** Something a person has done in a case. */
public record Done(
    LocalDateTime happenedAt,
    HazardEvent.Kind kind,
    String detail,
    long hazardId,
    String countyCode,
    LocalDateTime foundAt,
    String enterpriseName,
    String location,
    Status status) {

  public String caseNumber() {
    return Hazard.caseNumber(countyCode, foundAt.getYear(), hazardId);
  }
}
