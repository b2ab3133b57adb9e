package rectify.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A rate that is part of a score.
 *
 * @param name in Chinese
 * @param weight the city's default; what has no rate drops out of the sum
 */
record Indicator(String name, Rate rate, int weight) {

  /** The weighted mean of those that have a rate, 0 to 100; null if none has. */
  static BigDecimal mean(List<Indicator> indicators) {
    BigDecimal sum = BigDecimal.ZERO;
    int weights = 0;
    for (Indicator indicator : indicators) {
      if (indicator.rate().exists()) {
        weights += indicator.weight();
        sum = sum.add(indicator.rate().percent().multiply(BigDecimal.valueOf(indicator.weight())));
      }
    }
    return weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
  }
}
