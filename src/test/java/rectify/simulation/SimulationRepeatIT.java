package rectify.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;
import rectify.population.Plan;

/** The same seed gives the same history, whether or not it was interrupted. */
class SimulationRepeatIT {

  private static final double A_FEW = 0.002;

  private final Plan plan = Plan.of("2026-01", 7, A_FEW, SimulatedProduct.profile(), 4);

  /** After the second kill the day that was worked is not on record: it must not be done twice. */
  @Test
  void a_run_killed_twice_gives_the_history_of_one_that_was_not() {
    List<String> whole;
    try (SimulatedProduct product = new SimulatedProduct(TestDatabase.schema("whole"))) {
      product.bean(CitySimulation.class).run(plan, line -> {});
      whole = history(product);
    }
    List<String> killed;
    try (SimulatedProduct product = new SimulatedProduct(TestDatabase.schema("killed"))) {
      CitySimulation simulation = product.bean(CitySimulation.class);
      killOn(simulation, "2026-01-09");
      killOn(simulation, "2026-01-26");
      product.jdbc().update("update simulation set worked_until = '2026-01-25 23:00:00'");
      simulation.run(plan, line -> {});
      killed = history(product);
      assertThat(product.bean(Tally.class).compared()).allMatch(Tally.Row::agrees);
    }
    assertThat(killed).isEqualTo(whole);
    assertThat(whole).hasSizeGreaterThan(50);
  }

  private void killOn(CitySimulation simulation, String day) {
    assertThatThrownBy(
            () ->
                simulation.run(
                    plan,
                    line -> {
                      if (line.startsWith(day)) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
  }

  /** What happened, without the numbers the database gave and in an order of its own. */
  private static List<String> history(SimulatedProduct product) {
    return product
        .jdbc()
        .queryForList(
            """
            select concat_ws('|', c.credit_code, h.location, h.description, h.found_at, e.kind,
              e.happened_at, e.actor, h.status, h.due_at, coalesce(h.measures, ''))
            from hazard_event e
            join hazard h on h.id = e.hazard_id
            join enterprise c on c.id = h.enterprise_id
            union all
            select concat_ws('|', c.credit_code, s.period, s.status, s.failed_count,
              coalesce(s.detected_at, ''), coalesce(s.late_at, ''), coalesce(s.submitted_at, ''))
            from self_check s
            join enterprise c on c.id = s.enterprise_id
            """,
            String.class)
        .stream()
        .sorted()
        .toList();
  }
}
