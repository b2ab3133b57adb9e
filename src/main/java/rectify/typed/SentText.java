package rectify.typed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A text file as it was sent: Excel's “CSV UTF-8” with or without its mark, or what a Chinese
 * Windows writes, GBK, which GB 18030 includes.
 */
public final class SentText {

  private static final char MARK = '\uFEFF';
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private SentText() {}

  /** Its text without a mark; empty if it is in neither. */
  public static Optional<String> of(byte[] file) {
    for (Charset charset : CHARSETS) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') < 0) {
          return Optional.of(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
        }
      } catch (CharacterCodingException notThisOne) {
        // the next one may fit
      }
    }
    return Optional.empty();
  }
}
