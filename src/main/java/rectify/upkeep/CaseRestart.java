package rectify.upkeep;

import rectify.hazard.Hazard;

/** A process of a case that can be put back where it was. */
public interface CaseRestart {

  /**
   * Starts the process at the phase the case is in, with the original dates, if it should run and
   * does not.
   *
   * @return what runs again, in Chinese; null if there was nothing to do
   */
  String restart(Hazard hazard);
}
