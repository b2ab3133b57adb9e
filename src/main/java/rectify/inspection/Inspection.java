package rectify.inspection;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.Trusted;
import rectify.form.FormContent;
import rectify.form.ProcessStart;

/** The façade of {@code inspection.bpmn}: the only place that starts it. */
@Component
public class Inspection implements ProcessStart, FormContent {

  public static final String KEY = "inspection";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "inspectionId",
          "caseTitle",
          "source",
          "inspector",
          "inspectorGroup",
          "countyCode",
          "openedAt");

  /** The step on site: findings beside the form, the record in it. */
  public static final String ON_SITE = "Activity_Inspect";

  public static final String CHOICE = "Activity_ChooseEnterprise";
  private static final String DEADLINE = "rectification-deadline";

  private final RuntimeService runtime;
  private final DecisionService decisions;
  private final IdentityService identity;
  private final Inspections inspections;
  private final Officers officers;

  Inspection(
      RuntimeService runtime,
      DecisionService decisions,
      IdentityService identity,
      Inspections inspections,
      Officers officers) {
    this.runtime = runtime;
    this.decisions = decisions;
    this.identity = identity;
    this.inspections = inspections;
    this.officers = officers;
  }

  @Override
  public String processKey() {
    return KEY;
  }

  /** Only who may inspect is offered an inspection. */
  @Override
  public boolean offered() {
    return officers.mayInspect();
  }

  /** The colleagues whose certificates are valid when the form is opened or handed in. */
  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    return step.equals(CHOICE) && variables.apply("inspectionId") instanceof Long id
        ? Map.of("colleagues", inspections.colleagues(id))
        : Map.of();
  }

  /**
   * The limits of an ordered day: the city's decision, whatever decisions the person who asks may
   * evaluate.
   */
  FindingDrafts.Days days(String level) {
    Authentication person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      var row =
          decisions
              .evaluateDecisionTableByKey(
                  DEADLINE,
                  Variables.createVariables()
                      .putValue("source", "inspection")
                      .putValue("level", level))
              .getSingleResult();
      Number usual = row.getEntry("deadlineDays");
      Number most = row.getEntry("maximumDays");
      return new FindingDrafts.Days(
          usual.intValue(), most.intValue(), row.getEntry("deadlineRule"));
    } finally {
      if (person != null) {
        identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
      }
    }
  }

  /** Opens an inspection from the form {@code inspection-opening}. */
  @Override
  @Transactional
  public ProcessInstance start(Map<String, Object> form) {
    Visit visit =
        inspections.open((String) form.get("enterpriseQuery"), (String) form.get("inspectionKind"));
    return Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                visit.number(),
                Variables.createVariables()
                    .putValue("inspectionId", visit.id())
                    .putValue("caseTitle", "检查“" + visit.enterpriseQuery() + "”")
                    .putValue("source", "inspection")
                    .putValue("inspector", visit.inspector())
                    .putValue("inspectorGroup", visit.inspectorGroup())
                    .putValue("countyCode", visit.countyCode())
                    .putValue("openedAt", visit.openedAt().toString())));
  }
}
