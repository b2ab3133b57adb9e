package rectify.population;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws everything from the seed by stable keys, such as an enterprise's credit code and a month:
 * the same seed gives the same history, whoever comes first and however often it is interrupted.
 */
public final class Draw {

  private final long seed;

  public Draw(long seed) {
    this.seed = seed;
  }

  /** The random numbers that belong to a key, always the same ones in the same order. */
  public SplittableRandom of(Object... key) {
    long hash = 0xcbf29ce484222325L;
    for (Object part : key) {
      String text = String.valueOf(part);
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ '|') * 0x100000001b3L;
    }
    return new SplittableRandom(hash ^ seed * 0x9E3779B97F4A7C15L);
  }

  /** A number from 0 to 1. */
  public double share(Object... key) {
    return of(key).nextDouble();
  }

  public static boolean happens(double share, SplittableRandom random) {
    return random.nextDouble() < share;
  }

  static <T> T one(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  /** From the least to the most, both included. */
  public static int between(int least, int most, SplittableRandom random) {
    return least + random.nextInt(most - least + 1);
  }
}
