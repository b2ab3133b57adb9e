package rectify.selfcheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.transaction.annotation.Transactional;
import rectify.checklist.Criterion;
import rectify.engine.OneCommand;
import rectify.engine.ProcessBean;
import rectify.engine.Trusted;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.evidence.EvidenceFiles;
import rectify.form.FormContent;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Report;
import rectify.identity.GroupIds;
import rectify.refusal.Refusal;

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
  public static final String CHECK = "Activity_Check";
  public static final String DESCRIBE = "Activity_DescribeFinding";
  static final String GRACE_OVER = "Event_GraceOver";

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final DecisionService decisions;
  private final IdentityService identity;
  private final OneCommand together;
  private final SelfChecks checks;
  private final HazardRectification hazards;
  private final Enterprises enterprises;
  private final EvidenceFiles evidence;
  private final SelfCheckForms forms;

  /** By definition: a diagram never changes. */
  private final Map<String, Boolean> byItem = new ConcurrentHashMap<>();

  SelfCheck(
      RuntimeService runtime,
      RepositoryService repository,
      TaskService tasks,
      DecisionService decisions,
      IdentityService identity,
      OneCommand together,
      SelfChecks checks,
      HazardRectification hazards,
      Enterprises enterprises,
      EvidenceFiles evidence,
      SelfCheckForms forms) {
    this.runtime = runtime;
    this.repository = repository;
    this.tasks = tasks;
    this.decisions = decisions;
    this.identity = identity;
    this.together = together;
    this.checks = checks;
    this.hazards = hazards;
    this.enterprises = enterprises;
    this.evidence = evidence;
    this.forms = forms;
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

  /** Records a check nobody has begun: its task is claimed by nobody, no item is answered. */
  @Transactional
  public void detect(long selfCheckId) {
    boolean begun =
        checks.isBegun(selfCheckId)
            || tasks
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
   * Takes the list as it was answered beside the form; without a signatory, or with an item that is
   * not answered, nothing is accepted.
   *
   * @return when, ISO
   */
  @Transactional
  public String sign(long selfCheckId, String signatory, String notes) {
    return checks.sign(selfCheckId, signatory, blankToNull(notes));
  }

  /**
   * Takes the list of a diagram of version 1.0, in whose form only the failures were ticked: checks
   * that were open when items came to be answered one by one end as they began.
   *
   * @param failedItems what the form's check list answered, JSON; null or empty for a zero report
   * @return when, ISO
   */
  @Transactional
  public String submit(
      long selfCheckId, Object failedItems, Boolean listChecked, String signatory, String notes) {
    return checks.submitTicked(
        selfCheckId, keys(failedItems), listChecked, signatory, blankToNull(notes));
  }

  private static String blankToNull(String notes) {
    return notes == null || notes.isBlank() ? null : notes;
  }

  /** Whether the items are answered beside the form, as a diagram says by how it submits. */
  boolean isAnsweredByItem(String processDefinitionId) {
    return byItem.computeIfAbsent(
        processDefinitionId,
        id ->
            repository.getBpmnModelInstance(id).getModelElementsByType(ServiceTask.class).stream()
                .map(ServiceTask::getCamundaExpression)
                .anyMatch(step -> step != null && step.contains("selfCheck.sign(")));
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
            said(description, finding),
            level,
            majorBasis,
            Boolean.TRUE.equals(rectifiedOnSpot),
            onSpotMeasures,
            null));
  }

  /** Makes a failure that nobody described in time a hazard, in the words it was answered with. */
  @Transactional
  public void raiseAsListed(long findingId) {
    Finding finding = checks.finding(findingId);
    boolean major = Criterion.decides(finding.criterion());
    String maybe = major || finding.criterion() == null ? "" : "（可能涉及重大事故隐患，请核对判定标准后定级）";
    String listed =
        finding.description() == null
            ? "自查不符合清单条目：" + finding.item()
            : said(finding.description(), finding);
    raise(
        finding,
        new Report(
            within(100, finding.location()),
            within(500, listed + maybe),
            major ? "major" : "general",
            major ? finding.criterion() : null,
            false,
            null,
            null));
  }

  private void raise(Finding finding, Report report) {
    MonthlyCheck check = checks.get(finding.selfCheckId());
    Enterprise enterprise = enterprises.find(check.enterpriseId()).orElseThrow();
    Hazard hazard = hazards.report(report, enterprise);
    checks.raised(finding.id(), hazard.id());
    evidence.handOver(finding.photoIds(), check.number(), hazard.caseNumber());
    evidence.handOverOfDone(check.number(), DESCRIBE, hazard.caseNumber());
  }

  private static String said(String description, Finding finding) {
    String item = "（清单条目：" + finding.item() + "）";
    return within(500 - item.length(), description) + item;
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    return step.equals(CHECK)
        ? forms.ofCheck((Long) variables.apply("selfCheckId"))
        : forms.ofFinding((Long) variables.apply("findingId"));
  }

  static String within(int most, String text) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
