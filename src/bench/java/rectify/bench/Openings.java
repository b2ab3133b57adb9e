package rectify.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import rectify.TestDatabase;
import rectify.selfcheck.MonthOpening;

/** What it costs to open a month for the whole city, in turns with a bare engine's starts. */
final class Openings {

  private static final YearMonth FIRST = YearMonth.of(2026, 1);
  private static final double AIM = 1.5;

  /** Enough of the bare engine's starts for a steady mean. */
  private static final int BARE_STARTS = 3_000;

  private final Settings settings;
  private final MonthOpening ours;
  private final TestDatabase.Schema bareSchema;
  private final Report report;

  Openings(Settings settings, OurProduct product, TestDatabase.Schema bareSchema, Report report) {
    this.settings = settings;
    this.ours = product.bean(MonthOpening.class);
    this.bareSchema = bareSchema;
    this.report = report;
  }

  void measure() {
    try (BareStarts bare = new BareStarts(bareSchema)) {
      List<Double> our = new ArrayList<>();
      List<Double> together = new ArrayList<>();
      List<Double> oneByOne = new ArrayList<>();
      bare.oneByOne(settings.warmUp());
      bare.together(settings.warmUp());
      int opened = 0;
      for (int round = 0; round <= settings.openings(); round++) {
        YearMonth month = FIRST.plusMonths(round);
        long begun = System.nanoTime();
        opened = ours.open(month);
        double millis = millisSince(begun) / opened;
        if (round == 0) {
          continue;
        }
        our.add(millis);
        together.add(perStart(bare::together));
        oneByOne.add(perStart(bare::oneByOne));
      }
      row("Rectify", opened, our);
      row("Camunda 7.24, bare, as many starts in one command", BARE_STARTS, together);
      row("Camunda 7.24, bare, one command each", BARE_STARTS, oneByOne);
      ratio("its batches", our, together, String.format(Locale.ROOT, "≤ %.1f", AIM));
      ratio("its single starts", our, oneByOne, "");
    }
  }

  private static double perStart(IntConsumer starts) {
    long begun = System.nanoTime();
    starts.accept(BARE_STARTS);
    return millisSince(begun) / BARE_STARTS;
  }

  private static double millisSince(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private void row(String who, int opened, List<Double> millis) {
    report.row(
        String.format(Locale.ROOT, "opening a month for %,d, %s", opened, who),
        new Spread(millis).inWords(2) + " ms each");
  }

  private void ratio(String what, List<Double> our, List<Double> theirs, String aim) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < our.size(); i++) {
      ratios.add(our.get(i) / theirs.get(i));
    }
    report.row(
        "opening a month, our cost / " + what + " of the bare engine",
        new Spread(ratios).inWords(2),
        aim);
  }
}
