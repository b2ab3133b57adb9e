package rectify.assessment;

import java.math.BigDecimal;
import java.util.List;

/**
 * How an enterprise or an authority stands in a period.
 *
 * @param subject its identity group
 * @param points what its findings cost, those withdrawn left out
 * @param score 100 less the points, never below 0
 * @param indicatorScore the weighted mean of the indicators; null if none has a rate
 */
record Score(
    String subject,
    String name,
    String countyCode,
    String period,
    long findings,
    BigDecimal points,
    BigDecimal score,
    List<Indicator> indicators,
    BigDecimal indicatorScore) {

  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  static Score of(
      String subject,
      String name,
      String countyCode,
      String period,
      long findings,
      BigDecimal points,
      List<Indicator> indicators) {
    return new Score(
        subject,
        name,
        countyCode,
        period,
        findings,
        points,
        FULL.subtract(points).max(BigDecimal.ZERO),
        indicators,
        Indicator.mean(indicators));
  }
}
