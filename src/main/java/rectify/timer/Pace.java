package rectify.timer;

import java.util.Date;
import java.util.Set;

/** How fast processes that must not make up for lost time in a minute take steps they missed. */
public interface Pace {

  /** The processes whose timers keep this pace. */
  Set<String> processKeys();

  /** The earliest moment for a step that follows another. */
  Date next(Date step);
}
