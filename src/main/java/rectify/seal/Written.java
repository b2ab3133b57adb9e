package rectify.seal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The one way values are written before they are hashed: nothing of one can pass for another. */
public final class Written {

  private static final String NOTHING = "~";

  private Written() {}

  /** The values in order, each with its length; what is absent differs from every text. */
  public static String of(Object... values) {
    return Arrays.stream(values).map(Written::part).collect(Collectors.joining());
  }

  private static String part(Object value) {
    String text = text(value);
    return text == null ? NOTHING : text.length() + ":" + text;
  }

  /** A value as text, the same before it is stored and after it was read; null if absent. */
  public static String text(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal amount) {
      return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }
}
