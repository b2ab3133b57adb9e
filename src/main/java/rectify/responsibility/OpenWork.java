package rectify.responsibility;

import java.util.List;

/**
 * What a feature has on its books as not yet done: each piece must have its process, and whatever
 * waits for a person its task and its clock. The responsibility audit holds the books against the
 * engine.
 */
public interface OpenWork {

  /** Everything open, in a few queries however much it is. */
  List<Piece> pieces();

  /**
   * A piece of work.
   *
   * @param what it is called, in Chinese
   * @param number the business key of its process
   * @param processKey the process that must run
   * @param countyCode whose people it concerns
   * @param waitsForPeople whether it must have a task now
   * @param ticks whether some process of its number must have a clock that runs, late or not
   */
  record Piece(
      String what,
      String number,
      String processKey,
      String countyCode,
      boolean waitsForPeople,
      boolean ticks) {

    public Piece(
        String what, String number, String processKey, String countyCode, boolean waitsForPeople) {
      this(what, number, processKey, countyCode, waitsForPeople, false);
    }
  }
}
