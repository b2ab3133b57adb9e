package rectify.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import rectify.paper.Table;

/**
 * One version of a table of one area and period. Times are China time.
 *
 * @param areaCode a county, or the city
 * @param version 1, and 2 or more for a correction
 * @param cutOff what happened later is not counted
 * @param content the table as it was drawn, see {@link #table()}
 * @param reason of a correction; null in the first version
 * @param requestedBy who asked for the correction
 * @param signatory the main person in charge (单位负责人); null until it is signed
 * @param preparer who filled it in (填表人)
 * @param signedBy user id
 * @param sha256 over content and signature and the version before it; null until it is signed
 * @param overdueAt when it was not signed in time; null if it was
 * @param supervision what the city's office did about that
 */
public record Statistic(
    long id,
    StatisticKind kind,
    String period,
    String areaCode,
    int version,
    State state,
    LocalDateTime cutOff,
    String content,
    LocalDateTime drawnAt,
    String reason,
    String requestedBy,
    String signatory,
    String preparer,
    String phone,
    LocalDateTime signedAt,
    String signedBy,
    String sha256,
    LocalDateTime overdueAt,
    String supervision,
    LocalDateTime supervisedAt,
    String supervisedBy) {

  /** Where a version stands; a signed one whose successor is signed counts as replaced. */
  public enum State {
    DRAFT,
    SIGNED
  }

  /**
   * What a person signs with.
   *
   * @param by user id
   */
  record Signature(String signatory, String preparer, String phone, LocalDateTime at, String by) {}

  /** Its own, so that no setting of the application changes what a hash was computed over. */
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The number, such as BS350582-202603; also the business key of its process. */
  public String number() {
    return number(kind, areaCode, period, version);
  }

  static String number(StatisticKind kind, String areaCode, String period, int version) {
    return "%s%s-%s%s"
        .formatted(
            kind.mark(), areaCode, period.replace("-", ""), version == 1 ? "" : "-" + version);
  }

  public boolean isSigned() {
    return state == State.SIGNED;
  }

  Period time() {
    return Period.of(kind, period);
  }

  Table table() {
    try {
      return JSON.readValue(content, Table.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the figures of " + number() + " cannot be read", e);
    }
  }

  static String write(Table table) {
    try {
      return JSON.writeValueAsString(table);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a signed version is what was signed, following this one. */
  boolean isIntact(Statistic before) {
    return !isSigned()
        || hash(new Signature(signatory, preparer, phone, signedAt, signedBy), before)
            .equals(sha256);
  }

  /** Over the content, its signature and the version before it. */
  String hash(Signature signature, Statistic before) {
    StringBuilder text = new StringBuilder();
    for (Object part :
        new Object[] {
          before == null ? null : before.sha256,
          number(),
          cutOff,
          content,
          drawnAt,
          reason,
          requestedBy,
          signature.signatory(),
          signature.preparer(),
          signature.phone(),
          signature.at(),
          signature.by()
        }) {
      String value = String.valueOf(part);
      text.append(value.length()).append(':').append(value);
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
