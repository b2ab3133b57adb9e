package rectify.deadline;

import java.time.LocalDateTime;

/**
 * What a day-level timer does counts for the day it ended: it is due with that day's last second
 * and fires moments later, after midnight, when nobody could have begun yet.
 */
public final class DayEnd {

  private static final int MORNING = 6;

  private DayEnd() {}

  /** The moment periods count from that begin with something done at this one. */
  public static LocalDateTime of(LocalDateTime at) {
    return at.getHour() < MORNING ? Deadlines.lastMoment(at.toLocalDate().minusDays(1)) : at;
  }
}
