package rectify.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Shows mutants to the gate, and runs those it lets through: none may fail then.
 *
 * @param refused how many the gate refused
 * @param sound how many it let through that run
 * @param failed those it let through that fail
 * @param strange refusals that name no file, or speak English
 */
record MutationRun(int refused, int sound, List<String> failed, List<String> strange) {

  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}");

  static MutationRun of(List<Mutant> mutants, int step, Consumer<Mutant> life) {
    Map<String, Mutant> seen = new LinkedHashMap<>();
    int refused = 0;
    int sound = 0;
    List<String> failed = new ArrayList<>();
    List<String> strange = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i += step) {
      Mutant mutant = mutants.get(i);
      if (seen.put(mutant.file() + mutant.content(), mutant) != null) {
        continue;
      }
      List<String> problems = Gate.problems(mutant.file(), mutant.content());
      if (!problems.isEmpty()) {
        refused++;
        problems.stream()
            .filter(
                said -> !said.startsWith(mutant.file()) || ENGLISH.matcher(unquoted(said)).find())
            .forEach(said -> strange.add(mutant.file() + ", " + mutant.what() + ": " + said));
        continue;
      }
      try {
        life.accept(mutant);
        sound++;
      } catch (RuntimeException e) {
        failed.add(mutant.file() + ", " + mutant.what() + ": " + e);
      }
    }
    return new MutationRun(refused, sound, failed, strange);
  }

  /** What a designer wrote is quoted as it is, with quotes of its own perhaps. */
  private static String unquoted(String said) {
    String rest = said.replaceAll("“[^“”]*”", "");
    return rest.equals(said) ? rest : unquoted(rest);
  }

  /** Every how many-th, so that about as many are tried as {@code -Dmutants=N} asks for. */
  static int step(List<Mutant> mutants) {
    return Math.max(1, mutants.size() / Integer.getInteger("mutants", mutants.size()));
  }

  static String perFile(List<Mutant> mutants) {
    Map<String, Integer> counts = new TreeMap<>();
    mutants.forEach(mutant -> counts.merge(mutant.file(), 1, Integer::sum));
    return counts.toString();
  }

  @Override
  public String toString() {
    return "%d mutants: %d refused, %d let through and sound, %d let through and failing"
        .formatted(refused + sound + failed.size(), refused, sound, failed.size());
  }
}
