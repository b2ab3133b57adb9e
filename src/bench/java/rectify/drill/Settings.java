package rectify.drill;

/**
 * How hard the drill is.
 *
 * @param cases hazards reported
 * @param kills how often the service is killed meanwhile
 * @param threads people working at once
 * @param seed decides which case is worked on when, and when the service is killed
 */
record Settings(int cases, int kills, int threads, long seed) {

  /** From {@code -Ddrill.cases}, {@code drill.kills}, {@code drill.threads}, {@code drill.seed}. */
  static Settings chosen() {
    return new Settings(
        Integer.getInteger("drill.cases", 200),
        Integer.getInteger("drill.kills", 3),
        Integer.getInteger("drill.threads", 4),
        Long.getLong("drill.seed", System.currentTimeMillis() % 1_000_000));
  }
}
