package rectify.timer;

import java.util.Date;

/**
 * How fast a process may take steps it has missed. One is asked for each process that must not make
 * up for lost time in a minute.
 */
public interface Pace {

  /** The process whose timers keep this pace. */
  String processKey();

  /** The earliest moment for a step that follows another. */
  Date next(Date step);
}
