package rectify.register;

import java.time.LocalDate;
import java.util.List;
import rectify.hazard.Level;
import rectify.hazard.Source;
import rectify.hazard.Status;
import rectify.page.SearchWords;

/**
 * What a list of cases is narrowed to; null parts do not narrow.
 *
 * @param text words that all stand in the number, the enterprise's name, the place or the
 *     description, however they are written; see {@link SearchWords}
 * @param authorityGroup the unit that verifies or rechecks
 * @param overdue only cases that are overdue today
 * @param overdueOn only cases that are overdue on this day
 * @param open only cases that are not closed
 * @param soon only cases whose last day is near, today or later
 * @param dueFrom only cases whose last day is this or later
 * @param dueUntil only cases whose last day is this or earlier
 * @param closedFrom only cases closed on this day or later
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
    String authorityGroup,
    Boolean overdue,
    LocalDate overdueOn,
    Boolean open,
    Boolean soon,
    LocalDate dueFrom,
    LocalDate dueUntil,
    LocalDate closedFrom,
    LocalDate from,
    LocalDate until) {

  /** The filter that narrows nothing. */
  public static final LedgerFilter NONE =
      new LedgerFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  /** The same filter, if it narrows by a text alone. */
  public static LedgerFilter text(String text) {
    return new LedgerFilter(
        text, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** The same, of cases that are not closed. */
  public LedgerFilter openOnly() {
    return new LedgerFilter(
        text,
        status,
        level,
        source,
        countyCode,
        townshipCode,
        authorityGroup,
        overdue,
        overdueOn,
        true,
        soon,
        dueFrom,
        dueUntil,
        closedFrom,
        from,
        until);
  }

  /** The words of the text as LIKE patterns whose own wildcards are plain characters. */
  public List<String> patterns() {
    return SearchWords.patterns(text);
  }

  /** The first day after {@link #until}. */
  public LocalDate before() {
    return until == null ? null : until.plusDays(1);
  }

  /**
   * With days for "overdue" and "soon".
   *
   * @param near the last day that counts as near
   */
  LedgerFilter asOf(LocalDate today, LocalDate near) {
    return new LedgerFilter(
        text,
        status,
        level,
        source,
        blankless(countyCode),
        blankless(townshipCode),
        blankless(authorityGroup),
        overdue,
        Boolean.TRUE.equals(overdue) && overdueOn == null ? today : overdueOn,
        open,
        soon,
        Boolean.TRUE.equals(soon) ? today : dueFrom,
        Boolean.TRUE.equals(soon) ? near : dueUntil,
        closedFrom,
        from,
        until);
  }

  /** What a form leaves open comes as an empty text. */
  private static String blankless(String code) {
    return code == null || code.isBlank() ? null : code;
  }
}
