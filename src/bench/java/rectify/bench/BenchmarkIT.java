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
      if (Settings.wants("cases")) {
        try (BareCamunda camunda = new BareCamunda(TestDatabase.schema("bare"));
            BareFlowable flowable = new BareFlowable(TestDatabase.schema("flowable"))) {
          new Cases(settings, schema, report)
              .compare(ours, List.of(camunda, flowable), List.of(0.8, 0.9));
        }
      }
    } finally {
      report.write(FILE);
    }
  }
}
