package rectify.hazard;

/** Who climbs when an authority is late with its own duty in a case; a room above the cases. */
public interface DutyLadder {

  /**
   * A duty has become late; does nothing while its ladder runs.
   *
   * @param group the authority's
   */
  void late(Hazard hazard, Duty duty, String group);

  /** Something happened to a case; the ladders of duties it does end. */
  void happened(Hazard hazard, HazardEvent.Kind kind);
}
