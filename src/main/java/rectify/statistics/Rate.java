package rectify.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share in percent, half up to two decimals; nothing of nothing is no share at all. */
public record Rate(long part, long whole) {

  static final String NONE = "—";

  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  /** As it stands in a column of percentages: 99.84, or — of nothing. */
  public String text() {
    return whole == 0
        ? NONE
        : BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** As it stands in a sentence: 99.84 %, or — of nothing. */
  @Override
  public String toString() {
    return whole == 0 ? NONE : text() + " %";
  }
}
