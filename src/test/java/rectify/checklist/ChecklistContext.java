package rectify.checklist;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import rectify.ProductTables;

/** The shipped catalog and guides over an empty database, without the engine. */
@TestConfiguration
@EnableTransactionManagement
@MapperScan(
    basePackages = {
      "rectify.checklist",
      "rectify.enterprise",
      "rectify.profile",
      "rectify.jurisdiction",
      "rectify.notification"
    },
    annotationClass = Mapper.class)
@ComponentScan(
    basePackages = {
      "rectify.checklist",
      "rectify.enterprise",
      "rectify.profile",
      "rectify.jurisdiction",
      "rectify.notification"
    },
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "rectify\\.(jurisdiction\\.(CatalogLoader|Jurisdictions)"
                    + "|enterprise\\.(Enterprises|EnterpriseCheck)"
                    + "|profile\\.(Profiles|Traits)"
                    + "|checklist\\.(Guides|GuideEditions|GuideLibrary|Criteria|Standards|Citations|Checklists)"
                    + "|notification\\.Notifications)"))
class ChecklistContext {

  static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 9, 30);

  @Bean
  DataSource dataSource() {
    DataSource dataSource =
        new DriverManagerDataSource(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                + ";DB_CLOSE_DELAY=-1");
    ProductTables.create(dataSource);
    return dataSource;
  }

  @Bean
  PlatformTransactionManager transactions(DataSource dataSource) {
    return new DataSourceTransactionManager(dataSource);
  }

  @Bean
  JdbcTemplate jdbc(DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  SqlSessionFactory sessions(DataSource dataSource) throws Exception {
    org.apache.ibatis.session.Configuration configuration =
        new org.apache.ibatis.session.Configuration();
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
    factory.setDataSource(dataSource);
    factory.setConfiguration(configuration);
    factory.setMapperLocations(
        new PathMatchingResourcePatternResolver().getResources("classpath*:rectify/**/*.xml"));
    return factory.getObject();
  }

  @Bean
  Clock clock() {
    ZoneId china = ZoneId.of("Asia/Shanghai");
    return Clock.fixed(NOW.atZone(china).toInstant(), china);
  }
}
