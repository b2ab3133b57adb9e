package rectify.typed;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A number as a person types it: full width, with blanks around it, with a comma or a blank at
 * every thousand. {@code numbers.js} reads it by the same rules and shows what it is taken for.
 *
 * @param value null if it is no number
 * @param problem in Chinese, what is wrong with it and what to do; null if nothing
 */
public record TypedNumber(BigDecimal value, String problem) {

  /** As many digits as a browser keeps. */
  private static final int MOST_DIGITS = 15;

  private static final int LONGEST_TOLD = 30;
  private static final int LONGEST = 60;
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]+");
  private static final Pattern PLAIN = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern THOUSANDS =
      Pattern.compile("-?[1-9]\\d{0,2}(?:(?:,\\d{3})+|(?: \\d{3})+)(?:\\.\\d+)?");
  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?[\\d.,]+ ?[eE] ?[-+]?\\d+");
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(?=.*[^\\d.,+\\- ])(?:[¥$]|RMB|CNY|人民币)? ?[-+]?[\\d.,][\\d., ]*"
              + "(?:[百千万亿]*(?:元|圆|块|角|分)?整?|[a-zA-Z%‰]+|[\\p{IsHan}/]+[²³]?)",
          Pattern.CASE_INSENSITIVE);

  /** Reads what was typed; blank is a problem too. */
  public static TypedNumber of(String typed) {
    String text = narrow(typed);
    if (text.length() > LONGEST) {
      return wrong(typed, "请只填数字，例如12345或12,345.67");
    }
    if (PLAIN.matcher(text).matches() || THOUSANDS.matcher(text).matches()) {
      BigDecimal value = new BigDecimal(text.replaceAll("[, ]", ""));
      boolean kept =
          value.stripTrailingZeros().precision() <= MOST_DIGITS
              && value.precision() - value.scale() <= MOST_DIGITS;
      return !kept ? wrong(typed, "数字最多" + MOST_DIGITS + "位，请核对") : new TypedNumber(value, null);
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return wrong(typed, "请不用科学计数法，写出全部数字，例如1e3写成1000");
    }
    if (text.matches("[-\\d,. ]+")) {
      return wrong(typed, "分节的逗号或空格应每三位一个，例如12,345，也可以不写；小数点只能有一个");
    }
    if (WITH_UNIT.matcher(text).matches()) {
      return wrong(typed, "只填数字，不写单位和货币符号（如元、万、￥），请按本项的单位换算后填写，例如5万元填50000");
    }
    return wrong(typed, "请只填数字，例如12345或12,345.67");
  }

  /** Half width, one blank for many, none at the ends, nothing unseen. */
  private static String narrow(String typed) {
    String text = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC);
    text = UNSEEN.matcher(text).replaceAll("").replace('\u2212', '-');
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static TypedNumber wrong(String typed, String problem) {
    String told = typed == null ? "" : BLANKS.matcher(typed).replaceAll(" ").strip();
    String shown = told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) + "…" : told;
    return new TypedNumber(null, "应为数字，现为“" + shown + "”：" + problem);
  }
}
