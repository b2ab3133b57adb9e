package rectify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.Visitor;
import rectify.whole.WholeSystem;

/** What the nightly sweep throws away, and what it does not touch. */
@WholeSystem
class EvidenceSweepIT {

  @Autowired private EvidenceSweep sweep;
  @Autowired private Clock clock;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  @Value("${rectify.evidence.directory}")
  private Path directory;

  @Test
  void files_without_a_row_and_forgotten_drafts_go_and_the_rest_stays() throws IOException {
    long fresh = draft();
    long forgotten = draft();
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update evidence set uploaded_at = '2026-01-01 00:00:00' where id = ?", forgotten));
    Path kept = original(fresh);
    Path gone = original(forgotten);
    Path month =
        directory.resolve(YearMonth.now(clock).format(DateTimeFormatter.ofPattern("yyyy/MM")));
    Path orphan = aged(Files.createDirectories(month).resolve(UUID.randomUUID() + ".original"));
    Path young = Files.write(month.resolve(UUID.randomUUID() + ".original"), new byte[1]);
    Path half =
        aged(Files.createDirectories(directory.resolve("incoming")).resolve("half.original"));
    age(kept);

    sweep.sweep();

    assertThat(kept).exists();
    assertThat(young).exists();
    assertThat(gone).doesNotExist();
    assertThat(orphan).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(jdbc.queryForList("select id from evidence where id = ?", Long.class, forgotten))
        .isEmpty();
    assertThat(jdbc.queryForList("select id from evidence where id = ?", Long.class, fresh))
        .hasSize(1);
    Files.delete(young);
  }

  private long draft() {
    String key = UUID.randomUUID().toString();
    var answer =
        new Visitor(port)
            .as("naenterprise")
            .upload(
                "/api/evidence",
                Map.of("kind", "before", "clientKey", key),
                "a.jpg",
                Photos.unique());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return jdbc.queryForObject("select id from evidence where client_key = ?", Long.class, key);
  }

  private Path original(long id) {
    return directory.resolve(
        jdbc.queryForObject("select stored_as from evidence where id = ?", String.class, id)
            + ".original");
  }

  private Path aged(Path file) throws IOException {
    return age(Files.write(file, new byte[1]));
  }

  private Path age(Path file) throws IOException {
    return Files.setLastModifiedTime(
        file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
  }
}
