package rectify.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import rectify.TestDatabase;

/** Every statement of one case in order, to see where they come from. */
final class StatementList {

  private static final int MOST = 300;

  private StatementList() {}

  static void write(TestDatabase.Schema schema, Contender contender, CasePath path, Path file) {
    try (Connection connection = schema.connect()) {
      Mysql.execute(connection, "set global log_output = 'TABLE'");
      Mysql.execute(connection, "truncate table mysql.general_log");
      Mysql.execute(connection, "set global general_log = on");
      contender.work(path);
      Mysql.execute(connection, "set global general_log = off");
      List<String> lines = new ArrayList<>();
      for (List<String> row :
          Mysql.rows(
              connection,
              "select thread_id, command_type, convert(argument using utf8mb4)"
                  + " from mysql.general_log order by event_time")) {
        String statement = row.get(2).replaceAll("\\s+", " ").strip();
        lines.add(
            row.get(0)
                + " "
                + row.get(1)
                + " "
                + statement.substring(0, Math.min(MOST, statement.length())));
      }
      Files.write(file, lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
