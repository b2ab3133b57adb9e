package rectify.chain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.seal.Algorithm;
import rectify.seal.Keys;

/**
 * What somebody with the database may do to an anchored case of three events or more, and what the
 * audit must say to it.
 *
 * @param seq counted from the end if not positive: 0 is the newest event
 */
public record Forgery(String name, Verdict verdict, int seq, Deed deed) {

  private static final int AFTER_THE_NEWEST = 1000;

  /** Does it to a case that has so many events. */
  public interface Deed {
    void to(JdbcTemplate jdbc, long id, int events);
  }

  @Override
  public String toString() {
    return name;
  }

  public int seq(int events) {
    return seq == AFTER_THE_NEWEST ? events + 1 : seq > 0 ? seq : events + seq;
  }

  /** All that need no key. */
  public static List<Forgery> all() {
    return List.of(
        new Forgery(
            "an event's text is edited",
            Verdict.ALTERED,
            2,
            (jdbc, id, n) ->
                jdbc.update(
                    "update hazard_event set detail = 'x' where hazard_id = ? and seq = 2", id)),
        new Forgery(
            "an event's time is edited",
            Verdict.ALTERED,
            1,
            (jdbc, id, n) ->
                jdbc.update(
                    "update hazard_event set happened_at = '2020-01-01 00:00:00' where hazard_id = ?"
                        + " and seq = 1",
                    id)),
        new Forgery(
            "an event in the middle is deleted",
            Verdict.ALTERED,
            2,
            (jdbc, id, n) ->
                jdbc.update("delete from hazard_event where hazard_id = ? and seq = 2", id)),
        new Forgery(
            "an event in the middle is deleted and the rest moved up",
            Verdict.ALTERED,
            2,
            (jdbc, id, n) -> {
              jdbc.update("delete from hazard_event where hazard_id = ? and seq = 2", id);
              for (int seq = 3; seq <= n; seq++) {
                move(jdbc, id, seq, seq - 1);
              }
              jdbc.update("update hazard set version = ? where id = ?", n - 1, id);
            }),
        new Forgery(
            "an event is put in between",
            Verdict.ALTERED,
            3,
            (jdbc, id, n) -> {
              for (int seq = n; seq >= 3; seq--) {
                move(jdbc, id, seq, seq + 1);
              }
              copy(jdbc, id, 2, 3);
              jdbc.update("update hazard set version = ? where id = ?", n + 1, id);
            }),
        new Forgery(
            "two events change places",
            Verdict.ALTERED,
            1,
            (jdbc, id, n) -> {
              move(jdbc, id, 1, 999);
              move(jdbc, id, 2, 1);
              move(jdbc, id, 999, 2);
            }),
        new Forgery(
            "an event is put at the end",
            Verdict.LOG_LONGER,
            Forgery.AFTER_THE_NEWEST,
            (jdbc, id, n) -> copy(jdbc, id, n, n + 1)),
        new Forgery(
            "the newest event is deleted",
            Verdict.CHAIN_LONGER,
            0,
            (jdbc, id, n) ->
                jdbc.update("delete from hazard_event where hazard_id = ? and seq = ?", id, n)),
        new Forgery(
            "the newest event is deleted and the case's count and head set back",
            Verdict.ANCHOR_MISMATCH,
            0,
            (jdbc, id, n) -> {
              jdbc.update("delete from hazard_event where hazard_id = ? and seq = ?", id, n);
              jdbc.update(
                  "update hazard set version = ?, last_event_hash = (select hash from hazard_event"
                      + " where hazard_id = ? and seq = ?) where id = ?",
                  n - 1,
                  id,
                  n - 1,
                  id);
            }),
        new Forgery(
            "the case's text is edited",
            Verdict.ALTERED,
            0,
            (jdbc, id, n) -> jdbc.update("update hazard set description = 'x' where id = ?", id)),
        new Forgery(
            "the case is closed by hand",
            Verdict.ALTERED,
            0,
            (jdbc, id, n) ->
                jdbc.update(
                    "update hazard set status = 'CLOSED', closed_at = '2026-03-02 09:00:00' where"
                        + " id = ?",
                    id)),
        new Forgery(
            "the case's last day is moved",
            Verdict.ALTERED,
            0,
            (jdbc, id, n) ->
                jdbc.update("update hazard set due_at = '2029-01-01' where id = ?", id)),
        new Forgery(
            "all is computed anew as it was before there was a key",
            Verdict.ALTERED,
            1,
            (jdbc, id, n) -> anew(jdbc, id, "SHA-256", null, null)),
        new Forgery(
            "all is computed anew with another key",
            Verdict.ALTERED,
            1,
            (jdbc, id, n) -> anew(jdbc, id, "HMAC-SHA-256", "demo", new byte[32])));
  }

