package rectify.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.People;
import rectify.whole.Fuzz;
import rectify.whole.WholeSystem;

/**
 * Asks every door 20,000 questions no program of ours asks ({@code -Ddrill.requests}, {@code
 * drill.seed}), and writes what became of them to {@code target/fuzz.txt}.
 */
@WholeSystem
class FuzzIT {

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void no_question_fails_a_door_or_is_told_more_than_it_should() throws IOException {
    long seed = Long.getLong("drill.seed", 11);
    Fuzz fuzz = new Fuzz(port, seed, false, engine, people, jdbc, transaction);
    long begin = System.nanoTime();
    List<String> faults = fuzz.run(Integer.getInteger("drill.requests", 20_000));
    long seconds = Math.max(1, (System.nanoTime() - begin) / 1_000_000_000);

    List<String> lines = new ArrayList<>(fuzz.table());
    lines.add("took " + seconds + " s; kinds of faults: " + faults.size());
    lines.addAll(faults);
    lines.forEach(System.out::println);
    // an example may have halves of characters, which are written as they can be
    Files.write(
        Path.of("target", "fuzz.txt"), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    assertThat(faults).isEmpty();
  }
}
