package rectify.page;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in the one form they are searched in: full and half width, kinds of brackets and dashes,
 * capitals, blanks and what cannot be seen make no difference, so that what people type finds what
 * others have written.
 */
public final class SearchWords {

  private static final int MOST = 6;
  private static final String OPENING = "([{（［｛〔【〖〘「『《〈<＜";
  private static final String CLOSING = ")]}）］｝〕】〗〙」』》〉>＞";
  private static final String DASHES = "-‐‑‒–—―−－ー﹣";

  private SearchWords() {}

  /** A text as it is kept to be searched. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(SearchWords::counts)
        .map(SearchWords::alike)
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Several texts to be searched together; nothing is found across their borders. */
  public static String together(String... texts) {
    return Arrays.stream(texts)
        .filter(text -> text != null && !text.isBlank())
        .map(SearchWords::plain)
        .collect(Collectors.joining("\n"));
  }

  /** The words somebody asks for, all of which have to be found; empty if they ask for none. */
  public static List<String> of(String asked) {
    return asked == null
        ? List.of()
        : Stream.of(Normalizer.normalize(asked, Normalizer.Form.NFKC).split("\\s+"))
            .map(SearchWords::plain)
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** The same as LIKE patterns, escaped by {@code !}: what a person types is itself. */
  public static List<String> patterns(String asked) {
    return of(asked).stream().map(word -> "%" + word.replaceAll("([!%_])", "!$1") + "%").toList();
  }

  private static boolean counts(int point) {
    return !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && switch (Character.getType(point)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
              false;
          default -> true;
        };
  }

  private static int alike(int point) {
    if (OPENING.indexOf(point) >= 0) {
      return '(';
    }
    if (CLOSING.indexOf(point) >= 0) {
      return ')';
    }
    return DASHES.indexOf(point) >= 0 ? '-' : point;
  }
}
