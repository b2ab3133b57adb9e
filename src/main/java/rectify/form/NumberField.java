package rectify.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import rectify.typed.TypedNumber;

/**
 * A number field of a form on the server. What a person typed comes as text, so that the text is
 * checked and not what a browser left of it; what a program sends may be a number.
 */
final class NumberField {

  private NumberField() {}

  /**
   * What is wrong with a value as a number, without the field's name.
   *
   * @return null if it can be read
   */
  static String unread(Object value) {
    if (value instanceof String text) {
      return TypedNumber.of(text).problem();
    }
    return value instanceof Number ? null : "应为数字";
  }

  /** A value that can be read, as a number a condition can compare. */
  static Number read(Object value) {
    if (!(value instanceof String text)) {
      return (Number) value;
    }
    BigDecimal number = TypedNumber.of(text).value();
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? (Number) (int) whole : (Number) whole;
  }

  /**
   * Which rule of the field a number breaks.
   *
   * @param field as the form defines it
   * @return null if none
   */
  static String broken(JsonNode field, Object value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return "应为数字";
    }
    JsonNode min = field.path("validate").path("min");
    if (min.isNumber() && number.compareTo(min.decimalValue()) < 0) {
      return "不能小于" + min.asText();
    }
    JsonNode max = field.path("validate").path("max");
    if (max.isNumber() && number.compareTo(max.decimalValue()) > 0) {
      return "不能大于" + max.asText();
    }
    JsonNode digits = field.path("decimalDigits");
    if (digits.isInt() && number.stripTrailingZeros().scale() > digits.asInt()) {
      return digits.asInt() == 0 ? "应为整数" : "最多" + digits.asInt() + "位小数";
    }
    // the Modeler writes it as a text
    BigDecimal step = TypedNumber.of(field.path("increment").asText("")).value();
    if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
      return "应为" + step.toPlainString() + "的倍数";
    }
    return null;
  }
}
