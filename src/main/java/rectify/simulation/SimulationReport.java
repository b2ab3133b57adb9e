package rectify.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import rectify.population.Behaviour;
import rectify.population.City;
import rectify.population.Settlement;
import rectify.simulation.SimulationMapper.OfFirm;

/** What the product noticed of what the simulator knows. */
@Component
class SimulationReport {

  private final SimulationMapper mapper;
  private final Verdicts verdicts;
  private final Tally tally;

  SimulationReport(SimulationMapper mapper, Verdicts verdicts, Tally tally) {
    this.mapper = mapper;
    this.verdicts = verdicts;
    this.tally = tally;
  }

  /** How often something happened to the enterprises of a kind, and to how many of them. */
  private record Count(long firms, long times) {

    Count plus(long more) {
      return new Count(firms + 1, times + more);
    }

    @Override
    public String toString() {
      return times + "（" + firms + "家）";
    }
  }

  List<String> lines(City city) {
    Map<Behaviour, Long> census = Settlement.census(city);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| 次数（企业数） |");
    StringBuilder rule = new StringBuilder("|---|");
    StringBuilder sizes = new StringBuilder("| 企业 |");
    census.forEach(
        (behaviour, firms) -> {
          head.append(' ').append(behaviour.chinese()).append(" |");
          rule.append("---|");
          sizes.append(' ').append(firms).append(" |");
        });
    lines.add(head.toString());
    lines.add(rule.toString());
    lines.add(sizes.toString());
    counts(city)
        .forEach(
            (name, ofKind) -> {
              StringBuilder line = new StringBuilder("| ").append(name.substring(3)).append(" |");
              census
                  .keySet()
                  .forEach(
                      behaviour ->
                          line.append(' ')
                              .append(ofKind.getOrDefault(behaviour, new Count(0, 0)))
                              .append(" |"));
              lines.add(line.toString());
            });
    lines.add("");
    lines.add(townships());
    lines.add("");
    lines.addAll(findings(city));
    lines.add("");
    lines.add("| 核对 | 模拟办理 | 系统记录 |");
    lines.add("|---|---|---|");
    tally
        .compared()
        .forEach(
            row ->
                lines.add(
                    "| %s | %d | %d |%s"
                        .formatted(
                            row.what(), row.done(), row.recorded(), row.agrees() ? "" : " 不一致")));
    return lines;
  }

  private String townships() {
    Map<String, Long> figures = new TreeMap<>();
    mapper.figures().forEach(figure -> figures.put(figure.name(), figure.count()));
    StringBuilder line =
        new StringBuilder(
            "未按时自查名单%d份，其中已核实%d份；督办："
                .formatted(
                    figures.getOrDefault("late lists", 0L),
                    figures.getOrDefault("late lists answered", 0L)));
    mapper.rungs().forEach(rung -> line.append(rung.name()).append(rung.count()).append("次，"));
    return line.append("履职逾期")
        .append(figures.getOrDefault("event DUTY_OVERDUE", 0L))
        .append("次；统计表生成")
        .append(figures.getOrDefault("tables drawn", 0L))
        .append("份，已签发")
        .append(figures.getOrDefault("tables signed", 0L))
        .append("份，逾期未签发")
        .append(figures.getOrDefault("tables overdue", 0L))
        .append("份")
        .toString();
  }

  private List<String> findings(City city) {
    List<String> lines = new ArrayList<>();
    lines.add("| 考核评估认定（企业数） | 应有 | 认定 | 认定正确 | 查准率（非诚实） | 查全率 | 误及诚实企业 |");
    lines.add("|---|---|---|---|---|---|---|");
    for (Verdicts.Row row : verdicts.rows(city)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %.2f | %.2f | %d |",
              row.kind().chinese(),
              row.meant(),
              row.found(),
              row.right(),
              row.precision(),
              row.recall(),
              row.honest()));
    }
    return lines;
  }

  private Map<String, Map<Behaviour, Count>> counts(City city) {
    Map<String, Map<Behaviour, Count>> counts = new TreeMap<>();
    for (OfFirm figure : mapper.ofFirms()) {
      City.Firm firm = city.firm(figure.enterpriseId());
      if (firm.enterprise().enrolled()) {
        counts
            .computeIfAbsent(figure.name(), name -> new EnumMap<>(Behaviour.class))
            .merge(
                firm.behaviour(),
                new Count(1, figure.count()),
                (old, one) -> old.plus(one.times()));
      }
    }
    return counts;
  }
}
