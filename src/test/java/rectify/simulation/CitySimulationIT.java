package rectify.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rectify.TestDatabase;
import rectify.population.Behaviour;
import rectify.population.City;
import rectify.population.Plan;
import rectify.refusal.Refusal;
import rectify.suspicion.Kind;

/** A quarter of a twentieth of the city on a real MySQL. */
class CitySimulationIT {

  private static SimulatedProduct product;
  private static City city;
  private static Plan plan;

  @BeforeAll
  static void simulate() {
    product = new SimulatedProduct(TestDatabase.schema("city"));
    plan =
        Plan.of(
            "2026-Q1",
            2026,
            Double.parseDouble(System.getProperty("simulate.share", "0.05")),
            SimulatedProduct.profile(),
            4);
    long begun = System.nanoTime();
    city = product.bean(CitySimulation.class).run(plan, System.out::println);
    System.out.printf("A quarter in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    product.bean(SimulationReport.class).lines(city).forEach(System.out::println);
  }

  @AfterAll
  static void close() {
    product.close();
  }

  @Test
  void the_tables_count_what_the_simulator_counts() {
    assertThat(product.bean(Tally.class).compared())
        .allSatisfy(row -> assertThat(row.recorded()).as(row.what()).isEqualTo(row.done()));
  }

  @Test
  void every_idle_enterprise_is_found_each_month() {
    for (String month : List.of("2026-01", "2026-02", "2026-03")) {
      Set<Long> found =
          enterprises(
              """
              select enterprise_id from self_check
              where period = ? and detected_at is not null and late_at is not null
              and missed_at is not null and submitted_at is null
              """,
              month);
      assertThat(found).as(month).isEqualTo(those(Behaviour.IDLE));
    }
  }

  @Test
  void every_late_enterprise_is_found_each_month_and_no_other_is_accused() {
    for (String month : List.of("2026-01", "2026-02", "2026-03")) {
      Set<Long> found =
          enterprises(
              """
              select enterprise_id from self_check
              where period = ? and late_at is not null and submitted_at is not null
              """,
              month);
      assertThat(found).as(month).isEqualTo(those(Behaviour.LATE));
    }
  }

  @Test
  void no_honest_enterprise_has_a_red_light_or_a_ladder() {
    Set<Long> accused = enterprises("select enterprise_id from red_light");
    accused.addAll(
        enterprises(
            "select h.enterprise_id from hazard h join supervision s on s.hazard_id = h.id"));
    accused.retainAll(those(Behaviour.HONEST));
    assertThat(accused).isEmpty();
  }

  @Test
  void every_open_case_has_a_clock_that_runs() {
    assertThat(new ClockAudit(product).silentCases()).isEmpty();
  }

  @Test
  void every_rung_was_climbed_by_the_rule_and_every_letter_names_a_day_that_had_passed() {
    ClockAudit audit = new ClockAudit(product);
    assertThat(audit.climbed()).isPositive();
    assertThat(audit.climbedAgainstTheRule()).isEmpty();
    assertThat(audit.documentsThatNameAMissedDay()).isPositive();
    assertThat(audit.untrueDocuments()).isEmpty();
  }

  @Test
  void whoever_does_not_report_in_time_is_found_and_nobody_else() {
    assertThat(verdict(Kind.LATE_REPORT)).matches(Verdicts.Row::isExact);
    assertThat(verdict(Kind.MISSED_REPORT)).matches(Verdicts.Row::isExact);
    assertThat(verdict(Kind.RECTIFICATION_OVERDUE).honest()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ZERO_REPORTS, 0.9, 0.5",
    "LAST_DAY_CLOSURES, 0.9, 0.8",
    "BULK_CLOSURES, 0.9, 0.9",
    "SAME_PHOTO, 0.9, 0.9",
    "SAME_TEXT, 0.9, 0.9",
    "CONTRADICTED, 0.6, 0.7"
  })
  void gaming_is_flagged(Kind kind, double precision, double recall) {
    Verdicts.Row row = verdict(kind);

    assertThat(row.precision()).as("precision of " + row).isGreaterThanOrEqualTo(precision);
    assertThat(row.recall()).as("recall of " + row).isGreaterThanOrEqualTo(recall);
  }

  private static Verdicts.Row verdict(Kind kind) {
    return product.bean(Verdicts.class).rows(city).stream()
        .filter(row -> row.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Of fourteen areas; an authority that lets its deadlines pass does not sign either. */
  @Test
  void the_quarters_tables_are_drawn_and_signed() {
    assertThat(tables("select concat(kind, ' ', period) from statistic group by kind, period"))
        .containsExactlyInAnyOrder(
            "REPORTING 2026-01", "REPORTING 2026-02", "REPORTING 2026-03", "TREATMENT 2026-Q1");
    assertThat(tables("select area_code from statistic group by area_code")).hasSize(14);
    assertThat(
            tables(
                "select concat(period, ' ', area_code) from statistic s where signed_at is null"
                    + " and not exists (select 1 from ACT_RU_TASK t"
                    + " join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                    + " where t.TASK_DEF_KEY_ = 'Activity_Sign'"
                    + " and e.BUSINESS_KEY_ like concat('%', s.area_code, '%'))"))
        .isEmpty();
    assertThat(tables("select id from statistic where signed_at is not null"))
        .hasSizeGreaterThan(30);
  }

  private static List<String> tables(String sql) {
    return product.jdbc().queryForList(sql, String.class);
  }

  @Test
  void a_database_with_another_simulation_is_refused() {
    Plan other =
        new Plan(
            1,
            plan.first(),
            plan.until(),
            plan.enterprises(),
            plan.profile(),
            plan.profileHash(),
            1);
    CitySimulation simulation = product.bean(CitySimulation.class);

    assertThatThrownBy(() -> simulation.run(other, line -> {}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("请用原来的参数继续");
  }

  private static Set<Long> enterprises(String sql, Object... arguments) {
    return product.jdbc().queryForList(sql, Long.class, arguments).stream()
        .collect(Collectors.toSet());
  }

  private static Set<Long> those(Behaviour behaviour) {
    return city.firms().values().stream()
        .filter(firm -> firm.enterprise().enrolled() && firm.behaviour() == behaviour)
        .map(firm -> firm.enterprise().id())
        .collect(Collectors.toSet());
  }
}
