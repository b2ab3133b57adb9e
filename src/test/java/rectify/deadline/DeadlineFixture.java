package rectify.deadline;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Deadlines over the library's holidays and given imported ones, with or without a database. */
public final class DeadlineFixture {

  private DeadlineFixture() {}

  static Holidays holidays(Holiday... imported) {
    HolidayMapper mapper = mock(HolidayMapper.class);
    when(mapper.all()).thenReturn(List.of(imported));
    return new Holidays(mapper);
  }

  /** Without a database, for tests of other rooms. */
  public static Deadlines ofTheLibrary() {
    return deadlines();
  }

  static Deadlines deadlines(Holiday... imported) {
    return new Deadlines(holidays(imported));
  }

  @TestConfiguration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackages = "rectify.deadline")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MybatisAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = {"rectify.schema", "rectify.engine"},
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*\\.(SchemaMigrations|EngineClock)"))
  @Import({Holidays.class, Deadlines.class})
  static class Database {}
}
