package rectify.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;
import rectify.engine.EngineClock;

/**
 * Opens a month for the whole city, kills the service twice while it does, lets two nodes go on
 * together, and writes the figures to {@code target/opening-drill.txt}.
 */
class OpeningDrillIT {

  private static final int ENTERPRISES = 12_765;
  private static final String OPERATOR = "cityoffice";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String ENROLLED = "select count(*) from enterprise where enrolled";
  private static final String OPENED = "select count(*) from self_check";
  private static final String NUMBER =
      "concat('ZC', s.county_code, '-', replace(s.period, '-', ''), '-', lpad(s.id, 7, '0'))";
  private static final String INSTANCES =
      """
      (select i.BUSINESS_KEY_ number from ACT_RU_EXECUTION i
        join ACT_RE_PROCDEF d on d.ID_ = i.PROC_DEF_ID_
      where i.PARENT_ID_ is null and d.KEY_ = 'self-check')
      """;

  private final TestDatabase.Schema schema = TestDatabase.schema("opening");
  private final Table table = new Table();
  private final String month = YearMonth.now(EngineClock.ZONE).toString();

  @Test
  void kill_the_opening_twice_and_finish_it_on_two_nodes() throws Exception {
    try (Service one = new Service("node-one", schema);
        Service other = new Service("node-two", schema)) {
      one.start();
      one.doors().importRegister("admin", ENTERPRISES);
      for (int kill = 1; kill <= 2; kill++) {
        one.doors().openMonth(OPERATOR, month);
        awaitOpened(count(ENROLLED) * kill / 3);
        one.kill();
        table.column("kill " + kill);
        audit();
        table.figure("seconds until it answered again", one.start().toMillis() / 1000.0);
      }
      other.start();
      long begun = System.nanoTime();
      one.doors().openMonth(OPERATOR, month);
      other.doors().openMonth(OPERATOR, month);
      awaitOpened(count(ENROLLED));
      table.column("two nodes");
      table.figure("seconds until all were open", (System.nanoTime() - begun) / 1_000_000_000);
      audit();
      table.mustBeZero("enrolled without a check", count(ENROLLED) - count(OPENED));
    } finally {
      table.write("Opening drill, " + month, Path.of("target", "opening-drill.txt"));
    }
    assertThat(table.violations()).isEmpty();
  }

  private void audit() throws SQLException {
    table.figure("enrolled / opened", count(ENROLLED) + " / " + count(OPENED));
    table.mustBeZero(
        "enterprises opened twice",
        count(OPENED) - count("select count(distinct enterprise_id) from self_check"));
    table.mustBeZero(
        "checks without just one case",
        count(
            "select count(*) from self_check s where 1 <> (select count(*) from %s i where i.number = %s)"
                .formatted(INSTANCES, NUMBER)));
    table.mustBeZero(
        "cases without a check",
        count("select count(*) from %s i".formatted(INSTANCES)) - count(OPENED));
    table.mustBeZero(
        "cases without their task",
        count(OPENED)
            - count("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'Activity_Check'"));
  }

  private void awaitOpened(long checks) throws Exception {
    long begin = System.nanoTime();
    while (count(OPENED) < checks) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "only %d of %d checks were opened in %s".formatted(count(OPENED), checks, PATIENCE));
      }
      Thread.sleep(50);
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
