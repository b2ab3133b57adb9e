package rectify.jurisdiction;

import java.util.List;
import java.util.function.Predicate;

/** A feature's own question of the responsibility audit. */
public interface Auditor {

  /**
   * @param counties whose work to look at
   * @param most how many numbers to name in a sentence
   */
  List<CoverageGap> gaps(Predicate<String> counties, int most);
}
