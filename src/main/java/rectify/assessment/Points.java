package rectify.assessment;

import java.math.BigDecimal;
import java.util.List;
import rectify.suspicion.Suspicion;

/**
 * What a kind of finding costs, as the decision table answered.
 *
 * @param points per fact, or per so many working days of lateness
 * @param everyWorkingDays 0 if each fact costs the same
 * @param cap the most one finding costs
 * @param rule the row that decided, in Chinese
 */
record Points(BigDecimal points, int everyWorkingDays, BigDecimal cap, String rule) {

  BigDecimal of(List<Suspicion.Fact> facts) {
    int times = facts.stream().mapToInt(this::times).sum();
    return points.multiply(BigDecimal.valueOf(times)).min(cap);
  }

  private int times(Suspicion.Fact fact) {
    return everyWorkingDays == 0
        ? 1
        : Math.max(1, (fact.workingDays() + everyWorkingDays - 1) / everyWorkingDays);
  }
}
