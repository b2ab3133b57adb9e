package rectify.statistics;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.assessment.Rate;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.ChineseDates;
import rectify.paper.Table;
import rectify.paper.Table.Column;
import rectify.statistics.FigureMapper.Reported;
import rectify.statistics.FigureMapper.Treated;
import rectify.statistics.FigureMapper.Units;

/**
 * Draws a table from the ledger and the self-checks. What each figure counts:
 *
 * <p>自查报送情况表, of a month. 应报: the self-checks opened for it, by the territory and trade the
 * enterprise had then. 按时: reported on its last day or before. 逾期: reported after that, by the
 * cut-off, which is the last day of grace. 未报: all others. 上报率: 按时 and 逾期 of 应报. 零隐患率: reports that
 * found nothing, of all reports.
 *
 * <p>隐患排查治理情况统计表, of the hazards registered (自查 and 监督检查 alike) from the first day of the period to
 * the cut-off, its last second; a transferred case stays with its enterprise's county and trade.
 * Column 1: enterprises with such a hazard or with a self-check reported in that time, each once. 2
 * and 5: general and major hazards. 3 and 6: of those, closed (销号) by the cut-off. 4 and 7: their
 * shares. 8: major hazards not closed by the cut-off whose treatment plan the department had
 * approved by then. 9: of those, with measures, funds, people, time and safeguards in the plan. 10:
 * major hazards taken to listed supervision by the cut-off. 11: not held here, printed as —. 12:
 * funds of the rectifications reported by the cut-off, in 10,000 yuan.
 */
@Component
class Figures {

  static final String ALL = "合计";

  private static final BigDecimal YUAN = BigDecimal.valueOf(10_000);

  private final FigureMapper mapper;
  private final Jurisdictions jurisdictions;

  Figures(FigureMapper mapper, Jurisdictions jurisdictions) {
    this.mapper = mapper;
    this.jurisdictions = jurisdictions;
  }

  @Transactional(readOnly = true)
  Table draw(StatisticKind kind, Period period, String area, LocalDateTime cutOff) {
    String county = area.equals(Jurisdictions.CITY) ? null : area;
    return switch (kind) {
      case REPORTING -> reporting(period, area, county, cutOff);
      case TREATMENT -> treatment(period, area, county, cutOff);
    };
  }

