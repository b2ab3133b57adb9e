package rectify.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import rectify.simulation.CitySimulation;
import rectify.simulation.History;
import rectify.timer.SteppedTime;
import rectify.watch.Heartbeat;

/**
 * Three months of life that end now, made once, on the first start with an empty register. One that
 * was broken off is finished at the next start, up to the moment it was begun for.
 */
@Component
@Profile("demo")
class DemoHistory {

  /** What the demo's city is drawn from; who behaves how follows from it alone. */
  static final long SEED = 2026;

  static final int DAYS = 92;
  private static final String PROFILE = "rectify/demo/profile.yaml";
  private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);

  private final DemoHistoryMapper mapper;
  private final DemoScripts scripts;
  private final DemoHabits habits;
  private final CitySimulation city;
  private final SteppedTime time;
  private final Heartbeat heartbeat;
  private final Clock clock;

  DemoHistory(
      DemoHistoryMapper mapper,
      DemoScripts scripts,
      DemoHabits habits,
      CitySimulation city,
      SteppedTime time,
      Heartbeat heartbeat,
      Clock clock) {
    this.mapper = mapper;
    this.scripts = scripts;
    this.habits = habits;
    this.city = city;
    this.time = time;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /**
   * The history this database holds.
   *
   * @param until the moment it leads up to
   * @param finishedAt null while it is being made
   */
  record Made(LocalDate firstDay, LocalDateTime until, LocalDateTime finishedAt) {}

  /**
   * Makes it if there is none and nothing else either.
   *
   * @param settle brings in the enterprises, at the first moment of the history; is done at every
   *     start
   */
  void makeAfter(Runnable settle) {
    Made made = mapper.find();
    if (made == null && city.isUntouched()) {
      LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
      made = new Made(now.toLocalDate().minusDays(DAYS), now, null);
      mapper.insert(made);
    }
    if (made == null || made.finishedAt() != null) {
      settle.run();
      return;
    }
    make(made, settle);
    // between the last simulated round and the opening nothing stood still
    heartbeat.beatAnew();
    mapper.finish(LocalDateTime.now(clock));
  }

  private void make(Made made, Runnable settle) {
    long begun = System.nanoTime();
    LOG.info(
        "Making the demo's history since {}; the product opens when it is done", made.firstDay());
    try {
      time.to(made.firstDay().atStartOfDay());
      settle.run();
      DemoScript script = scripts.until(made.until());
      city.make(
          new History(SEED, made.firstDay(), made.until(), new ClassPathResource(PROFILE), script),
          LOG::debug);
      habits.fillInboxes(script.lately());
    } finally {
      time.backToNow();
    }
    LOG.info(
        "Made the demo's history in {} s", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
  }
}
