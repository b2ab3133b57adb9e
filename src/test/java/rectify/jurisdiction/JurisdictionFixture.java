package rectify.jurisdiction;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;

/** The shipped catalog, whole or damaged, and just enough context to load it into a database. */
public final class JurisdictionFixture {

  private JurisdictionFixture() {}

  public static Catalog shipped() {
    return CatalogFiles.read(new ClassPathResource("catalog/"));
  }

  /** The door over the shipped files, without a database. */
  public static Jurisdictions shippedJurisdictions() {
    return new Jurisdictions(
        new CatalogLoader(null, new DefaultResourceLoader(), "classpath:catalog") {
          @Override
          public Catalog load() {
            return shipped();
          }
        });
  }

  public static Catalog withDepartments(UnaryOperator<List<Department>> change) {
    Catalog catalog = shipped();
    return new Catalog(
        catalog.counties,
        catalog.townships,
        catalog.categories,
        catalog.subcategories,
        catalog.roles,
        change.apply(catalog.departments),
        catalog.overrides);
  }

  public static Catalog withTownships(UnaryOperator<List<Township>> change) {
    Catalog catalog = shipped();
    return new Catalog(
        catalog.counties,
        change.apply(catalog.townships),
        catalog.categories,
        catalog.subcategories,
        catalog.roles,
        catalog.departments,
        catalog.overrides);
  }

  public static Catalog withOverrides(ResponsibilityOverride... overrides) {
    Catalog catalog = shipped();
    return new Catalog(
        catalog.counties,
        catalog.townships,
        catalog.categories,
        catalog.subcategories,
        catalog.roles,
        catalog.departments,
        List.of(overrides));
  }

  public static <T> UnaryOperator<List<T>> without(Predicate<T> gone) {
    return rows -> rows.stream().filter(gone.negate()).collect(Collectors.toList());
  }

  @TestConfiguration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackages = "rectify.jurisdiction")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MybatisAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = "rectify.schema",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.SchemaMigrations"))
  @Import({CatalogLoader.class, Jurisdictions.class})
  static class Database {}
}
