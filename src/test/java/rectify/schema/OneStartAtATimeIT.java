package rectify.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;

/** Two nodes on one empty database. */
class OneStartAtATimeIT {

  private final OneStartAtATime first = new OneStartAtATime(1);
  private final OneStartAtATime second = new OneStartAtATime(1);
  private TestDatabase.Schema schema;

  @BeforeEach
  void an_empty_database() {
    assumeThat(TestDatabase.isMySql()).isTrue();
    schema = TestDatabase.schema("start");
  }

  @AfterEach
  void both_are_stopped() throws SQLException {
    first.destroy();
    second.destroy();
  }

  @Test
  void the_second_waits_until_the_first_has_started() throws SQLException {
    first.migrate(migrations());

    assertThatThrownBy(() -> second.migrate(migrations()))
        .hasMessageContaining("Another node has been starting");

    first.started();
    second.migrate(migrations());
    assertThat(migrations().info().applied()).isNotEmpty();
  }

  @Test
  void nodes_of_another_database_do_not_wait() {
    first.migrate(migrations());
    schema = TestDatabase.schema("start");

    second.migrate(migrations());

    assertThat(migrations().info().applied()).isNotEmpty();
  }

  @Test
  void a_node_that_was_killed_stops_nobody() throws SQLException {
    new OneStartAtATime(1).migrate(migrations());
    killConnections();

    second.migrate(migrations());

    assertThat(migrations().info().applied()).isNotEmpty();
  }

  private Flyway migrations() {
    return Flyway.configure()
        .dataSource(schema.url(), schema.user(), schema.password())
        .locations("classpath:db/start")
        .load();
  }

  /** As the server does when the machine at the other end is gone. */
  private void killConnections() throws SQLException {
    try (var connection = schema.connect();
        var statement = connection.createStatement()) {
      var others =
          statement.executeQuery(
              "select id from information_schema.processlist where db = database()"
                  + " and id <> connection_id()");
      List<Long> ids = new ArrayList<>();
      while (others.next()) {
        ids.add(others.getLong(1));
      }
      for (long id : ids) {
        statement.execute("kill " + id);
      }
    }
  }
}
