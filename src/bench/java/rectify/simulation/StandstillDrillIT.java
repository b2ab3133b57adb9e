package rectify.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.TestDatabase;
import rectify.population.Plan;
import rectify.selfcheck.MonthOpening;
import rectify.timer.SteppedTime;
import rectify.timer.SteppedTime.Due;
import rectify.watch.Heartbeat;

/**
 * A part of the city stands still for seven weeks and lives again, with nobody at work: what ran
 * out meanwhile is held, the ladders take a step a day, nothing loses its clock. {@code
 * -Dsimulate.share=} (an eighth), {@code simulate.period}, {@code simulate.seed} and {@code
 * simulate.threads} make it another one. Writes {@code target/standstill-drill.txt}.
 */
class StandstillDrillIT {

  private static final Path FILE = Path.of("target", "standstill-drill.txt");
  private static final int DAYS_STILL = 49;
  private static final int DAYS_ALIVE = 28;
  private static final int TIMERS_A_READ = 5_000;

  private final List<String> lines = new ArrayList<>();
  private SimulatedProduct product;
  private SteppedTime time;
  private JdbcTemplate jdbc;
  private long fired;
  private long failed;

  @Test
  void seven_weeks_without_the_product() throws IOException {
    Plan plan =
        Plan.of(
            System.getProperty("simulate.period", "2026-01"),
            Long.getLong("simulate.seed", 2026),
            Double.parseDouble(System.getProperty("simulate.share", "0.125")),
            SimulatedProduct.profile(),
            Integer.getInteger("simulate.threads", 4));
    try (SimulatedProduct begun = new SimulatedProduct(TestDatabase.schema("standstill"))) {
      product = begun;
      time = product.bean(SteppedTime.class);
      jdbc = product.jdbc();
      product.bean(CitySimulation.class).run(plan, line -> {});
      try {
        stand(plan);
      } finally {
        time.backToNow();
        lines.forEach(System.out::println);
        Files.write(FILE, lines);
      }
    }
  }

  private void stand(Plan plan) {
    Heartbeat heartbeat = product.bean(Heartbeat.class);
    LocalDateTime still = plan.until();
    LocalDateTime again = still.plusDays(DAYS_STILL).withHour(9);
    time.to(still);
    heartbeat.beatAnew();
    say("%d enterprises, stood still from %s to %s", plan.enterprises(), still, again);
    say("open cases: %d", count("select count(*) from hazard where status <> 'CLOSED'"));
    time.to(again);
    say("timers that ran out meanwhile: %d", time.due(again, Integer.MAX_VALUE).size());

    long looked = System.nanoTime();
    heartbeat.beat();

    say("noticed, held and listed in %.1f s", seconds(looked));
    long listed = count("select count(*) from standstill_item");
    say("standstills listed: %d, with %d items", count("select count(*) from standstill"), listed);
    long month = System.nanoTime();
    int opened = product.bean(MonthOpening.class).openCurrent();
    say("%s opened for %d enterprises in %.1f s", YearMonth.from(again), opened, seconds(month));

    for (LocalDateTime day = again; day.isBefore(again.plusDays(DAYS_ALIVE)); ) {
      long begun = System.nanoTime();
      long before = fired;
      liveUntil(day);
      if (fired > before) {
        say("%s: %d timers in %.1f s", day.toLocalDate(), fired - before, seconds(begun));
      }
      day = day.plusDays(1);
    }

    long silent = new ClockAudit(product).silentCases().size();
    long duties = steps("select late_duty_id as id, asked_at from late_duty_rung");
    long ladders =
        steps(
            "select hazard_id as id, climbed_at as asked_at from rung where climbed_at >= '"
                + again.toString().replace('T', ' ')
                + "'");
    say("timers fired: %d, failed: %d", fired, failed);
    say("most steps of a ladder in a day: %d; of a late duty: %d", ladders, duties);
    say("open cases without a clock: %d", silent);
    assertThat(failed).isZero();
    assertThat(silent).isZero();
    assertThat(ladders).isLessThanOrEqualTo(1);
    assertThat(duties).isLessThanOrEqualTo(1);
    assertThat(listed).isPositive();
    assertThat(opened).isPositive();
  }

  private void liveUntil(LocalDateTime moment) {
    List<Due> due = time.due(moment, TIMERS_A_READ);
    while (!due.isEmpty()) {
      for (Due timer : due) {
        if (timer.at().isAfter(time.now())) {
          time.to(timer.at());
        }
        fire(timer);
      }
      due = time.due(moment, TIMERS_A_READ);
    }
    time.to(moment);
  }

  private void fire(Due timer) {
    try {
      time.fire(timer.id());
      fired++;
    } catch (RuntimeException broken) {
      failed++;
      throw broken;
    }
  }

  private long steps(String climbed) {
    return count(
        "select coalesce(max(n), 0) from (select count(*) as n from ("
            + climbed
            + ") climbed group by id, date(asked_at)) by_day");
  }

  private long count(String sql) {
    return jdbc.queryForObject(sql, Long.class);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void say(String line, Object... values) {
    lines.add(String.format(Locale.ROOT, line, values));
  }
}
