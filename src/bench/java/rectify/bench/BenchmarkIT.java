package rectify.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;

/** Runs every part that is wanted and writes {@code target/benchmark.txt}. */
class BenchmarkIT {

  private static final Path FILE = Path.of("target", "benchmark.txt");

  @Test
  void measure() {
    Settings settings = Settings.chosen();
    TestDatabase.Schema schema = TestDatabase.schema("bench");
    Report report = new Report(Conditions.of(schema, settings));
    try (OurProduct ours = new OurProduct(schema)) {
      if (Settings.wants("cases") || Settings.wants("costs")) {
        try (BareCamunda camunda = new BareCamunda(TestDatabase.schema("bare"));
            BareFlowable flowable = new BareFlowable(TestDatabase.schema("flowable"))) {
          new Cases(settings, schema, report)
              .compare(ours, List.of(camunda, flowable), List.of(0.8, 0.9));
        }
      }
      if (Settings.wants("inbox")) {
        new Inbox(settings, ours, schema, report).measure();
      }
      if (Settings.wants("timers")) {
        Timers timers = new Timers(settings, ours, schema, report);
        timers.measureIdle();
        timers.measureHerd();
      }
      if (Settings.wants("openings")) {
        new Openings(settings, ours, TestDatabase.schema("starts"), report).measure();
      }
      if (Settings.wants("sql")) {
        ours.work(CasePath.THREE_TASKS);
        StatementList.write(
            schema, ours, CasePath.THREE_TASKS, Path.of("target", "benchmark-sql.txt"));
      }
    } finally {
      report.write(FILE);
    }
  }
}
