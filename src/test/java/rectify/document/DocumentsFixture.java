package rectify.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.TestDatabase;
import rectify.engine.EngineClock;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;
import rectify.seal.KeysTest;

/** Documents on a database of their own, with a calendar that the test turns. */
public final class DocumentsFixture {

  enum Database {
    H2,
    MYSQL
  }

  private static final Map<Database, DocumentsFixture> STARTED = new EnumMap<>(Database.class);
  private static final AtomicInteger PLACES = new AtomicInteger();

  final Documents documents;
  final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Calendar calendar;

  private DocumentsFixture(ApplicationContext context) {
    documents = context.getBean(Documents.class);
    jdbc = context.getBean(JdbcTemplate.class);
    transaction = context.getBean(TransactionTemplate.class);
    calendar = context.getBean(Calendar.class);
  }

  /** In the summer of 2026. */
  static synchronized DocumentsFixture on(Database database) {
    assumeTrue(database == Database.H2 || TestDatabase.isMySql(), "no MySQL 8 here");
    DocumentsFixture fixture = STARTED.computeIfAbsent(database, DocumentsFixture::start);
    fixture.is(LocalDateTime.of(2026, 7, 1, 9, 30, 15));
    return fixture;
  }

  private static DocumentsFixture start(Database database) {
    Map<String, Object> properties =
        new HashMap<>(
            database == Database.MYSQL
                ? TestDatabase.schema("document").properties()
                : Map.of(
                    "spring.datasource.url", "jdbc:h2:mem:document;MODE=MySQL;DB_CLOSE_DELAY=-1",
                    "spring.datasource.username", "sa",
                    "spring.datasource.password", ""));
    properties.put("rectify.ledger.keys", KeysTest.ONE);
    return new DocumentsFixture(
        new SpringApplicationBuilder(Context.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .initializers(
                context ->
                    context
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("document", properties)))
            .run());
  }

  /** A place no other test has issued in. */
  static String place() {
    return "试" + PLACES.incrementAndGet();
  }

  static DocumentDraft draft(DocumentKind kind, String place) {
    return new DocumentDraft(kind, place, null, 7L, "dept350582emergency", "ent1", "demo", sheet());
  }

  public static Sheet sheet() {
    return Sheet.by("晋江市应急管理局", "演示𠮷祥鞋业有限公司")
        .field("单位地址", "晋江市陈埭镇")
        .text("经查，你单位存在下列问题：")
        .written("1．2号车间：箱门缺失😀")
        .signature("检查人员（签名）", null)
        .seal("晋江市应急管理局")
        .copies("一式二份。");
  }

  <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  void inTransactionRolledBack(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          work.run();
          status.setRollbackOnly();
        });
  }

  Document issued(DocumentKind kind, String place) {
    return inTransaction(() -> documents.issue(draft(kind, place)));
  }

  Document answered(Document parent, DocumentKind kind) {
    return inTransaction(() -> documents.issueInChain(parent.id(), draft(kind, parent.place())));
  }

  void is(LocalDateTime moment) {
    calendar.moment = moment;
  }

  /** A clock that stands still. */
  private static final class Calendar extends Clock {

    private volatile LocalDateTime moment;

    @Override
    public ZoneId getZone() {
      return EngineClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return moment.atZone(EngineClock.ZONE).toInstant();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackages = {"rectify.document", "rectify.seal"})
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MybatisAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = {"rectify.schema", "rectify.seal"},
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*\\.(SchemaMigrations|Keys|Seals|PaperSeals)"))
  @Import({Documents.class, Calendar.class})
  static class Context {}
}
