package rectify.assessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.suspicion.Kind;

@RestController
@RequestMapping("/api")
@Tag(name = "考核评估")
class AssessmentController {

  private final Assessments assessments;
  private final Scores scores;

  AssessmentController(Assessments assessments, Scores scores) {
    this.assessments = assessments;
    this.scores = scores;
  }

  /**
   * A score as the API shows it.
   *
   * @param indicatorScore — if no indicator has a rate
   */
  record ScoreRow(
      String subject,
      String name,
      String countyCode,
      String period,
      long findings,
      BigDecimal points,
      BigDecimal score,
      List<IndicatorRow> indicators,
      String indicatorScore) {

    static ScoreRow of(Score score) {
      return new ScoreRow(
          score.subject(),
          score.name(),
          score.countyCode(),
          score.period(),
          score.findings(),
          score.points(),
          score.score(),
          score.indicators().stream().map(IndicatorRow::of).toList(),
          score.indicatorScore() == null ? Rate.NONE : score.indicatorScore().toPlainString());
    }
  }

  record IndicatorRow(String name, long part, long whole, String rate, int weight) {

    static IndicatorRow of(Indicator indicator) {
      Rate rate = indicator.rate();
      return new IndicatorRow(
          indicator.name(), rate.part(), rate.whole(), rate.text(), indicator.weight());
    }
  }

  record ScorePage(String note, List<ScoreRow> rows, int page, int size, long total) {}

  /** Whose scores are asked for. */
  enum Of {
    ENTERPRISES,
    AUTHORITIES
  }

  /**
   * A finding as the API shows it; times are China time.
   *
   * @param mayAskToExplain whether who reads it may ask for a task to explain it
   */
  record FindingRow(
      long id,
      String number,
      String period,
      Kind kind,
      String kindName,
      String subject,
      Long enterpriseId,
      String subjectName,
      String countyCode,
      int occurrences,
      List<String> evidence,
      BigDecimal points,
      String pointsRule,
      LocalDateTime foundAt,
      FindingStatus status,
      String statusName,
      String answer,
      LocalDateTime answeredAt,
      String opinion,
      LocalDateTime reviewedAt,
      boolean mayAskToExplain) {

    static FindingRow of(Finding finding, boolean mayAskToExplain) {
      return new FindingRow(
          finding.id(),
          finding.number(),
          finding.period(),
          finding.kind(),
          finding.kind().chinese(),
          finding.subject(),
          finding.enterpriseId(),
          finding.subjectName(),
          finding.countyCode(),
          finding.occurrences(),
          finding.evidence().lines().toList(),
          finding.points(),
          finding.pointsRule(),
          finding.foundAt(),
          finding.status(),
          finding.status().chinese(),
          finding.answer(),
          finding.answeredAt(),
          finding.opinion(),
          finding.reviewedAt(),
          mayAskToExplain);
    }
  }

  record FindingPage(List<FindingRow> rows, int page, int size, long total) {}

  @GetMapping("/assessments")
  @Operation(
      summary = "考核得分，低分在前",
      description = "of=ENTERPRISES为企业，of=AUTHORITIES为乡镇（街道、园区）、部门和安委办；分母为0的指标显示“—”，不参与加权")
  ScorePage scores(
      @RequestParam String period,
      @RequestParam(defaultValue = "ENTERPRISES") Of of,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    YearMonth month = Scores.month(period);
    Scores.Page found =
        of == Of.ENTERPRISES
            ? scores.enterprises(month, page, size)
            : scores.authorities(month, page, size);
    return new ScorePage(
        "扣分、权重和判定阈值均为市级默认值",
        found.rows().stream().map(ScoreRow::of).toList(),
        page,
        size,
        found.total());
  }

  @GetMapping("/assessment-findings")
  @Operation(summary = "考核评估发现，最近的在前")
  FindingPage findings(
      @ParameterObject FindingFilter filter,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    Assessments.Page found = assessments.page(filter, page, size);
    return new FindingPage(
        found.rows().stream().map(this::row).toList(), page, size, found.total());
  }

  @GetMapping("/assessment-findings/{id}")
  @Operation(summary = "一项考核评估发现及其事实")
  FindingRow finding(@PathVariable long id) {
    return row(assessments.get(id));
  }

  @PostMapping("/assessment-findings/{id}/explanation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "申请说明", description = "企业对逾期报送、未报、逾期未整改的扣分有异议的，申请后任务列表里出现“说明情况”")
  FindingRow askToExplain(@PathVariable long id) {
    return row(assessments.askToExplain(id));
  }

  private FindingRow row(Finding finding) {
    return FindingRow.of(finding, assessments.mayAskToExplain(finding));
  }
}
