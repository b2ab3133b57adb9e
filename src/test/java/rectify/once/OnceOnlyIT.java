package rectify.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.whole.WholeSystem;

/** The keys of requests; what they do is in {@code RaceIT}. */
@WholeSystem
class OnceOnlyIT {

  @Autowired private OnceOnly once;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;

  @Test
  void keys_nobody_will_send_again_are_swept_and_younger_ones_kept() {
    asked("old-key", 401);
    asked("young-key", 399);

    assertThat(once.sweep()).isEqualTo(1);

    assertThat(
            jdbc.queryForList(
                "select request_key from answered_request where person = 'sweep'", String.class))
        .containsExactly("young-key");
  }

  private void asked(String key, int daysAgo) {
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "insert into answered_request (person, request_key, door, content_hash, asked_at)"
                    + " values ('sweep', ?, 'x', 'x', ?)",
                key,
                LocalDateTime.now(clock).minusDays(daysAgo)));
  }
}
