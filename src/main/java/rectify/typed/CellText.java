package rectify.typed;

import java.util.regex.Pattern;

/**
 * A text in a cell of a spreadsheet, and what stands before it only so that the spreadsheet takes
 * it for text.
 */
public final class CellText {

  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@＝＋－＠].*");
  private static final Pattern AS_FORMULA = Pattern.compile("(?s)=\"(?:[^\"]|\"\")*\"");

  /** Before a formula or a code: a word in quotation marks is none, the 转 of a phone number is. */
  private static final Pattern MARKED =
      Pattern.compile("(?s)'+(?:[=+\\-@＝＋－＠].*|\\h*[0-9A-Za-z０-９Ａ-Ｚａ-ｚ](?:转|[^'\\p{IsHan}])*)?");

  private CellText() {}

  /**
   * Text that a spreadsheet will not run as a formula: an apostrophe goes in front of = + - @, and
   * of an apostrophe that would be taken for one, so that {@link #meant} gives back what there was.
   */
  public static String safe(String text) {
    return FORMULA.matcher(text).matches() || MARKED.matcher(text).matches() ? "'" + text : text;
  }

  /**
   * What {@link #safe} was made of, and what people have a spreadsheet take for text: {@code
   * ="0414"} is 0414, and so is {@code '0414}. An apostrophe before words is one of them.
   */
  public static String meant(String text) {
    if (text != null && AS_FORMULA.matcher(text).matches()) {
      return text.substring(2, text.length() - 1).replace("\"\"", "\"");
    }
    return text != null && MARKED.matcher(text).matches() ? text.substring(1) : text;
  }
}
