package rectify.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rectify.TestDatabase;

/** Questions to the server itself. */
final class Mysql {

  private Mysql() {}

  /**
   * The driver's default settings, but for what the engine insists on: dates without fractions, and
   * to see this schema only.
   */
  static String plainUrl(TestDatabase.Schema schema) {
    return schema.url().replaceFirst("\\?.*", "")
        + "?sendFractionalSeconds=false&nullCatalogMeansCurrent=true&allowPublicKeyRetrieval=true";
  }

  /** Counters and settings of the server by name. */
  static Map<String, String> variables(Connection connection, String show) {
    Map<String, String> variables = new HashMap<>();
    for (List<String> row : rows(connection, show)) {
      variables.put(row.get(0), row.get(1));
    }
    return variables;
  }

  static List<List<String>> rows(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
