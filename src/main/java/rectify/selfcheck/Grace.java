package rectify.selfcheck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.timer.Counts;

/**
 * The days after a month in which a self-check is still accepted, as the newest diagram says: the
 * tables and the assessment of a month wait exactly as long.
 */
@Component
public class Grace {

  private final Counts counts;

  Grace(Counts counts) {
    this.counts = counts;
  }

  /** The last day on which a month's self-check is accepted. */
  public LocalDate lastDay(YearMonth period) {
    return counts
        .drawn(
            SelfCheck.KEY,
            SelfCheck.GRACE_OVER,
            Map.of("lastDay", period.atEndOfMonth().toString()))
        .toLocalDate();
  }
}
