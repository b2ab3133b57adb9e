package rectify.enterprise;

import java.util.SplittableRandom;

/**
 * Dresses a text as keyboards, messengers and spreadsheets dress it, without changing what it says.
 */
final class Dressing {

  private static final String[] BLANKS = {" ", "  ", "\u00A0", "\u3000", "\u2003", "\t", "\u202F"};
  private static final String[] UNSEEN = {
    "\u200B", "\uFEFF", "\u202D", "\u202C", "\u200E", "\u00AD", "\u2060", "\u2066", "\u180E"
  };

  private final SplittableRandom random;

  Dressing(SplittableRandom random) {
    this.random = random;
  }

  /** A text of many words. */
  String text(String text) {
    // the joiners of an emoji belong to it
    String dressed = random.nextInt(4) == 0 && text.indexOf(0x200D) < 0 ? within(text) : text;
    return random.nextInt(3) == 0 ? around(dressed) : dressed;
  }

  /** What names or numbers something. */
  String code(String code) {
    String dressed = text(code);
    return random.nextInt(4) == 0 ? wide(dressed) : dressed;
  }

  /** A code that is written in groups as often as in one. */
  String creditCode(String code) {
    String grouped =
        random.nextInt(4) == 0
            ? code.substring(0, 8) + " " + code.substring(8, 17) + " " + code.substring(17)
            : code;
    return code(random.nextInt(4) == 0 ? grouped.toLowerCase() : grouped);
  }

  /** As a comma separated file has text that is no number. */
  String asText(String text) {
    return switch (text.contains("'") || text.contains("\"") || text.isEmpty()
        ? 9
        : random.nextInt(6)) {
      case 0 -> "=\"" + text + "\"";
      case 1 -> "'" + text;
      default -> text;
    };
  }

  private String around(String text) {
    return any(BLANKS) + any(UNSEEN) + text + any(UNSEEN) + any(BLANKS);
  }

  private String within(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder dressed = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      dressed.appendCodePoint(points[i]);
      dressed.append(random.nextInt(4) == 0 ? any(UNSEEN) : "");
    }
    return dressed.toString();
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  String any(String... some) {
    return some[random.nextInt(some.length)];
  }
}
