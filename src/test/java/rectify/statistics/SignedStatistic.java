package rectify.statistics;

import java.time.YearMonth;
import org.springframework.jdbc.core.JdbcTemplate;
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

  /** Changes columns as somebody with the database can, and the printed check value with them. */
  public static void forge(Statistics statistics, JdbcTemplate jdbc, long id, String set) {
    jdbc.update("update statistic set " + set + " where id = ?", id);
    Statistic forged = statistics.get(id);
    Statistic.Signature signature =
        new Statistic.Signature(
            forged.signatory(),
            forged.preparer(),
            forged.phone(),
            forged.signedAt(),
            forged.signedBy());
    jdbc.update("update statistic set sha256 = ? where id = ?", forged.hash(signature, null), id);
  }
}
