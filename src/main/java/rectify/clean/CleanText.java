package rectify.clean;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one rule of cleaning for text that people or machines send in, whatever the door. What nobody
 * sees goes: control and format characters, directions, halves of characters; what says something
 * stays: line breaks, tabs, emoji with their joiners, the rarest of ideographs.
 */
public final class CleanText {

  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int FIRST_SKIN = 0x1F3FB;
  private static final int LAST_SKIN = 0x1F3FF;
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

  private CleanText() {}

  /** Text as it is kept: several lines are allowed, blanks at both ends are not. */
  public static String of(String typed) {
    return typed == null || isClean(typed) ? typed : cleaned(typed);
  }

  /** Text of one line: blanks of any kind, and line breaks, are one blank. Empty for null. */
  public static String line(String typed) {
    return typed == null ? "" : BLANKS.matcher(cleaned(typed)).replaceAll(" ").strip();
  }

  /**
   * What names or numbers something, such as a credit code, a phone number or an id: also in the
   * width and form a keyboard of another language gives. Empty for null.
   */
  public static String code(String typed) {
    return line(Normalizer.normalize(typed == null ? "" : cleaned(typed), Normalizer.Form.NFKC));
  }

  /** Whether {@link #of} would change nothing. */
  static boolean isClean(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      boolean plain = next >= ' ' && next < 0x7F || next == '\n' || next == '\t';
      if (!plain && (next < 0xA0 || !cleaned(text).equals(text))) {
        return false;
      }
      if (!plain) {
        return true;
      }
    }
    return !isBlank(text.charAt(0)) && !isBlank(text.charAt(text.length() - 1));
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int next = text.codePointAt(i);
      int length = Character.charCount(next);
      if (next == '\r' || next == 0x2028 || next == 0x2029) {
        boolean withLineFeed = next == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        clean.append(withLineFeed ? "" : "\n");
      } else if (isSeen(next) || next == JOINER && joins(before) && joins(next(text, i + length))) {
        clean.appendCodePoint(next);
      }
      before = next;
      i += length;
    }
    return stripped(clean);
  }

  private static int next(String text, int at) {
    return at < text.length() ? text.codePointAt(at) : 0;
  }

  private static boolean joins(int codePoint) {
    return codePoint == EMOJI_STYLE
        || codePoint >= FIRST_SKIN && codePoint <= LAST_SKIN
        || Character.getType(codePoint) == Character.OTHER_SYMBOL;
  }

  private static boolean isSeen(int codePoint) {
    return switch (codePoint) {
      case '\n', '\t' -> true;
      // blanks that are letters to Unicode, and a mark that joins nothing
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0xFFFE, 0xFFFF -> false;
      default ->
          switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> (codePoint & 0xFFFE) != 0xFFFE;
          };
    };
  }

  private static String stripped(StringBuilder text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char next) {
    return Character.isWhitespace(next) || Character.isSpaceChar(next);
  }
}
