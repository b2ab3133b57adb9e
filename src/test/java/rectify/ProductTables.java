package rectify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * All of the product's own tables, for tests that need no engine: every migration but those that
 * touch the engine's tables or Quartz's. A test that picks its migrations by hand breaks with the
 * next one.
 */
public final class ProductTables {

  private static final Resource[] MIGRATIONS = migrations();

  private ProductTables() {}

  /** Creates them in an empty database. */
  public static void create(DataSource dataSource) {
    ResourceDatabasePopulator scripts = new ResourceDatabasePopulator(MIGRATIONS);
    scripts.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
    DatabasePopulatorUtils.execute(scripts, dataSource);
  }

  private static Resource[] migrations() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:db/migration/V*.sql"))
          .filter(script -> !touchesTheEngine(script))
          .sorted(Comparator.comparing(Resource::getFilename))
          .toArray(Resource[]::new);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean touchesTheEngine(Resource script) {
    try {
      String statements = script.getContentAsString(StandardCharsets.UTF_8);
      return statements.contains(" ACT_") || statements.contains(" QRTZ_");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
