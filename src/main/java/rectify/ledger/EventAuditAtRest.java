package rectify.ledger;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the command beside a running product: no web server, no jobs, nothing but the audit. */
class EventAuditAtRest implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty(EventAuditCommand.OPTION)) {
      environment
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "eventAudit",
                  Map.of(
                      "camunda.bpm.job-execution.enabled", "false",
                      "spring.quartz.auto-startup", "false",
                      "server.port", "-1")));
    }
  }
}
