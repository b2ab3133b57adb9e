package rectify.drill;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the hashes of the cases' events anew, from the rows alone. */
final class EventChains {

  private static final String EVENTS =
      """
      select hazard_id, seq, kind, detail, happened_at, actor, actor_name, origin, algorithm, key_id,
        state_hash, hash, version, last_event_hash
      from hazard_event join hazard on hazard.id = hazard_event.hazard_id
      order by hazard_id, seq
      """;

  private static final String KEY_OF_THE_DEMO = "UmVjdGlmeS1EZW1vLUxlZGdlci1LZXktTm90LUEtU2VjcmV0";

  private EventChains() {}

  /** How many events have a gap before them or another hash than their rows give. */
  static long broken(Connection connection) throws SQLException {
    long broken = 0;
    long hazard = 0;
    int seq = 0;
    String hash = null;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(EVENTS)) {
      while (row.next()) {
        if (row.getLong("hazard_id") != hazard) {
          hazard = row.getLong("hazard_id");
          seq = 0;
          hash = "0".repeat(64);
        }
        String expected = hash(hash, row);
        hash = row.getString("hash");
        seq++;
        boolean last = seq == row.getInt("version");
        if (seq != row.getInt("seq")
            || !hash.equals(expected)
            || last != hash.equals(row.getString("last_event_hash"))) {
          broken++;
        }
      }
    }
    return broken;
  }

  /** As the product writes it, under the key of the demo; see rectify.chain.Link. */
  private static String hash(String previous, ResultSet row) throws SQLException {
    return hex(
        written("event/1", row.getString("algorithm"), row.getString("key_id"), previous)
            + written(
                row.getLong("hazard_id"),
                row.getInt("seq"),
                row.getString("kind"),
                row.getString("detail"),
                row.getObject("happened_at", LocalDateTime.class),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("origin"),
                row.getString("state_hash")));
  }

  private static String written(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part.toString().length()).append(':').append(part);
    }
    return text.toString();
  }

  private static String hex(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY_OF_THE_DEMO), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
