package rectify.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;
import rectify.population.City;
import rectify.population.Plan;
import rectify.suspicion.Kind;

/**
 * A quarter of the whole city; {@code -Dsimulate.share=}, {@code simulate.seed} and {@code
 * simulate.threads} make it another one. Writes {@code target/city-drill.txt}.
 */
class CityDrillIT {

  private static final Path FILE = Path.of("target", "city-drill.txt");

  @Test
  void a_quarter_of_the_city() throws IOException {
    Plan plan =
        Plan.of(
            System.getProperty("simulate.period", "2026-Q1"),
            Long.getLong("simulate.seed", 2026),
            Double.parseDouble(System.getProperty("simulate.share", "1")),
            SimulatedProduct.profile(),
            Integer.getInteger("simulate.threads", 4));
    try (SimulatedProduct product = new SimulatedProduct(TestDatabase.schema("city"))) {
      long begun = System.nanoTime();
      City city = product.bean(CitySimulation.class).run(plan, System.out::println);
      double seconds = (System.nanoTime() - begun) / 1e9;
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              Locale.ROOT,
              "%d enterprises, %s to %s, seed %d, %d threads, %d cores: %.0f s",
              plan.enterprises(),
              plan.first(),
              plan.until(),
              plan.seed(),
              plan.threads(),
              Runtime.getRuntime().availableProcessors(),
              seconds));
      lines.add("");
      lines.addAll(product.bean(SimulationReport.class).lines(city));
      lines.forEach(System.out::println);
      Files.write(FILE, lines);
      assertThat(product.bean(Tally.class).compared()).allMatch(Tally.Row::agrees);
      assertThat(product.bean(Verdicts.class).rows(city))
          .filteredOn(row -> row.kind() == Kind.LATE_REPORT || row.kind() == Kind.MISSED_REPORT)
          .hasSize(2)
          .allMatch(Verdicts.Row::isExact);
    }
  }
}
