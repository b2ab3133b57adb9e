package rectify.selfcheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.transaction.annotation.Transactional;
import rectify.checklist.Criterion;
import rectify.engine.FormContent;
import rectify.engine.OneCommand;
import rectify.engine.ProcessBean;
import rectify.engine.Refusal;
import rectify.engine.Trusted;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.hazard.Report;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Jurisdictions;
import rectify.selfcheck.MonthlyList.Line;
import rectify.selfcheck.MonthlyList.Lines;

/** The façade of {@code self-check.bpmn}: the only place that starts it. */
@ProcessBean("selfCheck")
public class SelfCheck implements FormContent {

  public static final String KEY = "self-check";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of("selfCheckId", "caseTitle", "countyCode", "enterpriseGroup", "lastDay");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("checkSummary", "checkItems", "findingSummary");

  static final String FREQUENCY = "self-check-frequency";
  private static final String CHECK = "Activity_Check";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final DecisionService decisions;
  private final IdentityService identity;
  private final OneCommand together;
  private final SelfChecks checks;
  private final HazardRectification hazards;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;

  SelfCheck(
      RuntimeService runtime,
      TaskService tasks,
      DecisionService decisions,
      IdentityService identity,
      OneCommand together,
      SelfChecks checks,
      HazardRectification hazards,
      Enterprises enterprises,
      Jurisdictions jurisdictions) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.decisions = decisions;
    this.identity = identity;
    this.together = together;
    this.checks = checks;
    this.hazards = hazards;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
  }

  /**
   * How many months one check of an enterprise of this grade covers, by the decision table: the
   * city's, whatever decisions the person who asks may evaluate.
   */
  int everyMonths(Enterprise.Grade grade) {
    Authentication person = identity.getCurrentAuthentication();
    Number months;
    identity.clearAuthentication();
    try {
      months =
          decisions
              .evaluateDecisionTableByKey(
                  FREQUENCY, Map.of("grade", grade == null ? "" : grade.name()))
              .getSingleResult()
              .getEntry("everyMonths");
    } finally {
      if (person != null) {
        identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
      }
    }
    if (months.intValue() < 1) {
      throw new Refusal("判定表“企业自查频次”的间隔月数应为1以上的整数，请流程设计员改正。");
    }
    return months.intValue();
  }

  /** Starts the instances of rows just opened, in their transaction. */
  void start(List<MonthlyCheck> opened) {
    together.run(() -> opened.forEach(this::start));
  }

  private void start(MonthlyCheck check) {
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                check.number(),
                Variables.createVariables()
                    .putValue("selfCheckId", check.id())
                    .putValue("caseTitle", check.title())
                    .putValue("countyCode", check.countyCode())
                    .putValue("enterpriseGroup", GroupIds.enterprise(check.enterpriseId()))
                    .putValue("lastDay", check.lastDay().toString())));
  }

  /** Records a check that nobody has begun: its task is claimed by nobody. */
  @Transactional
  public void detect(long selfCheckId) {
    boolean begun =
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(checks.get(selfCheckId).number())
                .taskDefinitionKey(CHECK)
                .taskAssigned()
                .count()
            > 0;
    if (!begun) {
      checks.detect(selfCheckId);
    }
  }

  /**
   * Takes the completed list; without a signatory, or unless the whole list was checked, nothing is
   * accepted.
   *
   * @param failedItems what the form's check list answered, JSON; null or empty for a zero report
   * @return when, ISO
   */
  @Transactional
  public String submit(
      long selfCheckId, Object failedItems, Boolean listChecked, String signatory, String notes) {
    return checks.submit(
        selfCheckId,
        keys(failedItems),
        listChecked,
        signatory,
        notes == null || notes.isBlank() ? null : notes);
  }

  private static List<String> keys(Object json) {
    return json instanceof SpinJsonNode node && node.isArray()
        ? node.elements().stream().map(SpinJsonNode::stringValue).toList()
        : List.of();
  }

  /** Makes a failure a hazard of its own, in the enterprise's words. */
  @Transactional
  public void raise(
      long findingId,
      String location,
      String description,
      String level,
      String majorBasis,
      Boolean rectifiedOnSpot,
      String onSpotMeasures) {
    Finding finding = checks.finding(findingId);
    raise(
        finding,
        new Report(
            location,
            within(500, description + "（清单条目：" + finding.item() + "）"),
            level,
            majorBasis,
            Boolean.TRUE.equals(rectifiedOnSpot),
            onSpotMeasures,
            null));
  }

  /** Makes a failure that nobody described in time a hazard in the words of the list. */
  @Transactional
  public void raiseAsListed(long findingId) {
    Finding finding = checks.finding(findingId);
    boolean major = Criterion.decides(finding.criterion());
    String maybe = major || finding.criterion() == null ? "" : "（可能涉及重大事故隐患，请核对判定标准后定级）";
    raise(
        finding,
        new Report(
            within(100, finding.location()),
            within(500, "自查不符合清单条目：" + finding.item() + maybe),
            major ? "major" : "general",
            major ? finding.criterion() : null,
            false,
            null,
            null));
  }

  private void raise(Finding finding, Report report) {
    Enterprise enterprise =
        enterprises.find(checks.get(finding.selfCheckId()).enterpriseId()).orElseThrow();
    Hazard hazard = hazards.report(report, enterprise);
    checks.raised(finding.id(), hazard.id());
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    return step.equals(CHECK)
        ? ofCheck(checks.get((Long) variables.apply("selfCheckId")))
        : ofFinding(checks.finding((Long) variables.apply("findingId")));
  }

  private Map<String, Object> ofCheck(MonthlyCheck check) {
    Lines lines = checks.lines(check);
    String list =
        lines.version() == 0
            ? "贵单位尚未确认本企业清单，本次按行业自查指引的通用条目检查，共%d项".formatted(lines.lines().size())
            : "本企业清单第%d版，共%d项".formatted(lines.version(), lines.lines().size());
    return Map.of(
        "checkSummary",
        """
        - **企业**：%s（%s）
        - **自查编号**：%s
        - **报送期限**：%s
        - **清单**：%s
        """
            .formatted(
                Hazards.plain(check.enterpriseName()),
                jurisdictions.township(check.townshipCode()).name(),
                check.number(),
                check.lastDay(),
                list),
        "checkItems",
        options(lines.lines()));
  }

  private static Object options(List<Line> lines) {
    return Spin.JSON(
        lines.stream()
            .map(line -> Map.of("value", line.key(), "label", line.label()))
            .collect(Collectors.toList()));
  }

  private static Map<String, Object> ofFinding(Finding finding) {
    String facts =
        Stream.of(
                "- **清单条目**：" + Hazards.plain(finding.item()),
                "- **部位**：" + Hazards.plain(finding.place()),
                finding.post() == null ? "" : "- **岗位**：" + Hazards.plain(finding.post()),
                finding.criterion() == null
                    ? ""
                    : "- **可能涉及重大事故隐患**：" + Hazards.plain(finding.criterion()))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    Map<String, Object> content =
        new HashMap<>(Map.of("findingSummary", facts, "location", within(100, finding.location())));
    content.put("level", Criterion.decides(finding.criterion()) ? "major" : "general");
    if (finding.criterion() != null) {
      content.put("majorBasis", finding.criterion());
    }
    return content;
  }

  private static String within(int most, String text) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
