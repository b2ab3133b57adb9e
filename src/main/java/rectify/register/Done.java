package rectify.register;

import java.time.LocalDateTime;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Status;
import rectify.typed.SpokenDates;

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

  public Done {
    detail = SpokenDates.in(detail);
  }

  public String caseNumber() {
    return Hazard.caseNumber(countyCode, foundAt.getYear(), hazardId);
  }
}
