package rectify.upkeep;

import java.time.LocalDateTime;
import rectify.hazard.Hazard;

/** As much of an open case as its number and its owner need. */
record OpenCase(
    long id,
    String countyCode,
    LocalDateTime foundAt,
    String subcategoryCode,
    String departmentGroup) {

  String number() {
    return Hazard.caseNumber(countyCode, foundAt.getYear(), id);
  }
}
