package rectify.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.OneCommand;
import rectify.engine.ProcessBean;
import rectify.engine.Trusted;
import rectify.form.FormContent;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazards;
import rectify.hazard.LateWork;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.refusal.Refusal;
import rectify.suspicion.Kind;
import rectify.typed.SpokenDates;

/**
 * The façade of {@code assessment-finding.bpmn}: asks the subject of a finding to explain it and
 * its reviewer to uphold or withdraw it, and reads what a finding costs from the decision table.
 */
@ProcessBean("assessmentFindings")
public class AssessmentFinding implements FormContent {

  public static final String KEY = "assessment-finding";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String EXPLAIN = "Activity_Explain";
  public static final String REVIEW = "Activity_Review";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of("findingId", "caseTitle", "countyCode", "subjectGroup", "reviewerGroup", "askedAt");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("findingSummary");

  static final String POINTS = "assessment-points";

  private final FindingMapper mapper;
  private final RuntimeService runtime;
  private final DecisionService decisions;
  private final OneCommand together;
  private final Notifications notifications;
  private final DutyLadder ladder;
  private final People people;
  private final Clock clock;

  AssessmentFinding(
      FindingMapper mapper,
      RuntimeService runtime,
      DecisionService decisions,
      OneCommand together,
      Notifications notifications,
      DutyLadder ladder,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.runtime = runtime;
    this.decisions = decisions;
    this.together = together;
    this.notifications = notifications;
    this.ladder = ladder;
    this.people = people;
    this.clock = clock;
  }

  /** What a kind of finding costs. */
  Points points(Kind kind) {
    DmnDecisionRuleResult row =
        decisions.evaluateDecisionTableByKey(POINTS, Map.of("kind", kind.name())).getSingleResult();
    if (row == null) {
      throw new Refusal("判定表“判定考核扣分”没有“%s”一行，请流程设计员补上。".formatted(kind.name()));
    }
    Number points = row.getEntry("points");
    Number every = row.getEntry("everyWorkingDays");
    Number cap = row.getEntry("cap");
    if (points.doubleValue() < 0 || every.intValue() < 0 || cap.doubleValue() < 0) {
      throw new Refusal("判定表“判定考核扣分”的扣分、工作日数和封顶不能小于0，请流程设计员改正。");
    }
    return new Points(decimal(points), every.intValue(), decimal(cap), row.getEntry("pointsRule"));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  /** Starts the instances of findings just stored, in their transaction. */
  void start(List<Finding> findings) {
    together.run(() -> findings.forEach(this::start));
  }

  private void start(Finding finding) {
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                finding.number(),
                Variables.createVariables()
                    .putValue("findingId", finding.id())
                    .putValue("caseTitle", finding.title())
                    .putValue("countyCode", finding.countyCode())
                    .putValue("subjectGroup", finding.subject())
                    .putValue("reviewerGroup", finding.reviewerGroup())
                    .putValue("askedAt", finding.askedAt().toString())));
  }

  /**
   * Keeps the subject's explanation.
   *
   * @return when, ISO
   */
  @Transactional
  public String answer(long findingId, String explanation) {
    LocalDateTime now = now();
    if (mapper.answer(findingId, explanation, now, people.current().id()) != 1) {
      throw Refusal.conflict("这项考核评估发现已经说明或审定，请刷新任务列表。");
    }
    return now.toString();
  }

  /**
   * Upholds or withdraws a finding.
   *
   * @param result {@code upheld} or {@code withdrawn}
   * @throws Refusal if the reviewer explained it themselves
   */
  @Transactional
  public void review(long findingId, String result, String opinion) {
    FindingStatus status =
        switch (String.valueOf(result)) {
          case "upheld" -> FindingStatus.UPHELD;
          case "withdrawn" -> FindingStatus.WITHDRAWN;
          default -> throw new Refusal("请选择审定结果。");
        };
    String reviewer = people.current().id();
    if (reviewer.equals(mapper.byId(findingId).answeredBy())) {
      throw Refusal.forbidden("说明由您提交，不能由您审定，请由其他人员办理。");
    }
    decide(findingId, FindingStatus.ANSWERED, status, opinion, reviewer);
    ladder.done(Duty.FINDING_REVIEW, mapper.byId(findingId).number());
  }

  /**
   * Tells the reviewer and the city's office that an explanation was not reviewed in time, and sets
   * those above the reviewer on it until it is.
   */
  @Transactional
  public void noteReviewOverdue(long findingId) {
    Finding finding = mapper.byId(findingId);
    Notice notice =
        Notice.about(
            NoticeKind.OVERDUE,
            "finding/" + findingId + "/review-overdue",
            finding.title(),
            people.groupName(finding.reviewerGroup()) + "未按时审定",
            null);
    notifications.post(
        Stream.of(finding.reviewerGroup(), GroupIds.office(GroupIds.CITY))
            .distinct()
            .map(notice::toGroup)
            .toList());
    ladder.late(
        new LateWork(
            Duty.FINDING_REVIEW,
            finding.number(),
            finding.title(),
            finding.countyCode(),
            finding.reviewerGroup()));
  }

  /** A finding nobody explained in time stands. */
  @Transactional
  public void letStand(long findingId) {
    decide(findingId, FindingStatus.OPEN, FindingStatus.UPHELD, "期限内没有说明，认定成立", null);
  }

  private void decide(
      long findingId, FindingStatus from, FindingStatus to, String opinion, String by) {
    if (mapper.decide(findingId, from, to, opinion, now(), by) != 1) {
      throw Refusal.conflict("这项考核评估发现已经审定，请刷新任务列表。");
    }
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    Finding finding = mapper.byId((Long) variables.apply("findingId"));
    String facts =
        finding
            .evidence()
            .lines()
            .map(line -> "  - " + Hazards.plain(line))
            .collect(Collectors.joining("\n"));
    String answer = finding.answer() == null ? "" : "\n- **说明**：" + Hazards.plain(finding.answer());
    return Map.of(
        "findingSummary",
        """
        - **单位**：%s
        - **编号**：%s
        - **期间和种类**：%s%s
        - **扣分**：%s分（%s）
        - **事实**：
        %s%s
        """
            .formatted(
                Hazards.plain(finding.subjectName()),
                finding.number(),
                SpokenDates.in(finding.period()),
                finding.kind().chinese(),
                finding.points().stripTrailingZeros().toPlainString(),
                finding.pointsRule(),
                facts,
                answer));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
