package rectify.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rectify.timer.Timers.Move;
import rectify.timer.Waiting;

/**
 * What a choice does to the clocks.
 *
 * @param moves from where a clock stands now
 * @param lastDays new last days of rectification, by a waiting of the case that is counted from
 *     them
 */
record Plan(List<Move> moves, Map<Waiting, LocalDate> lastDays) {}
