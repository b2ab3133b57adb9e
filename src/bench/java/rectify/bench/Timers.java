package rectify.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import rectify.TestDatabase;
import rectify.engine.EngineClock;

/** How late timers fire; each is the reminder of a real case and does its real work. */
final class Timers {

  private static final Duration LONGER_THAN_ANY_BACK_OFF = Duration.ofSeconds(12);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Settings settings;
  private final OurProduct product;
  private final TestDatabase.Schema schema;
  private final Report report;
  private final TimerWatch watch;

  Timers(Settings settings, OurProduct product, TestDatabase.Schema schema, Report report) {
    this.settings = settings;
    this.product = product;
    this.schema = schema;
    this.report = report;
    watch = product.bean(TimerWatch.class);
  }

  /** Small batches, with long enough breaks that each finds the job executor asleep. */
  void measureIdle() {
    int timers = settings.timerBatches() * settings.timersPerBatch();
    List<String> instances = report(timers);
    LocalDateTime first = now().plusSeconds(20);
    watch.forget();
    for (int batch = 0; batch < settings.timerBatches(); batch++) {
      int from = batch * settings.timersPerBatch();
      due(
          instances.subList(from, from + settings.timersPerBatch()),
          first.plus(LONGER_THAN_ANY_BACK_OFF.multipliedBy(batch)));
    }
    product.wake();
    awaitFired(timers);
    product.rest();
    Spread late = lateness();
    report.row(
        "lateness of %d timers, idle system".formatted(timers),
        seconds(
            "median %.1f s, p95 %.1f s, latest %.1f s",
            late.median(), late.percentile(0.95), late.most()),
        "≤ 5 s");
  }

  /** All at once. */
  void measureHerd() {
    long begun = System.nanoTime();
    List<String> instances = report(settings.herd());
    double seconds = (System.nanoTime() - begun) / 1e9;
    report.row(
        String.format(Locale.ROOT, "reporting %,d hazards", settings.herd()),
        seconds("%.0f s, %.0f per second", seconds, settings.herd() / seconds));
    watch.forget();
    due(instances, now().plusSeconds(15));
    product.wake();
    awaitFired(settings.herd());
    product.rest();
    Spread late = lateness();
    report.row(
        String.format(Locale.ROOT, "%,d timers due in the same second", settings.herd()),
        seconds(
            "first %.1f s late, median %.1f s, last %.1f s (%.0f per second), each once",
            late.least(), late.median(), late.most(), settings.herd() / late.most()),
        "first ≤ 5 s");
  }

  private List<String> report(int cases) {
    List<String> instances = java.util.Collections.synchronizedList(new ArrayList<>());
    Crowd.share(settings.threads(), cases, i -> instances.add(product.openCase()));
    return instances;
  }

  private Spread lateness() {
    return new Spread(watch.firings().stream().map(TimerWatch.Firing::secondsLate).toList());
  }

  /** Moves the reminders of some cases. */
  private void due(List<String> instances, LocalDateTime at) {
    try (Connection connection = schema.connect();
        PreparedStatement update =
            connection.prepareStatement(
                "update ACT_RU_JOB set DUEDATE_ = ? where PROCESS_INSTANCE_ID_ = ?"
                    + " and JOB_DEF_ID_ in"
                    + " (select ID_ from ACT_RU_JOBDEF where ACT_ID_ = 'Event_DueSoon')")) {
      connection.setAutoCommit(false);
      for (String instance : instances) {
        update.setTimestamp(1, Timestamp.valueOf(at));
        update.setString(2, instance);
        update.addBatch();
      }
      update.executeBatch();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitFired(int timers) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (watch.firings().size() < timers) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            watch.firings().size() + " of " + timers + " timers fired in " + PATIENCE);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    if (watch.firings().size() > timers) {
      throw new IllegalStateException(watch.firings().size() + " firings of " + timers + " timers");
    }
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(EngineClock.ZONE).withNano(0);
  }

  private static String seconds(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
