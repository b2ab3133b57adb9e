package rectify.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A model of the product with one thing broken.
 *
 * @param what how, and where in the file
 */
record Mutant(String file, String what, String content) {

  /** Breaks every place that a pattern finds, in each way; what stays the same is no mutant. */
  static List<Mutant> each(
      String file, String text, String place, Map<String, Function<String, String>> ways) {
    List<Mutant> mutants = new ArrayList<>();
    List<MatchResult> places = Pattern.compile(place).matcher(text).results().toList();
    for (MatchResult found : places) {
      int group = found.groupCount() > 0 ? 1 : 0;
      ways.forEach(
          (way, breaking) -> {
            String good = found.group(group);
            String bad = breaking.apply(good);
            if (!good.equals(bad)) {
              mutants.add(
                  new Mutant(
                      file,
                      way + " at " + found.start(group) + ": " + good.strip(),
                      text.substring(0, found.start(group))
                          + bad
                          + text.substring(found.end(group))));
            }
          });
    }
    return mutants;
  }

  /** Ways that put something else there, whatever it was. */
  static Map<String, Function<String, String>> instead(String... others) {
    Map<String, Function<String, String>> ways = new LinkedHashMap<>();
    for (String other : others) {
      ways.put("instead " + other, good -> other);
    }
    return ways;
  }
}
