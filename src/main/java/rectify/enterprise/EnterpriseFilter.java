package rectify.enterprise;

import rectify.refusal.Refusal;

/**
 * What a list of enterprises is narrowed to; null parts do not narrow.
 *
 * @param text a credit code (then it must match exactly) or a part of the name, letters in either
 *     case
 */
public record EnterpriseFilter(
    String text,
    String countyCode,
    String townshipCode,
    String subcategoryCode,
    Enterprise.Grade grade,
    Boolean enrolled) {

  /**
   * @throws Refusal if the text is meant as a credit code but is none
   */
  public EnterpriseFilter {
    text = blankToNull(text);
    countyCode = blankToNull(countyCode);
    townshipCode = blankToNull(townshipCode);
    subcategoryCode = blankToNull(subcategoryCode);
    if (text != null && CreditCode.resembles(text)) {
      text = CreditCode.parse(text).value();
    }
  }

  public static EnterpriseFilter none() {
    return text(null);
  }

  public static EnterpriseFilter text(String text) {
    return new EnterpriseFilter(text, null, null, null, null, null);
  }

  String creditCode() {
    return text != null && CreditCode.resembles(text) ? text : null;
  }

  /** For {@code like … escape '!'}. */
  String namePattern() {
    return text == null || creditCode() != null
        ? null
        : "%" + text.replaceAll("[!%_]", "!$0") + "%";
  }

  private static String blankToNull(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
