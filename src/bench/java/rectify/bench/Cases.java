package rectify.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rectify.TestDatabase;

/** Whole cases: how many per second, in turns, and what each costs. */
final class Cases {

  private static final List<CasePath> RATED = List.of(CasePath.TWO_TASKS, CasePath.FOUR_TASKS);
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Settings settings;
  private final TestDatabase.Schema schema;
  private final Report report;

  Cases(Settings settings, TestDatabase.Schema schema, Report report) {
    this.settings = settings;
    this.schema = schema;
    this.report = report;
  }

  /**
   * @param ours the contender the others are compared with
   * @param aims least share of each other's rate, in their order
   */
  void compare(Contender ours, List<Contender> others, List<Double> aims) {
    List<Contender> all = new ArrayList<>(List.of(ours));
    all.addAll(others);
    for (Contender contender : all) {
      for (CasePath path : CasePath.values()) {
        rate(contender, path, settings.warmUp());
      }
    }
    for (CasePath path : CasePath.values()) {
      statements(path, all);
    }
    if (!Settings.wants("cases")) {
      return;
    }
    for (CasePath path : RATED) {
      rates(path, all, aims);
    }
    for (Contender contender : all) {
      report.row(
          "deadlocks, survived by repeating, " + contender.name(), contender.deadlocks() + "");
    }
  }

  private void statements(CasePath path, List<Contender> all) {
    for (Contender contender : all) {
      int cases = settings.countedCases();
      long cpu = MACHINE.getProcessCpuTime();
      Statements counted =
          Statements.during(
              schema,
              () -> {
                for (int i = 0; i < cases; i++) {
                  contender.work(path);
                }
              });
      cpu = MACHINE.getProcessCpuTime() - cpu;
      double perCase = (double) counted.all() / cases;
      report.row(
          "cost per case, %s, %s".formatted(path.title(), contender.name()),
          String.format(
              Locale.ROOT,
              "%.1f statements (%.1f per task; %.1f selects), %.1f commits, %.1f ms of Java's CPU",
              perCase,
              perCase / path.steps().size(),
              (double) counted.selects() / cases,
              (double) counted.commits() / cases,
              cpu / 1e6 / cases),
          path == CasePath.THREE_TASKS && contender == all.get(0) ? "≤ 200 statements" : "");
    }
  }

  private void rates(CasePath path, List<Contender> all, List<Double> aims) {
    Map<Contender, List<Double>> rates = new LinkedHashMap<>();
    all.forEach(contender -> rates.put(contender, new ArrayList<>()));
    String loadBefore = Conditions.load();
    for (int round = 0; round < settings.rounds(); round++) {
      for (Contender contender : all) {
        rates.get(contender).add(rate(contender, path, settings.casesPerRound()));
      }
    }
    rates.forEach(
        (contender, measured) ->
            report.row(
                "cases/s, %s, %s".formatted(path.title(), contender.name()),
                new Spread(measured).inWords(1) + ", " + loadBefore + " before"));
    List<Double> ours = rates.get(all.get(0));
    for (int other = 1; other < all.size(); other++) {
      List<Double> theirs = rates.get(all.get(other));
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < settings.rounds(); round++) {
        ratios.add(ours.get(round) / theirs.get(round));
      }
      report.row(
          "ours / %s, %s".formatted(all.get(other).name(), path.title()),
          new Spread(ratios).inWords(2),
          "≥ " + aims.get(other - 1));
    }
  }

  private double rate(Contender contender, CasePath path, int cases) {
    long begun = System.nanoTime();
    Crowd.share(settings.threads(), cases, i -> contender.work(path));
    return cases * 1e9 / (System.nanoTime() - begun);
  }
}
