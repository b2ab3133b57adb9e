package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short form of the drill {@code HostileFiles}, which runs with one gigabyte. */
@WholeSystem
class HostileFilesShortIT {

  @LocalServerPort private int port;

  @Test
  void twenty_hostile_files_at_once_fail_nothing_and_hold_up_no_ordinary_photo() throws Exception {
    HostileFiles files = new HostileFiles(port);
    files.send(List.of(), 0, 2);

    HostileFiles.Outcome outcome = files.send(HostileFiles.twenty(false), 1, 3);

    assertThat(outcome.failures()).as(outcome.statuses().toString()).isZero();
    assertThat(outcome.statuses())
        .hasSize(20)
        .filteredOn(status -> !status.contains("sixteen bits"))
        .allMatch(status -> status.matches("(400|503) .*请.*"));
    assertThat(outcome.photo(95)).isLessThan(5_000);
  }
}
