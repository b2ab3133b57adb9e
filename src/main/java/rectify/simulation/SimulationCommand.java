package rectify.simulation;

import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.population.BehaviourProfile;
import rectify.population.City;
import rectify.population.Plan;
import rectify.refusal.Refusal;

/**
 * The simulation as a command: {@code --simulate=2026-Q1} works it, prints the table and ends the
 * program, with exit code 1 if it is refused. {@code --simulate.seed}, {@code --simulate.share},
 * {@code --simulate.profile} and {@code --simulate.threads} say the rest.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SimulationCommand implements ApplicationRunner {

  static final String OPTION = "simulate";

  private final CitySimulation simulation;
  private final SimulationReport report;
  private final ConfigurableApplicationContext context;

  SimulationCommand(
      CitySimulation simulation, SimulationReport report, ConfigurableApplicationContext context) {
    this.simulation = simulation;
    this.report = report;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption(OPTION)) {
      return;
    }
    int code = 0;
    try {
      Plan plan = plan(arguments);
      City city = simulation.run(plan, System.out::println);
      report.lines(city).forEach(System.out::println);
    } catch (Refusal refusal) {
      System.out.println(refusal.getMessage());
      code = 1;
    }
    int exit = code;
    System.exit(SpringApplication.exit(context, () -> exit));
  }

  private Plan plan(ApplicationArguments arguments) {
    try {
      return Plan.of(
          option(arguments, OPTION, ""),
          Long.parseLong(option(arguments, "simulate.seed", "2026")),
          Double.parseDouble(option(arguments, "simulate.share", "1")),
          BehaviourProfile.load(
              context.getResource(
                  option(
                      arguments, "simulate.profile", "classpath:rectify/simulation/profile.yaml"))),
          Integer.parseInt(
              option(
                  arguments,
                  "simulate.threads",
                  String.valueOf(2 * Runtime.getRuntime().availableProcessors()))));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new Refusal("--simulate.seed 和 --simulate.threads 应为整数，--simulate.share 应为小数，请改正。");
    }
  }

  private static String option(ApplicationArguments arguments, String name, String otherwise) {
    List<String> values = arguments.getOptionValues(name);
    return values == null || values.isEmpty() ? otherwise : values.get(0);
  }
}
