package rectify.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the nodes of a cluster start one after the other: each writes, where they are missing, the
 * people, places, lists and diagrams that every start looks for. The lock is MySQL's own and goes
 * with the connection, so that a node killed while it starts stops nobody. H2's file has one node
 * only.
 */
@Component
class OneStartAtATime implements FlywayMigrationStrategy, DisposableBean {

  private final int patienceSeconds;
  private Connection holder;

  @Autowired
  OneStartAtATime() {
    this(600);
  }

  OneStartAtATime(int patienceSeconds) {
    this.patienceSeconds = patienceSeconds;
  }

  @Override
  public void migrate(Flyway flyway) {
    try {
      lock(flyway.getConfiguration().getDataSource().getConnection());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot wait for other nodes to have started", e);
    }
    flyway.migrate();
  }

  private void lock(Connection connection) throws SQLException {
    holder = connection;
    if (connection.getMetaData().getDatabaseProductName().startsWith("H2")) {
      destroy();
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet granted =
            statement.executeQuery(
                "select get_lock(concat(database(), '.start'), " + patienceSeconds + ")")) {
      granted.next();
      if (granted.getInt(1) != 1) {
        throw new IllegalStateException(
            "Another node has been starting for " + patienceSeconds + " seconds");
      }
    }
  }

  @EventListener(ContextRefreshedEvent.class)
  void started() throws SQLException {
    destroy();
  }

  @Override
  public void destroy() throws SQLException {
    if (holder == null) {
      return;
    }
    try (Connection connection = holder) {
      holder = null;
      if (!connection.getMetaData().getDatabaseProductName().startsWith("H2")) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("do release_lock(concat(database(), '.start'))");
        }
      }
    }
  }
}
