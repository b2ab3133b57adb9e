package rectify.jurisdiction;

import java.time.LocalDate;

/**
 * A line of {@code successions.csv}: who takes over from a unit that is retired.
 *
 * @param kind what both are
 * @param code of the unit that is retired
 * @param successor code of the one that takes over
 * @param inForceFrom the first day
 * @param basis the document it rests on
 */
public record Succession(
    Unit.Kind kind, String code, String successor, LocalDate inForceFrom, String basis) {

  public Unit from() {
    return new Unit(kind, code);
  }

  Unit to() {
    return new Unit(kind, successor);
  }

  public boolean inForce(LocalDate today) {
    return !inForceFrom.isAfter(today);
  }

  /** Whether only the department in charge of a sub-category changes. */
  public boolean isChangeOfLead() {
    return code.equals(successor);
  }
}
