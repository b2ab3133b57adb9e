package rectify.engine;

import java.util.Set;

/** Tells in whose place somebody may do tasks at this moment, because they are absent. */
public interface StandIns {

  /**
   * @return ids of the absent persons; empty for most people on most days
   */
  Set<String> absentFor(String person);
}
