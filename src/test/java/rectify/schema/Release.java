package rectify.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The database of a released version after a simulated quarter of fifteen enterprises, as that
 * version left it: cases on its diagrams, timers, jobs. Whoever upgrades comes from one of these.
 */
public enum Release {
  V0_1_0("0.1.0", "142");

  private final String version;
  private final String lastMigration;

  Release(String version, String lastMigration) {
    this.version = version;
    this.lastMigration = lastMigration;
  }

  /** Makes the schema as it was, and fills it. */
  public void restore(DataSource empty) {
    flyway(empty).target(lastMigration).load().migrate();
    try (Connection connection = empty.getConnection();
        Statement statement = connection.createStatement()) {
      boolean mySql = connection.getMetaData().getURL().startsWith("jdbc:mysql");
      statement.execute(mySql ? "set foreign_key_checks = 0" : "set referential_integrity false");
      connection.setAutoCommit(false);
      Set<String> cleared = new HashSet<>();
      for (String row : rows().split("\n--\n")) {
        String table = row.split(" ", 4)[2];
        if (cleared.add(table)) {
          // the migrations wrote some rows themselves
          statement.execute("delete from " + table);
        }
        statement.execute(row);
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute(mySql ? "set foreign_key_checks = 1" : "set referential_integrity true");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private String rows() {
    try (InputStream rows =
        new GZIPInputStream(
            Release.class.getResourceAsStream("/releases/" + version + ".sql.gz"))) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Migrates as a start of the product does; how many migrations there were. */
  public static int migrate(DataSource database) {
    return flyway(database).load().migrate().migrationsExecuted;
  }

  private static FluentConfiguration flyway(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .javaMigrations(SchemaMigrations.camundaSchema(), SchemaMigrations.quartzSchema());
  }
}
