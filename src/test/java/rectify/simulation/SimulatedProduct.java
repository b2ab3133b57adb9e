package rectify.simulation;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.Rectify;
import rectify.TestDatabase;
import rectify.population.BehaviourProfile;

/** The product at rest on a schema, for a simulation to work in. */
final class SimulatedProduct implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  SimulatedProduct(TestDatabase.Schema schema) {
    context =
        new SpringApplicationBuilder(Rectify.class)
            .initializers(
                starting -> {
                  var sources = starting.getEnvironment().getPropertySources();
                  sources.addFirst(new MapPropertySource("schema", schema.properties()));
                  sources.addFirst(new MapPropertySource("unencrypted", unencrypted(schema)));
                  sources.addFirst(new MapPropertySource("rest", SimulationAtRest.AT_REST));
                  starting
                      .getBeanFactory()
                      .registerSingleton("withoutTestClasses", new WithoutTestClasses());
                })
            .run(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--rectify.admin.id=simadmin",
                "--rectify.admin.password=Rectify-Sim-2026");
  }

  /** Nobody listens in on a test; by default every statement is encrypted and decrypted. */
  private static Map<String, Object> unencrypted(TestDatabase.Schema schema) {
    return Map.of(
        "spring.datasource.url", schema.url().replace("sslMode=PREFERRED", "sslMode=DISABLED"));
  }

  /** The profile the product brings. */
  static BehaviourProfile.Loaded profile() {
    return BehaviourProfile.load(new ClassPathResource("rectify/simulation/profile.yaml"));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcTemplate jdbc() {
    return bean(JdbcTemplate.class);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Keeps fixtures of the tests, which are on the class path too, out of the product. */
  private static final class WithoutTestClasses extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTestClasses;
    }

    @Override
    public int hashCode() {
      return WithoutTestClasses.class.hashCode();
    }
  }
}
