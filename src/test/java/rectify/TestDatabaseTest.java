package rectify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class TestDatabaseTest {

  @BeforeAll
  static void needs_a_mysql() {
    assumeTrue(TestDatabase.isMySql(), "no MySQL 8 here");
  }

  @Test
  void it_is_a_mysql_8_with_the_isolation_level_and_time_zone_of_production() throws SQLException {
    try (Connection connection = TestDatabase.schema("version").connect()) {
      assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("8.");
      assertThat(ask(connection, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
      assertThat(ask(connection, "select @@global.transaction_isolation"))
          .isEqualTo("READ-COMMITTED");
      assertThat(ask(connection, "select @@global.time_zone")).isEqualTo("+08:00");
    }
  }

  @Test
  void a_rare_character_and_an_emoji_survive_a_round_trip() throws SQLException {
    TestDatabase.Schema schema = TestDatabase.schema("charset");
    try (Connection connection = schema.connect()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table shop (name varchar(20))");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into shop (name) values (?)")) {
        insert.setString(1, "𠮷野家😀");
        insert.executeUpdate();
      }
    }

    try (Connection another = schema.connect()) {
      assertThat(ask(another, "select name from shop")).isEqualTo("𠮷野家😀");
      assertThat(ask(another, "select @@collation_database")).isEqualTo("utf8mb4_bin");
    }
  }

  @Test
  void two_schemas_do_not_see_each_other() throws SQLException {
    TestDatabase.Schema one = TestDatabase.schema("twin");
    TestDatabase.Schema other = TestDatabase.schema("twin");
    try (Connection connection = one.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table mine (id int)");
    }

    try (Connection connection = other.connect();
        ResultSet tables = connection.getMetaData().getTables(null, null, "mine", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void the_url_carries_the_parameters_of_the_mysql_profile() {
    assertThat(TestDatabase.schema("url").url())
        .contains("sendFractionalSeconds=false", "nullCatalogMeansCurrent=true")
        .doesNotContain("${");
  }

  @Test
  void a_server_that_is_given_must_be_named_by_a_mysql_url() {
    Map<String, String> settings = Map.of("test.mysql.url", "jdbc:postgresql://localhost/");

    assertThatThrownBy(() -> TestDatabase.choose(settings::get)).hasMessageContaining("jdbc:mysql");
  }

  @Nested
  @RealMySql
  @SpringJUnitConfig
  class ASpringContext {

    @Configuration
    static class Empty {}

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void is_pointed_at_a_schema_of_its_own() {
      assertThat(url).startsWith("jdbc:mysql://").contains("/rectify_");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
