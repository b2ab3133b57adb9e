package rectify.register;

/**
 * How many cases of a person's ledger stand where.
 *
 * @param open not closed
 * @param overdue whose last day has passed without a report of rectification
 * @param soon whose last day is near
 * @param reported that wait for verification or recheck
 * @param closed closed this month
 */
public record LedgerFigures(
    long open, long overdue, long soon, long major, long reported, long closed) {

  /** Of whoever sees no case. */
  public static final LedgerFigures NONE = new LedgerFigures(0, 0, 0, 0, 0, 0);
}
