package rectify.simulation;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the command without job executor, Quartz and web server: nobody else may see, or do
 * anything in, a city whose clock is moved.
 */
class SimulationAtRest implements EnvironmentPostProcessor {

  static final Map<String, Object> AT_REST =
      Map.of(
          "camunda.bpm.job-execution.enabled", "false",
          "spring.quartz.auto-startup", "false",
          "server.port", "-1");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty(SimulationCommand.OPTION)) {
      environment.getPropertySources().addFirst(new MapPropertySource("simulation", AT_REST));
    }
  }
}
