package rectify.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured values, in order. */
final class Spread {

  private final double[] sorted;

  Spread(Collection<? extends Number> values) {
    sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest value that no less than this share of all values does not exceed. */
  double percentile(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  double least() {
    return sorted[0];
  }

  double most() {
    return sorted[sorted.length - 1];
  }

  int count() {
    return sorted.length;
  }

  /** Median and range, such as {@code 31.2 (29.8–33.0)}. */
  String inWords(int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + "–" + number + ")", median(), least(), most());
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
