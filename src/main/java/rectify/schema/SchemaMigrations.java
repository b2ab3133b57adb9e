package rectify.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Creates the engine's and Quartz's tables from the scripts inside their own jars, as Flyway
 * migrations. On MySQL the scripts' character set is replaced as they run: utf8mb3 cannot store a
 * rare character of a name such as 𠮷 (GB 18030-2022).
 */
@Configuration(proxyBeanMethods = false)
class SchemaMigrations {

  private static final List<String> ENGINE_PARTS =
      List.of(
          "engine",
          "identity",
          "history",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Bean
  static JavaMigration camundaSchema() {
    return new JarScripts("001", "camunda 7.24") {
      @Override
      List<String> scripts(boolean mysql) {
        String dialect = mysql ? "mysql" : "h2";
        return ENGINE_PARTS.stream()
            .map(
                part ->
                    "org/camunda/bpm/engine/db/create/activiti."
                        + dialect
                        + ".create."
                        + part
                        + ".sql")
            .toList();
      }
    };
  }

  @Bean
  static JavaMigration quartzSchema() {
    return new JarScripts("002", "quartz") {
      @Override
      List<String> scripts(boolean mysql) {
        return List.of(
            "org/quartz/impl/jdbcjobstore/tables_" + (mysql ? "mysql_innodb" : "h2") + ".sql");
      }
    };
  }

  private abstract static class JarScripts implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    JarScripts(String version, String description) {
      this.version = MigrationVersion.fromVersion(version);
      this.description = description;
    }

    abstract List<String> scripts(boolean mysql);

    @Override
    public MigrationVersion getVersion() {
      return version;
    }

    @Override
    public String getDescription() {
      return description;
    }

    @Override
    public Integer getChecksum() {
      return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
      Connection connection = context.getConnection();
      boolean mysql = !connection.getMetaData().getDatabaseProductName().startsWith("H2");
      if (mysql) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("set default_storage_engine = InnoDB");
        }
      }
      for (String script : scripts(mysql)) {
        String sql = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        String widened =
            sql.replaceAll(
                "(?i)CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
        ScriptUtils.executeSqlScript(
            connection,
            new EncodedResource(
                new ByteArrayResource(widened.getBytes(StandardCharsets.UTF_8), script),
                StandardCharsets.UTF_8),
            false,
            true,
            new String[] {"--", "#"},
            ScriptUtils.DEFAULT_STATEMENT_SEPARATOR,
            ScriptUtils.DEFAULT_BLOCK_COMMENT_START_DELIMITER,
            ScriptUtils.DEFAULT_BLOCK_COMMENT_END_DELIMITER);
      }
    }
  }
}
