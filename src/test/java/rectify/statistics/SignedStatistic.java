package rectify.statistics;

import java.time.YearMonth;
import org.springframework.transaction.support.TransactionTemplate;

/** A table that is signed already, for tests of what comes after. */
public final class SignedStatistic {

  private SignedStatistic() {}

  /** The month's table of an area that never had one; its id. */
  public static long of(
      Statistics statistics, TransactionTemplate transaction, YearMonth month, String area) {
    return transaction.execute(
        status -> {
          StatisticKind kind = StatisticKind.REPORTING;
          Statistic draft =
              statistics.draw(new Statistics.Due(kind, Period.month(kind, month), area));
          statistics.sign(draft.id(), "演示负责人", "演示填表人", null);
          return draft.id();
        });
  }
}
