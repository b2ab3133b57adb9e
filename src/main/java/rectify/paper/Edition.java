package rectify.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import rectify.paper.Sheet.Block;
import rectify.paper.Sheet.Style;

/**
 * A version of a document: the first is what was issued, each further one a correction.
 *
 * @param changed what the correction changed, in Chinese; null in the first
 * @param reason why; null in the first
 * @param editedAt when it was issued or corrected, China time
 * @param editedByName who corrected it; null in the first
 */
public record Edition(
    long documentId,
    int version,
    String content,
    String sha256,
    String token,
    String changed,
    String reason,
    LocalDateTime editedAt,
    String editedBy,
    String editedByName) {

  /** What it says; a document from before there was content says what was noted of it. */
  public Sheet sheet() {
    return sha256 == null
        ? new Sheet(null, "", "", List.of(new Block(Style.TEXT, null, content, false)), null)
        : Sheet.read(content);
  }

  /** Covers the edition before it, so that a later change of either shows. */
  public static String hash(
      String previous, String number, int version, LocalDateTime at, String content, String why) {
    StringBuilder text = new StringBuilder();
    for (Object part : new Object[] {previous, number, version, at, content, why}) {
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

  /** Whether the edition is what was stored, following this one of the same document. */
  public boolean isIntact(String number, Edition before) {
    if (version == 1 && sha256 == null) {
      return true;
    }
    String why = version == 1 ? null : changed + reason + editedBy;
    return hash(before == null ? null : before.sha256(), number, version, editedAt, content, why)
        .equals(sha256);
  }
}
