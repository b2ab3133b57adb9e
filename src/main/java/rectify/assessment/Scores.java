package rectify.assessment;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import rectify.assessment.ScoreMapper.Cost;
import rectify.assessment.ScoreMapper.OfEnterprise;
import rectify.assessment.ScoreMapper.OfGroup;
import rectify.assessment.ScoreMapper.Standing;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.EnterpriseScope;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.OwnerGroup;
import rectify.refusal.Refusal;
import rectify.suspicion.Thresholds;

/** How enterprises and authorities stand in a period, reckoned when asked. */
@Service
class Scores {

  private static final Rate NOTHING = new Rate(0, 0);

  private final ScoreMapper mapper;
  private final TradeSums trades;
  private final Thresholds thresholds;
  private final EnterpriseRights rights;
  private final Jurisdictions jurisdictions;
  private final People people;

  Scores(
      ScoreMapper mapper,
      TradeSums trades,
      Thresholds thresholds,
      EnterpriseRights rights,
      Jurisdictions jurisdictions,
      People people) {
    this.mapper = mapper;
    this.trades = trades;
    this.thresholds = thresholds;
    this.rights = rights;
    this.jurisdictions = jurisdictions;
    this.people = people;
  }

  record Page(List<Score> rows, long total) {}

  /**
   * @throws Refusal if the text is no month
   */
  static YearMonth month(String period) {
    try {
      return YearMonth.parse(String.valueOf(period));
    } catch (DateTimeParseException e) {
      throw new Refusal("请按“2026-03”的格式填写月份。");
    }
  }

  /** The enterprises the current person sees, the lowest scores first. */
  Page enterprises(YearMonth period, int page, int size) {
    Assessments.refuseSize(page, size);
    EnterpriseScope scope = rights.get().read();
    if (scope.isNone()) {
      return new Page(List.of(), 0);
    }
    List<Standing> rows = mapper.page(period.toString(), scope, (long) page * size, size);
    return new Page(rows.isEmpty() ? List.of() : scored(period, rows), mapper.count(scope));
  }

  private List<Score> scored(YearMonth period, List<Standing> rows) {
    List<Long> ids = rows.stream().map(Standing::enterpriseId).toList();
    Map<Long, Rate> lists = byEnterprise(mapper.lists(ids));
    Map<Long, Rate> information = byEnterprise(mapper.information(ids));
    Map<Long, Rate> reports = byEnterprise(mapper.reports(period.toString(), ids));
    Map<Long, Rate> rectifications =
        byEnterprise(mapper.rectifications(period.atDay(1), period.atEndOfMonth(), ids));
    Thresholds.Weights weights = thresholds.enterpriseWeights();
    return rows.stream()
        .map(
            row -> {
              long id = row.enterpriseId();
              return Score.of(
                  GroupIds.enterprise(id),
                  row.name(),
                  row.countyCode(),
                  period.toString(),
                  row.findings(),
                  row.points(),
                  List.of(
                      new Indicator("清单完成率", of(lists, id), weights.list()),
                      new Indicator("信息完整率", of(information, id), weights.information()),
                      new Indicator("按时上报率", of(reports, id), weights.reports()),
                      new Indicator("按时整改率", of(rectifications, id), weights.rectifications())));
            })
        .toList();
  }

  private static Map<Long, Rate> byEnterprise(List<OfEnterprise> counts) {
    return counts.stream()
        .collect(toMap(OfEnterprise::enterpriseId, it -> new Rate(it.part(), it.whole())));
  }

  private static <T> Rate of(Map<T, Rate> rates, T key) {
    return rates.getOrDefault(key, NOTHING);
  }

  /** The authorities the current person may compare, the lowest scores first. */
  Page authorities(YearMonth period, int page, int size) {
    Assessments.refuseSize(page, size);
    AssessmentScope scope = AssessmentScope.of(people.current(), jurisdictions);
    List<OwnerGroup> seen =
        jurisdictions.ownerGroups().stream()
            .filter(group -> scope.covers(group.id(), group.countyCode()))
            .toList();
    if (seen.isEmpty()) {
      return new Page(List.of(), 0);
    }
    List<Score> all =
        scoredAuthorities(period, seen).stream()
            .sorted(Comparator.comparing(Score::score).thenComparing(Score::subject))
            .toList();
    return new Page(all.stream().skip((long) page * size).limit(size).toList(), all.size());
  }

  private List<Score> scoredAuthorities(YearMonth period, List<OwnerGroup> seen) {
    Map<String, Cost> costs =
        mapper.costs(period.toString()).stream().collect(toMap(Cost::subject, cost -> cost));
    Map<String, Rate> lists = trades.byAuthority(mapper.listsByTrade());
    Map<String, Rate> information = trades.byAuthority(mapper.informationByTrade());
    Map<String, Rate> reports = trades.byAuthority(mapper.reportsByTrade(period.toString()));
    Map<String, Rate> rectifications =
        byGroup(mapper.rectificationsByTownship(period.atDay(1), period.atEndOfMonth()));
    rectifications.putAll(
        byGroup(mapper.rectificationsByDepartment(period.atDay(1), period.atEndOfMonth())));
    LocalDateTime begin = period.atDay(1).atStartOfDay();
    Map<String, Rate> redLights = byGroup(mapper.redLights(begin, begin.plusMonths(1)));
    Thresholds.AuthorityWeights weights = thresholds.authorityWeights();
    return seen.stream()
        .map(
            group -> {
              String id = group.id();
              Cost cost = costs.getOrDefault(id, new Cost(id, 0, BigDecimal.ZERO));
              return Score.of(
                  id,
                  jurisdictions.organ(id),
                  group.countyCode(),
                  period.toString(),
                  cost.findings(),
                  cost.points(),
                  List.of(
                      new Indicator("清单完成率", of(lists, id), weights.list()),
                      new Indicator("信息完整率", of(information, id), weights.information()),
                      new Indicator("按时上报率", of(reports, id), weights.reports()),
                      new Indicator("按时整改率", of(rectifications, id), weights.rectifications()),
                      new Indicator("亮灯企业查处率", of(redLights, id), weights.redLights())));
            })
        .toList();
  }

  private static Map<String, Rate> byGroup(List<OfGroup> counts) {
    return counts.stream()
        .collect(toMap(OfGroup::authority, it -> new Rate(it.part(), it.whole())));
  }
}
