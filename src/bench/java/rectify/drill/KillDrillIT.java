package rectify.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;

/** Kills the service while people work, and writes the figures to {@code target/drill.txt}. */
class KillDrillIT {

  private static final int RUNGS = 5;

  /** A killed service's timers stay locked for five minutes. */
  private static final Duration LADDERS_TAKE = Duration.ofMinutes(8);

  /** The outbox is emptied every quarter of a minute. */
  private static final Duration SPREADING_TAKES = Duration.ofMinutes(2);

  private final Settings settings = Settings.chosen();
  private final Random random = new Random(settings.seed());
  private final TestDatabase.Schema schema = TestDatabase.schema("drill");
  private final Journal journal = new Journal();
  private final Audit audit = new Audit(schema, journal);
  private final Table table = new Table();
  private final List<DrillCase> cases = cases();
  private final int plannedAnswers = cases.stream().mapToInt(DrillCase::stepsToDo).sum();

  @Test
  void kill_and_start_again() throws Exception {
    try (Service service = new Service(schema)) {
      service.start();
      try (LateTimers time = new LateTimers(schema, lateKeys())) {
        time.begin();
        Crowd crowd = new Crowd(service, journal, settings, cases).start();
        for (int kill = 1; kill <= settings.kills(); kill++) {
          killInTheMiddle(service, kill);
        }
        crowd.await();
        table.column("at the end");
        awaitLadders();
      }
      cases.stream().filter(DrillCase::isLate).forEach(DrillCase::release);
      new Crowd(service, journal, settings, cases).start().await();
      table.figure("answers acknowledged so far", journal.count());
      table.figure("requests never answered so far", journal.unansweredCount());
      repeatEveryReport(service);
      awaitNotices();
      audit.into(table);
    } catch (Exception broken) {
      table.violation("the drill broke off: " + broken);
      throw broken;
    } finally {
      journal
          .refusals()
          .forEach(
              (answer, times) -> table.remark("Refused %d times: %s".formatted(times, answer)));
      table.remark("Completions never answered, but carried out: " + journal.doneUnansweredCount());
      table.write(
          "Kill drill: " + settings + " on " + audit.database(), Path.of("target", "drill.txt"));
    }
    assertThat(table.violations()).isEmpty();
  }

  private List<DrillCase> cases() {
    List<DrillCase> all = new ArrayList<>();
    Staff[] staff = Staff.values();
    for (int i = 0; i < settings.cases(); i++) {
      boolean late = i % 4 == 0;
      Step last = late || i % 20 == 9 ? Step.REPORT : i % 20 == 19 ? Step.RECTIFY : Step.VERIFY;
      all.add(new DrillCase("drill-" + i, staff[i % staff.length], late, last));
    }
    return all;
  }

  private Set<String> lateKeys() {
    return cases.stream()
        .filter(DrillCase::isLate)
        .map(DrillCase::clientKey)
        .collect(Collectors.toSet());
  }

  /**
   * The kills share out the middle of the work, between a quarter and nine tenths of it. Every
   * second one waits for a timer that is being worked on.
   */
  private void killInTheMiddle(Service service, int kill) throws Exception {
    double share = 0.65 / settings.kills();
    journal.await((int) (plannedAnswers * (0.25 + share * (kill - 1 + random.nextDouble()))));
    Thread.sleep(random.nextInt(300));
    if (kill % 2 == 0) {
      audit.awaitTimerAtWork();
    }
    service.kill();
    table.column("kill " + kill);
    table.figure("answers acknowledged so far", journal.count());
    audit.awaitQuiet();
    table.figure("requests never answered so far", journal.unansweredCount());
    audit.into(table);
    table.figure("seconds until it answered again", service.start().toMillis() / 1000.0);
  }

  private void awaitLadders() throws SQLException, InterruptedException {
    long rungs = lateKeys().size() * (long) RUNGS;
    long begin = System.nanoTime();
    while (audit.rungs() < rungs && System.nanoTime() - begin < LADDERS_TAKE.toNanos()) {
      Thread.sleep(500);
    }
    table.figure(
        "seconds until every ladder was climbed",
        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    table.mustBeZero("rungs missing", rungs - audit.rungs());
  }

  private void awaitNotices() throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    while (audit.unspread() > 0 && System.nanoTime() - begin < SPREADING_TAKES.toNanos()) {
      Thread.sleep(500);
    }
    table.mustBeZero("notices left in the outbox", audit.unspread());
  }

  private void repeatEveryReport(Service service) throws IOException {
    int others = 0;
    for (DrillCase hazard : cases) {
      Doors.Answer answer = service.doors().report(hazard.reporter(), hazard.clientKey());
      if (!answer.body().path("caseNumber").asText().equals(hazard.number())) {
        others++;
      }
    }
    table.mustBeZero("repeated reports that gave another case", others);
  }
}
