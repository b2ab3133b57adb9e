package rectify.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rectify.enterprise.SentRegisterTrial;

/**
 * Imports a thousand registers as people send them ({@code -Ddrill.files}, {@code -Ddrill.seed}),
 * and those of other programs in a directory ({@code -Ddrill.directory}); writes to {@code
 * target/sent-files.txt} what changed in silence.
 */
class SentFilesIT {

  private final Table table = new Table();

  @Test
  void no_value_changes_in_silence() {
    String directory = System.getProperty("drill.directory", "");
    try (SentRegisterTrial trial = new SentRegisterTrial()) {
      trial.generated(Long.getLong("drill.seed", 2026), Integer.getInteger("drill.files", 1_000));
      if (!directory.isEmpty()) {
        trial.of(Path.of(directory));
      }
      table.column("registers as they are sent");
      trial.figures().forEach((figure, value) -> table.figure(figure, value));
      trial.faults().forEach(table::violation);
    } finally {
      table.write("Registers as they are sent", Path.of("target", "sent-files.txt"));
    }
    assertThat(table.violations()).isEmpty();
  }
}
