package rectify.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import rectify.TestDatabase;

/** The migrations build the same schema on both databases, each with the application's own URL. */
class SchemaTest {

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnMySql {

    private TestDatabase.Schema schema;

    @BeforeAll
    void migrates() {
      schema = TestDatabase.schema("schema");
      migrate(schema.url(), schema.user(), schema.password());
    }

    @Test
    void the_engines_and_quartz_tables_are_there() throws SQLException {
      assertTables(connect());
    }

    @Test
    void the_indexes_the_engine_lacks_are_there() throws SQLException {
      assertIndexes(connect());
    }

    @Test
    void no_table_is_too_narrow_for_a_rare_character() throws SQLException {
      assertThat(
              ask(
                  connect(),
                  "select concat(table_name, ' ', table_collation) from information_schema.tables"
                      + " where table_schema = database()"
                      + " and table_collation <> 'utf8mb4_bin'"))
          .isEmpty();
      assertThat(
              ask(
                  connect(),
                  "select concat(table_name, '.', column_name) from information_schema.columns"
                      + " where table_schema = database() and character_set_name <> 'utf8mb4'"))
          .isEmpty();
    }

    @Test
    void every_table_knows_transactions() throws SQLException {
      assertThat(
              ask(
                  connect(),
                  "select table_name from information_schema.tables"
                      + " where table_schema = database() and engine <> 'InnoDB'"))
          .isEmpty();
    }

    @Test
    void every_released_version_is_migrated_with_what_is_in_it() throws SQLException {
      for (Release release : Release.values()) {
        TestDatabase.Schema old = TestDatabase.schema("release");
        assertMigrated(release, old.pool());
      }
    }

    @Test
    void a_second_start_changes_nothing() {
      assertThat(migrate(schema.url(), schema.user(), schema.password())).isZero();
    }

    private Connection connect() throws SQLException {
      return schema.connect();
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnH2 {

    private String url;

    @BeforeAll
    void migrates(@TempDir Path directory) throws IOException {
      url = applicationUrl().replace("./data/rectify", directory.resolve("rectify").toString());
      migrate(url, "sa", "");
    }

    @Test
    void the_engines_and_quartz_tables_are_there() throws SQLException {
      assertTables(connect());
    }

    @Test
    void the_indexes_the_engine_lacks_are_there() throws SQLException {
      assertIndexes(connect());
    }

    @Test
    void every_released_version_is_migrated_with_what_is_in_it(@TempDir Path directory)
        throws IOException, SQLException {
      for (Release release : Release.values()) {
        assertMigrated(
            release,
            new DriverManagerDataSource(
                applicationUrl()
                    .replace("./data/rectify", directory.resolve(release.name()).toString()),
                "sa",
                ""));
      }
    }

    @Test
    void a_second_start_changes_nothing() {
      assertThat(migrate(url, "sa", "")).isZero();
    }

    private Connection connect() throws SQLException {
      return DriverManager.getConnection(url, "sa", "");
    }

    private static String applicationUrl() throws IOException {
      return new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yaml"))
          .get(0)
          .getProperty("spring.datasource.url")
          .toString();
    }
  }

  private static int migrate(String url, String user, String password) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .javaMigrations(SchemaMigrations.camundaSchema(), SchemaMigrations.quartzSchema())
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private static void assertMigrated(Release release, DataSource database) throws SQLException {
    release.restore(database);
    List<String> cases =
        ask(
            database.getConnection(),
            "select concat(id, ' ', enterprise_name) from hazard order by 1");

    assertThat(Release.migrate(database)).isPositive();

    assertThat(cases).hasSizeGreaterThan(50);
    assertThat(
            ask(
                database.getConnection(),
                "select concat(id, ' ', enterprise_name) from hazard order by 1"))
        .isEqualTo(cases);
  }

  private static void assertTables(Connection connection) throws SQLException {
    List<String> tables =
        ask(
            connection,
            "select upper(table_name) from information_schema.tables"
                + " where table_schema = "
                + (isH2(connection) ? "schema()" : "database()"));
    assertThat(tables).filteredOn(t -> t.startsWith("ACT_")).hasSize(49);
    assertThat(tables).filteredOn(t -> t.startsWith("QRTZ_")).hasSize(11);
  }

  private static void assertIndexes(Connection connection) throws SQLException {
    try (connection) {
      assertThat(indexes(connection, "ACT_RU_JOB")).contains("ACT_IDX_JOB_DUE");
      assertThat(indexes(connection, "ACT_RU_TASK"))
          .contains("ACT_IDX_TASK_DUE", "ACT_IDX_TASK_PARENT");
    }
  }

  private static List<String> indexes(Connection connection, String table) throws SQLException {

    List<String> indexes = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getIndexInfo(null, null, table, false, false)) {
      while (rows.next()) {
        indexes.add(String.valueOf(rows.getString("INDEX_NAME")).toUpperCase(Locale.ROOT));
      }
    }
    return indexes;
  }

  private static boolean isH2(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
