package rectify.enterprise;

import java.util.Locale;
import rectify.clean.CleanText;
import rectify.refusal.Refusal;

/**
 * A unified social credit code (统一社会信用代码): 18 characters, the last one a check digit over the
 * others.
 *
 * @param value upper case, half width, with a true check digit (GB 32100-2015, 4.6)
 */
public record CreditCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** Refuses whatever is no code; {@link #parse} first makes one of what a person typed. */
  public CreditCode {
    int length = value.codePointCount(0, value.length());
    if (length != LENGTH) {
      throw new Refusal("统一社会信用代码应为18位，现为" + length + "位，请对照营业执照填写");
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(value.charAt(i)) < 0) {
        throw new Refusal(strangeCharacter(value, i));
      }
    }
    if (value.charAt(0) == '0') {
      throw new Refusal("统一社会信用代码第1位是登记管理部门，不能为“0”，请对照营业执照填写");
    }
    char due = checkDigit(value);
    if (value.charAt(LENGTH - 1) != due) {
      throw new Refusal(
          "统一社会信用代码校验位（第18位）应为“%s”，现为“%s”，请检查是否有一位输错".formatted(due, value.charAt(LENGTH - 1)));
    }
  }

  /**
   * Reads a code as people type it: full-width or lower-case letters, spaces in between.
   *
   * @throws Refusal in Chinese, naming the length, the character or the check digit that is wrong
   */
  public static CreditCode parse(String typed) {
    String code = normalised(typed);
    if (code.isEmpty()) {
      throw new Refusal("请填写统一社会信用代码");
    }
    return new CreditCode(code);
  }

  /** Adds the check digit to the first 17 characters. */
  static CreditCode completed(String first17) {
    return new CreditCode(first17 + checkDigit(first17));
  }

  /** Whether a text is meant as a code, right or wrong, rather than as part of a name. */
  static boolean resembles(String text) {
    String code = normalised(text);
    return code.length() == LENGTH
        && code.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
        && code.chars().anyMatch(Character::isDigit);
  }

  private static String normalised(String typed) {
    return CleanText.code(typed).replace(" ", "").toUpperCase(Locale.ROOT);
  }

  private static char checkDigit(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static String strangeCharacter(String code, int at) {
    String character = Character.toString(code.codePointAt(at));
    String place = "统一社会信用代码第%d位“%s”有误：".formatted(at + 1, character);
    return switch (character) {
      case "I" -> place + "代码中没有字母I，是否为数字1";
      case "O" -> place + "代码中没有字母O，是否为数字0";
      case "Z" -> place + "代码中没有字母Z，是否为数字2";
      case "S" -> place + "代码中没有字母S，是否为数字5";
      case "V" -> place + "代码中没有字母V，是否为字母U或Y";
      default -> place + "只能是数字和除I、O、Z、S、V以外的大写字母";
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
