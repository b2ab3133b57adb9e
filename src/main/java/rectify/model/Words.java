package rectify.model;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a name, a label and an id look like. */
public final class Words {

  /** Latin words that people here read as Chinese text. */
  static final Set<String> ALLOWED_LATIN = Set.of("GB", "AQ", "DB", "PDF", "MB", "GPS", "Excel");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern RANDOM_TAIL = Pattern.compile("_(?=[a-z]*\\d)[0-9a-z]{7}$");

  private Words() {}

  public static boolean chinese(String text) {
    return text != null && HAN.matcher(text).find();
  }

  public static boolean question(String text) {
    return chinese(text) && text.strip().matches("(?s).*[？?]");
  }

  public static boolean kebab(String id) {
    return id != null && id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  public static boolean camelCase(String name) {
    return name != null && name.matches("[a-z][a-zA-Z0-9]*");
  }

  public static boolean randomTail(String id) {
    return id != null && RANDOM_TAIL.matcher(id).find();
  }

  /** The first Latin word a person would stumble over; null where there is none. */
  public static String latinWord(String text) {
    Matcher words =
        LATIN.matcher(
            text.replaceAll("(?s)\\{\\{.*?\\}\\}", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\]\\([^)]*\\)", " "));
    while (words.find()) {
      if (!ALLOWED_LATIN.contains(words.group())) {
        return words.group();
      }
    }
    return null;
  }
}
