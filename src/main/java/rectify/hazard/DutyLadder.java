package rectify.hazard;

/** Who climbs when an authority is late with its own duty; a room above the cases. */
public interface DutyLadder {

  /**
   * A duty has become late; does nothing while its ladder runs.
   *
   * @param group the authority's
   */
  void late(Hazard hazard, Duty duty, String group);

  /** Something happened to a case; the ladders of duties it does end. */
  void happened(Hazard hazard, HazardEvent.Kind kind);

  /**
   * A recheck or verification has failed; the ladder over the enterprise hears of it, where the
   * case runs by an earlier diagram that does not say so itself.
   */
  void sentBack(Hazard hazard);

  /** Work outside of cases has become late; does nothing while its ladder runs. */
  void late(LateWork work);

  /** Work outside of cases is done, or owed no more; the ladder over it ends, if there is one. */
  void done(Duty duty, String number);
}
