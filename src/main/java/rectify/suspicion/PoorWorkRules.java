package rectify.suspicion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;
import rectify.selfcheck.SelfChecks;
import rectify.suspicion.PoorWorkMapper.Burst;
import rectify.suspicion.PoorWorkMapper.Contradiction;
import rectify.suspicion.PoorWorkMapper.Copied;
import rectify.suspicion.PoorWorkMapper.LastDay;
import rectify.suspicion.PoorWorkMapper.Repeated;
import rectify.suspicion.PoorWorkMapper.ZeroRow;
import rectify.suspicion.Suspicion.Gathering;

/** Which enterprises' reports look as if the work behind them was not done. */
@Component
class PoorWorkRules implements Rules {

  private static final int SHOWN_OF_A_TEXT = 60;

  private final PoorWorkMapper mapper;
  private final Thresholds thresholds;
  private final SelfChecks checks;
  private final Jurisdictions jurisdictions;

  PoorWorkRules(
      PoorWorkMapper mapper,
      Thresholds thresholds,
      SelfChecks checks,
      Jurisdictions jurisdictions) {
    this.mapper = mapper;
    this.thresholds = thresholds;
    this.checks = checks;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public List<Suspicion> find(Month month) {
    return Stream.of(
            zeroReports(month),
            lastDays(month),
            bursts(month),
            sameTexts(month),
            contradictions(month))
        .flatMap(List::stream)
        .toList();
  }

  private List<Suspicion> zeroReports(Month month) {
    Thresholds.ZeroReports t = thresholds.zeroReports();
    Gathering rows = new Gathering(Kind.ZERO_REPORTS);
    for (ZeroRow row :
        mapper.zeroRows(
            month.text(),
            month.back(t.lookBackMonths()).toString(),
            month.back(t.reports()).toString(),
            t)) {
      rows.enterprise(
          row.enterpriseId(),
          "自%s起连续%d期零报告；近%d个月“%s”其他%d家企业报送的自查中%s查出隐患（共%d份）"
              .formatted(
                  row.since(),
                  row.zeros(),
                  t.reports(),
                  trade(row.trade()),
                  row.peers(),
                  percent(row.findingShare()),
                  row.reports()));
    }
    return rows.all();
  }

  private String trade(String code) {
    return code.length() == 2
        ? jurisdictions.category(code).name()
        : jurisdictions.subcategory(code).name();
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private List<Suspicion> lastDays(Month month) {
    Thresholds.LastDay t = thresholds.lastDay();
    Gathering enterprises = new Gathering(Kind.LAST_DAY_CLOSURES);
    for (LastDay row : mapper.lastDays(begin(month, t.months()), month.begin(), month.end(), t)) {
      enterprises.enterprise(
          row.enterpriseId(),
          "近%d个月报告整改%d项，其中%d项在整改期限最后一天报告：%s"
              .formatted(t.months(), row.reported(), row.onLastDay(), row.cases()));
    }
    return enterprises.all();
  }

  private List<Suspicion> bursts(Month month) {
    Thresholds.Bulk t = thresholds.bulk();
    Gathering bursts = new Gathering(Kind.BULK_CLOSURES);
    for (Burst burst : mapper.bursts(month.begin(), month.end(), t.hazards(), t.minutes() * 60)) {
      bursts.enterprise(
          burst.enterpriseId(),
          "%s起%d分钟内报告整改%d项：%s"
              .formatted(
                  burst.begun(),
                  Math.max(1, ChronoUnit.MINUTES.between(burst.begun(), burst.ended())),
                  burst.reported(),
                  burst.cases()));
    }
    return bursts.all();
  }

  private List<Suspicion> sameTexts(Month month) {
    Thresholds.SameText t = thresholds.sameText();
    LocalDateTime from = begin(month, t.months());
    Gathering texts = new Gathering(Kind.SAME_TEXT);
    for (Repeated text : mapper.repeated(from, month.begin(), month.end(), t)) {
      texts.enterprise(
          text.enterpriseId(),
          "同一段文字“%s”用于%d个案件：%s".formatted(shown(text.text()), text.uses(), text.cases()));
    }
    for (Copied text : mapper.copied(from, month.begin(), month.end(), t)) {
      texts.enterprise(
          text.enterpriseId(),
          "案件%s的文字“%s”与其他企业%s已报告的相同"
              .formatted(text.caseNumber(), shown(text.text()), text.firstAt().toLocalDate()));
    }
    return texts.all();
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_OF_A_TEXT ? text : text.substring(0, SHOWN_OF_A_TEXT) + "…";
  }

  private List<Suspicion> contradictions(Month month) {
    Thresholds.Contradicted t = thresholds.contradicted();
    Gathering contradictions = new Gathering(Kind.CONTRADICTED);
    String earliest = YearMonth.from(month.first().minusDays(t.days()).minusMonths(1)).toString();
    for (Contradiction it : mapper.contradictions(month.begin(), month.end(), earliest, t)) {
      contradictions.enterprise(
          it.enterpriseId(),
          "自查%s于%s零报告，%s监督检查发现隐患%d项（重大%d项）：%s"
              .formatted(
                  checks.get(it.selfCheckId()).number(),
                  it.submittedAt().toLocalDate(),
                  it.foundAt().toLocalDate(),
                  it.found(),
                  it.major(),
                  it.cases()));
    }
    return contradictions.all();
  }

  private static LocalDateTime begin(Month month, int months) {
    return month.back(months).atDay(1).atStartOfDay();
  }
}
