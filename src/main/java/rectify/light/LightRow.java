package rectify.light;

import java.time.LocalDateTime;
import rectify.typed.SpokenDates;

/** A light that is not green, as the API lists it. */
record LightRow(
    long enterpriseId,
    String enterpriseName,
    String countyCode,
    String townshipCode,
    Light.Color color,
    String reason,
    LocalDateTime since) {

  LightRow {
    reason = SpokenDates.in(reason);
  }
}
