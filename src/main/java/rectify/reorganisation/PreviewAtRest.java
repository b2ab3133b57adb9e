package rectify.reorganisation;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import rectify.jurisdiction.CatalogLoader;

/** Starts the preview without job executor, Quartz and web server: it only looks. */
class PreviewAtRest implements EnvironmentPostProcessor {

  private static final Map<String, Object> AT_REST =
      Map.of(
          "camunda.bpm.job-execution.enabled", "false",
          "spring.quartz.auto-startup", "false",
          "server.port", "-1");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty(CatalogLoader.PREVIEW)) {
      environment.getPropertySources().addFirst(new MapPropertySource("preview", AT_REST));
    }
  }
}