  private Table reporting(Period period, String area, String county, LocalDateTime cutOff) {
    List<Reported> found = mapper.reported(period.text(), cutOff, county);
    Map<String, String> areas = areas(county, found);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(null, "行业"));
    columns.add(new Column(null, "指标"));
    areas.values().forEach(name -> columns.add(new Column(null, name)));
    columns.add(new Column(null, ALL));
    List<List<String>> rows = new ArrayList<>();
    trades(found.stream().map(Reported::category).toList())
        .forEach(
            (code, name) ->
                rows.addAll(
                    reportingRows(
                        name,
                        areas.keySet(),
                        found.stream().filter(it -> it.category().equals(code)).toList())));
    rows.addAll(reportingRows(ALL, areas.keySet(), found));
    return new Table(
        StatisticKind.REPORTING.title(),
        jurisdictions.placeName(area),
        times(period, cutOff),
        StatisticKind.REPORTING.unit(),
        columns,
        2,
        false,
        rows,
        List.of(
            "应报：本期开启自查的企业，按开启时的属地和行业统计。按时：当月最后一天（含）以前报送；逾期：此后至截止时点报送；未报：截止时点仍未报送。",
            "上报率＝（按时＋逾期）÷应报；零隐患率＝没有发现隐患的报告÷（按时＋逾期）。保留两位小数，没有应报或已报企业的记“—”。"));
  }

  private static List<List<String>> reportingRows(
      String trade, Collection<String> areas, List<Reported> found) {
    List<Reported> sums = new ArrayList<>();
    for (String area : areas) {
      sums.add(sum(found.stream().filter(it -> it.area().equals(area))));
    }
    sums.add(sum(found.stream()));
    return List.of(
        row(trade, "应报", sums, it -> "" + it.due()),
        row(trade, "按时", sums, it -> "" + it.onTime()),
        row(trade, "逾期", sums, it -> "" + it.late()),
        row(trade, "未报", sums, it -> "" + (it.due() - it.onTime() - it.late())),
        row(trade, "上报率", sums, it -> new Rate(it.onTime() + it.late(), it.due()).number()),
        row(trade, "零隐患率", sums, it -> new Rate(it.zero(), it.onTime() + it.late()).number()));
  }

  private static List<String> row(
      String trade, String measure, List<Reported> sums, Function<Reported, String> cell) {
    return Stream.concat(Stream.of(trade, measure), sums.stream().map(cell)).toList();
  }

  private static Reported sum(Stream<Reported> found) {
    return found.reduce(
        new Reported(null, null, 0, 0, 0, 0),
        (a, b) ->
            new Reported(
                null,
                null,
                a.due() + b.due(),
                a.onTime() + b.onTime(),
                a.late() + b.late(),
                a.zero() + b.zero()));
  }

  private Table treatment(Period period, String area, String county, LocalDateTime cutOff) {
    List<Treated> found = mapper.treated(period.from(), cutOff, county);
    Map<String, Long> units =
        mapper.units(period.from(), cutOff, county).stream()
            .collect(toMap(Units::category, Units::units));
    Map<String, Treated> byTrade = found.stream().collect(toMap(Treated::category, it -> it));
    List<List<String>> rows = new ArrayList<>();
    trades(Stream.concat(byTrade.keySet().stream(), units.keySet().stream()).toList())
        .forEach(
            (code, name) ->
                rows.add(
                    treatmentRow(
                        name,
                        units.getOrDefault(code, 0L),
                        byTrade.getOrDefault(code, nothing()))));
    rows.add(
        treatmentRow(
            ALL,
            mapper.allUnits(period.from(), cutOff, county),
            found.stream().reduce(nothing(), Figures::plus)));
    return new Table(
        StatisticKind.TREATMENT.title(),
        jurisdictions.placeName(area),
        times(period, cutOff),
        StatisticKind.TREATMENT.unit(),
        List.of(
            new Column(null, "行业"),
            new Column(null, "排查治理隐患的单位（家）"),
            new Column("一般隐患", "排查（项）"),
            new Column("一般隐患", "其中已整改（项）"),
            new Column("一般隐患", "整改率（%）"),
            new Column("重大隐患", "排查（项）"),
            new Column("重大隐患", "其中已整改销号（项）"),
            new Column("重大隐患", "整改率（%）"),
            new Column("列入治理计划的重大隐患", "合计（项）"),
            new Column("列入治理计划的重大隐患", "其中达到“五到位”（项）"),
            new Column("挂牌督办的重大隐患", "合计（项）"),
            new Column("挂牌督办的重大隐患", "其中省级（项）"),
            new Column(null, "累计落实治理资金（万元）")),
        1,
        true,
        rows,
        List.of(
            "统计"
                + period.days()
                + "登记的隐患（企业自查和监督检查），已整改、治理计划、挂牌督办和资金均截至截止时点；移送的案件按企业所在的县（市、区）和行业统计。",
            "第1栏：登记了隐患或报送了自查的企业，同一企业只计一次；中途变更行业的企业在各行业分别列出，合计中只计一次。",
            "第3、6栏：已验收合格、准予销号。第8栏：截止时点尚未销号、治理方案已经审查通过的重大隐患；第9栏：其中治理方案已落实措施、经费物资、机构人员、时限、安全措施和应急预案。",
            "第10栏：本市提请挂牌督办的；第11栏：省级挂牌督办不在本系统登记，记“—”。第12栏：已报告整改的隐患实际落实的资金。",
            "整改率保留两位小数，没有隐患的记“—”。"));
  }

  private static Treated nothing() {
    return new Treated(null, 0, 0, 0, 0, 0, 0, 0, null);
  }

  private static Treated plus(Treated a, Treated b) {
    return new Treated(
        null,
        a.generalFound() + b.generalFound(),
        a.generalClosed() + b.generalClosed(),
        a.majorFound() + b.majorFound(),
        a.majorClosed() + b.majorClosed(),
        a.planned() + b.planned(),
        a.ready() + b.ready(),
        a.listed() + b.listed(),
        yuan(a).add(yuan(b)));
  }

  private static BigDecimal yuan(Treated it) {
    return it.funds() == null ? BigDecimal.ZERO : it.funds();
  }

  private static List<String> treatmentRow(String trade, long units, Treated it) {
    return List.of(
        trade,
        "" + units,
        "" + it.generalFound(),
        "" + it.generalClosed(),
        new Rate(it.generalClosed(), it.generalFound()).number(),
        "" + it.majorFound(),
        "" + it.majorClosed(),
        new Rate(it.majorClosed(), it.majorFound()).number(),
        "" + it.planned(),
        "" + it.ready(),
        "" + it.listed(),
        Rate.NONE,
        yuan(it).divide(YUAN, 2, RoundingMode.HALF_UP).toPlainString());
  }

  /** The official order; a trade no longer in use stands at the end while it has figures. */
  private Map<String, String> trades(Collection<String> found) {
    Map<String, String> trades = new LinkedHashMap<>();
    jurisdictions.categories().forEach(it -> trades.put(it.code(), it.name()));
    found.stream()
        .sorted()
        .map(jurisdictions::category)
        .forEach(it -> trades.putIfAbsent(it.code(), it.name()));
    return trades;
  }

  private Map<String, String> areas(String county, List<Reported> found) {
    Map<String, String> areas = new LinkedHashMap<>();
    Stream<String> others = found.stream().map(Reported::area).sorted();
    if (county == null) {
      jurisdictions.counties().forEach(it -> areas.put(it.code(), it.name()));
      others.forEach(code -> areas.putIfAbsent(code, jurisdictions.placeName(code)));
    } else {
      jurisdictions.townshipsOf(county).forEach(it -> areas.put(it.code(), it.name()));
      others.forEach(code -> areas.putIfAbsent(code, jurisdictions.township(code).name()));
    }
    return areas;
  }

  private static String times(Period period, LocalDateTime cutOff) {
    return "统计期：%s　　统计截至：%s".formatted(period.title(), ChineseDates.minute(cutOff));
  }
}
