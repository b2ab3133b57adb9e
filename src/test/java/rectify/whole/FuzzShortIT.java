package rectify.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.People;

/** The short form of the drill {@code Fuzz}, on the product all tests share. */
@WholeSystem
class FuzzShortIT {

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private People people;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void what_nobody_should_send_fails_nothing_and_is_answered_in_the_doors_own_words() {
    Fuzz fuzz = new Fuzz(port, 11, true, engine, people, jdbc, transaction);

    assertThat(fuzz.run(1_000)).as(String.join("\n", fuzz.table())).isEmpty();
  }
}
