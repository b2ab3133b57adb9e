package rectify.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rectify.TestDatabase;
import rectify.whole.HostileFiles;

/**
 * Sends twenty hostile files at once to the product with one gigabyte, three times over, and writes
 * what became of them, and of ordinary photos meanwhile, to {@code target/hostile-files.txt}.
 */
class HostileFilesIT {

  private static final int TIMES = 3;
  private static final int PHOTOS = 60;
  private static final long SLOWEST_PHOTO = 2_000;

  private final TestDatabase.Schema schema = TestDatabase.schema("hostile");
  private final Table table = new Table();

  @Test
  void twenty_hostile_files_at_once_at_one_gigabyte() throws Exception {
    try (Service service = new Service("hostile-files", schema, "-Xmx1g")) {
      service.start();
      HostileFiles files = new HostileFiles(service.port());
      table.column("alone");
      photos(files.send(List.of(), 0, 20));
      table.column("among 20 hostile files");
      HostileFiles.Outcome outcome = files.send(HostileFiles.twenty(true), TIMES, PHOTOS);
      photos(outcome);
      table.figure("hostile files sent", outcome.statuses().size());
      table.figure("asked to come back (503 系统正忙)", outcome.askedToComeBack());
      table.mustBeZero("other 5xx", outcome.failures());
      if (outcome.photo(95) > SLOWEST_PHOTO) {
        table.violation("ordinary photos took longer than " + SLOWEST_PHOTO + " ms");
      }
      Map<String, Long> answers =
          outcome.statuses().stream()
              .collect(
                  Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
      answers.forEach((answer, count) -> table.remark(count + " × " + answer));
    } finally {
      table.write("Hostile files at -Xmx1g", Path.of("target", "hostile-files.txt"));
    }
    assertThat(table.violations()).isEmpty();
  }

  private void photos(HostileFiles.Outcome outcome) {
    table.figure("ordinary photos (12 MP)", outcome.photos().size());
    table.figure("p50 ms", outcome.photo(50));
    table.figure("p95 ms", outcome.photo(95));
    table.figure("slowest ms", outcome.photo(100));
  }
}
