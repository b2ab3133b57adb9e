package rectify.hazard;

import java.time.LocalDate;

/**
 * What a page of the ledger is narrowed to; null parts do not narrow.
 *
 * @param text part of the enterprise's name, the place or the description
 * @param overdueOn only cases that are overdue on this day
 * @param from first day of registration
 * @param until last day of registration
 */
public record LedgerFilter(
    String text,
    Status status,
    Level level,
    Source source,
    String countyCode,
    String townshipCode,
    LocalDate overdueOn,
    LocalDate from,
    LocalDate until) {

  /** The text as a LIKE pattern whose own wildcards are plain characters. */
  public String pattern() {
    return text == null || text.isBlank()
        ? null
        : "%" + text.strip().replaceAll("([!%_])", "!$1") + "%";
  }

  /** The first day after {@link #until}. */
  public LocalDate before() {
    return until == null ? null : until.plusDays(1);
  }
}
