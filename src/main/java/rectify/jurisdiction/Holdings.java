package rectify.jurisdiction;

import java.util.List;

/**
 * What a feature keeps for a unit of the catalog: while there is any, the unit cannot go without a
 * successor, and with one it moves there.
 */
public interface Holdings {

  /** What it is, in Chinese, such as 企业. */
  String what();

  /** What a unit still has: their names or numbers; empty if nothing. */
  List<String> held(Unit unit);

  /**
   * Moves what the unit has to its successor, in the transaction that is open; no clock and no due
   * date is touched. Does nothing if nothing is left.
   *
   * @return how many moved
   */
  int move(Move move);

  /** Whether it is work in progress, which cannot leave the county its cases are numbered in. */
  boolean isWork();
}
