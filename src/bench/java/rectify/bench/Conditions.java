package rectify.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rectify.TestDatabase;
import rectify.engine.EngineClock;

/** Under what the figures were measured: they mean nothing without it. */
final class Conditions {

  private Conditions() {}

  static List<String> of(TestDatabase.Schema schema, Settings settings) {
    try (Connection connection = schema.connect()) {
      Map<String, String> server = Mysql.variables(connection, "show global variables");
      boolean binlog = "ON".equals(server.get("log_bin"));
      return List.of(
          "Rectify benchmark, "
              + LocalDateTime.now(EngineClock.ZONE).truncatedTo(ChronoUnit.MINUTES),
          "%d cores, Java %s, heap %d MB, %s"
              .formatted(
                  Runtime.getRuntime().availableProcessors(),
                  System.getProperty("java.version"),
                  Runtime.getRuntime().maxMemory() >> 20,
                  load()),
          "MySQL %s on the same machine: innodb_flush_log_at_trx_commit=%s, %s, %s, buffer pool %d MB"
              .formatted(
                  server.get("version"),
                  server.get("innodb_flush_log_at_trx_commit"),
                  binlog
                      ? "sync_binlog=" + server.get("sync_binlog")
                      : "no binary log (so sync_binlog does not matter)",
                  server.get("transaction_isolation"),
                  Long.parseLong(server.get("innodb_buffer_pool_size")) >> 20),
          settings.toString());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The machine's load of the last minute; over its cores, somebody else is at work. */
  static String load() {
    return String.format(
        Locale.ROOT,
        "load %.1f",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
