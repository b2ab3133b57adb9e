package rectify.simulation;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.population.Behaviour;
import rectify.population.City;
import rectify.population.City.Firm;
import rectify.simulation.SimulationMapper.Verdict;
import rectify.suspicion.Kind;

/** What the assessment found of enterprises, held against the truth. */
@Component
class Verdicts {

  /** Whom a finding is meant for. */
  private static final Map<Kind, Set<Behaviour>> MEANT =
      Map.of(
          Kind.LATE_REPORT, EnumSet.of(Behaviour.LATE),
          Kind.MISSED_REPORT, EnumSet.of(Behaviour.IDLE),
          Kind.RECTIFICATION_OVERDUE, EnumSet.of(Behaviour.LATE, Behaviour.IDLE),
          Kind.ZERO_REPORTS, EnumSet.of(Behaviour.ZERO),
          Kind.LAST_DAY_CLOSURES, EnumSet.of(Behaviour.LAST_DAY),
          Kind.BULK_CLOSURES, EnumSet.of(Behaviour.BULK),
          Kind.SAME_PHOTO, EnumSet.of(Behaviour.SAME_PHOTO),
          Kind.SAME_TEXT, EnumSet.of(Behaviour.SAME_TEXT),
          Kind.CONTRADICTED, EnumSet.of(Behaviour.CONTRADICTED));

  private final SimulationMapper mapper;

  Verdicts(SimulationMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * A kind of finding.
   *
   * @param meant enterprises that behave so
   * @param found enterprises it was found of
   * @param right enterprises that behave so among them
   * @param honest honest enterprises among them
   */
  record Row(Kind kind, long meant, long found, long right, long honest) {

    /** Which share of them is not honest: who always reports zero may be contradicted too. */
    double precision() {
      return found == 0 ? 1 : 1 - (double) honest / found;
    }

    /** Whether exactly those were found who behave so. */
    boolean isExact() {
      return right == found && right == meant;
    }

    double recall() {
      return meant == 0 ? 1 : (double) right / meant;
    }
  }

  List<Row> rows(City city) {
    Map<Kind, Set<Long>> found =
        mapper.verdicts().stream()
            .collect(
                Collectors.groupingBy(
                    Verdict::kind, Collectors.mapping(Verdict::enterpriseId, Collectors.toSet())));
    return MEANT.keySet().stream().sorted().map(kind -> row(kind, city, found)).toList();
  }

  private static Row row(Kind kind, City city, Map<Kind, Set<Long>> all) {
    Set<Long> found = all.getOrDefault(kind, Set.of());
    Set<Long> right = new HashSet<>(found);
    Set<Long> meant = those(city, MEANT.get(kind));
    right.retainAll(meant);
    Set<Long> honest = new HashSet<>(found);
    honest.retainAll(those(city, EnumSet.of(Behaviour.HONEST)));
    return new Row(kind, meant.size(), found.size(), right.size(), honest.size());
  }

  private static Set<Long> those(City city, Set<Behaviour> behaviours) {
    return city.firms().values().stream()
        .filter(firm -> firm.enterprise().enrolled() || behaviours.contains(Behaviour.HONEST))
        .filter(firm -> behaviours.contains(firm.behaviour()))
        .map(Firm::enterprise)
        .map(enterprise -> enterprise.id())
        .collect(Collectors.toSet());
  }
}
