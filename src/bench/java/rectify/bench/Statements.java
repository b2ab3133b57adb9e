package rectify.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import rectify.TestDatabase;

/**
 * What the server was asked during a piece of work, by its own counters. Nothing else may use the
 * server meanwhile.
 *
 * @param all statements of every kind, the driver's own included
 * @param selects reads
 * @param commits explicit commits
 */
record Statements(long all, long selects, long commits) {

  private static final String STATUS =
      "show global status where variable_name in ('Questions', 'Com_select', 'Com_commit')";

  static Statements during(TestDatabase.Schema schema, Runnable work) {
    try (Connection connection = schema.connect()) {
      Statements before = read(connection);
      Statements own = read(connection).minus(before);
      before = read(connection);
      work.run();
      return read(connection).minus(before).minus(own);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Statements read(Connection connection) {
    Map<String, String> status = Mysql.variables(connection, STATUS);
    return new Statements(
        Long.parseLong(status.get("Questions")),
        Long.parseLong(status.get("Com_select")),
        Long.parseLong(status.get("Com_commit")));
  }

  private Statements minus(Statements other) {
    return new Statements(all - other.all, selects - other.selects, commits - other.commits);
  }
}
