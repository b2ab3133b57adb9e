package rectify.identity;

import java.time.LocalDate;

/**
 * Somebody who stands in for a colleague of the same unit.
 *
 * @param person who is absent
 * @param fromDay the first day
 * @param toDay the last day
 */
public record Deputy(long id, String person, String deputy, LocalDate fromDay, LocalDate toDay) {

  boolean isOn(LocalDate day) {
    return !day.isBefore(fromDay) && !day.isAfter(toDay);
  }

  boolean overlaps(LocalDate from, LocalDate to) {
    return !from.isAfter(toDay) && !to.isBefore(fromDay);
  }
}
