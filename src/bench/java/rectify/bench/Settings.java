package rectify.bench;

import java.util.List;

/**
 * How much is measured; {@code -Dbench=short} gives figures in a few minutes that prove only that
 * everything runs.
 *
 * @param rounds how often each contender takes its turn
 * @param warmUp cases of each path before anything is measured
 * @param casesPerRound cases of one turn
 * @param threads people working at once
 * @param countedCases cases over which statements are counted
 * @param openTasks sizes of the inbox's table
 * @param looks how often each person opens the inbox
 * @param timerBatches batches of {@code timersPerBatch} timers on an idle system
 * @param herd timers due in the same second
 * @param openings months opened for the whole city, after one that only warms up
 */
record Settings(
    int rounds,
    int warmUp,
    int casesPerRound,
    int threads,
    int countedCases,
    List<Integer> openTasks,
    int looks,
    int timerBatches,
    int timersPerBatch,
    int herd,
    int openings) {

  private static final Settings FULL =
      new Settings(5, 150, 100, 4, 50, List.of(1_000, 10_000, 100_000), 60, 10, 20, 12_765, 3);
  private static final Settings SHORT =
      new Settings(2, 10, 20, 4, 10, List.of(1_000, 10_000), 10, 2, 10, 500, 1);

  static Settings chosen() {
    return "short".equals(System.getProperty("bench")) ? SHORT : FULL;
  }

  /**
   * Whether a part is to be measured: {@code -Dbench.part=} one of cases, costs (of cases, without
   * their rate), inbox, timers, openings and sql leaves out the others.
   */
  static boolean wants(String part) {
    String only = System.getProperty("bench.part");
    return only == null || only.equals(part);
  }
}
