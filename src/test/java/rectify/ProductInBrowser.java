package rectify;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in the browser with a product and its demo people to itself, on an embedded database that
 * goes with them. Jobs run when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsBrowser
@ActiveProfiles("demo")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "spring.quartz.auto-startup=false"})
@ContextConfiguration(initializers = ProductInBrowser.Initializer.class)
@DirtiesContext
@interface ProductInBrowser {

  /** Names a database that nobody else uses. */
  final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String name = "browser-" + UUID.randomUUID();
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  name,
                  Map.of(
                      "spring.datasource.url",
                      "jdbc:h2:mem:" + name + ";MODE=MySQL",
                      "spring.quartz.scheduler-name",
                      name)));
    }
  }
}