  /** By somebody who has the key, too: only an anchor that left tells. */
  public static Forgery withTheKey() {
    return new Forgery(
        "all is computed anew with the key",
        Verdict.ANCHOR_MISMATCH,
        0,
        (jdbc, id, n) ->
            anew(jdbc, id, "HMAC-SHA-256", "demo", Base64.getDecoder().decode(Keys.OF_THE_DEMO)));
  }

  private static void move(JdbcTemplate jdbc, long id, int from, int to) {
    jdbc.update("update hazard_event set seq = ? where hazard_id = ? and seq = ?", to, id, from);
  }

  private static void copy(JdbcTemplate jdbc, long id, int from, int to) {
    jdbc.update(
        """
        insert into hazard_event (hazard_id, seq, kind, detail, happened_at, actor, actor_name,
          origin, algorithm, key_id, state_hash, hash)
        select hazard_id, ?, kind, detail, happened_at, actor, actor_name, origin, algorithm,
          key_id, state_hash, hash
        from hazard_event where hazard_id = ? and seq = ?
        """,
        to,
        id,
        from);
  }

  /** Edits the first event and makes all hashes fit. */
  public static void anew(JdbcTemplate jdbc, long id, String algorithm, String keyId, byte[] key) {
    jdbc.update("update hazard_event set detail = '另一件事' where hazard_id = ? and seq = 1", id);
    String previous = Link.BEFORE_THE_FIRST;
    for (Link link : links(jdbc, id)) {
      Link said =
          new Link(
              id,
              link.seq(),
              link.kind(),
              link.detail(),
              link.happenedAt(),
              link.actor(),
              link.actorName(),
              link.origin(),
              algorithm,
              keyId,
              keyId == null ? null : link.stateHash(),
              null);
      String text = said.text(previous);
      previous =
          key == null ? Algorithm.SHA_256.digest(text) : Algorithm.HMAC_SHA_256.mac(key, text);
      jdbc.update(
          "update hazard_event set algorithm = ?, key_id = ?, state_hash = ?, hash = ? where"
              + " hazard_id = ? and seq = ?",
          algorithm,
          keyId,
          said.stateHash(),
          previous,
          id,
          link.seq());
    }
    jdbc.update("update hazard set last_event_hash = ? where id = ?", previous, id);
  }

  private static List<Link> links(JdbcTemplate jdbc, long id) {
    return jdbc.query(
        "select * from hazard_event where hazard_id = ? order by seq",
        (row, i) ->
            new Link(
                id,
                row.getInt("seq"),
                row.getString("kind"),
                row.getString("detail"),
                row.getObject("happened_at", LocalDateTime.class),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("origin"),
                row.getString("algorithm"),
                row.getString("key_id"),
                row.getString("state_hash"),
                row.getString("hash")),
        id);
  }

  /** A case as it was, to be put back. */
  public static final class Before {

    private final JdbcTemplate jdbc;
    private final long id;
    private final Map<String, Object> hazard;
    private final List<Map<String, Object>> events;

    public Before(JdbcTemplate jdbc, long id) {
      this.jdbc = jdbc;
      this.id = id;
      hazard = jdbc.queryForMap("select * from hazard where id = ?", id);
      events = jdbc.queryForList("select * from hazard_event where hazard_id = ? order by seq", id);
    }

    public int count() {
      return events.size();
    }

    public void back() {
      jdbc.update("delete from hazard_event where hazard_id = ?", id);
      if (jdbc.update("update hazard set version = version where id = ?", id) == 0) {
        insert("hazard", hazard);
      } else {
        List<Object> values = new ArrayList<>(hazard.values());
        values.add(id);
        jdbc.update(
            "update hazard set "
                + hazard.keySet().stream().map(c -> c + " = ?").collect(Collectors.joining(", "))
                + " where id = ?",
            values.toArray());
      }
      events.forEach(event -> insert("hazard_event", event));
    }

    private void insert(String table, Map<String, Object> row) {
      jdbc.update(
          "insert into %s (%s) values (%s)"
              .formatted(
                  table,
                  String.join(", ", row.keySet()),
                  row.keySet().stream().map(c -> "?").collect(Collectors.joining(", "))),
          row.values().toArray());
    }
  }
}
