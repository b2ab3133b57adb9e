package rectify.responsibility;

import java.util.List;
import java.util.function.Predicate;
import rectify.jurisdiction.CoverageGap;

/** A feature's own question of the responsibility audit. */
public interface Auditor {

  /**
   * @param counties whose work to look at
   * @param most how many numbers to name in a sentence
   */
  List<CoverageGap> gaps(Predicate<String> counties, int most);
}
