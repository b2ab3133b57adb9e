package rectify.paper;

import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody with the database does to a document, as well as it can be done without a key. */
public final class Forged {

  private Forged() {}

  /** Changes columns of a document as it was issued, and its printed check value with them. */
  public static void document(JdbcTemplate jdbc, long id, String set, Object... values) {
    jdbc.update("update document set " + set + " where id = " + id, values);
    Map<String, Object> row = jdbc.queryForMap("select * from document where id = ?", id);
    jdbc.update(
        "update document set sha256 = ? where id = ?",
        Edition.hash(
            null,
            (String) row.get("number"),
            1,
            row.get("issued_at") instanceof Timestamp at
                ? at.toLocalDateTime()
                : (java.time.LocalDateTime) row.get("issued_at"),
            (String) row.get("content"),
            null),
        id);
  }
}
