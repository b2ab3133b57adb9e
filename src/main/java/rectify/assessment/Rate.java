package rectify.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole. Of nothing there is no rate: it is neither 0 nor 100 %. */
public record Rate(long part, long whole) {

  /** What stands for the rate of nothing. */
  public static final String NONE = "—";

  public Rate {
    if (part < 0 || whole < part) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  public boolean exists() {
    return whole > 0;
  }

  /** Per cent, rounded half up to two decimals; null of nothing. */
  public BigDecimal percent() {
    return exists()
        ? BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        : null;
  }

  /** As it stands in a column of percentages, such as 99.84. */
  public String number() {
    return exists() ? percent().toPlainString() : NONE;
  }

  /** As people read it, such as 99.84%. */
  public String text() {
    return exists() ? number() + "%" : NONE;
  }

  Rate plus(Rate other) {
    return new Rate(part + other.part, whole + other.whole);
  }
}
