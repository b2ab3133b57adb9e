package rectify.hazard;

import java.time.LocalDateTime;

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
