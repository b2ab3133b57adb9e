package rectify.inspection;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessStart;
import rectify.engine.Trusted;

/** The façade of {@code inspection.bpmn}: the only place that starts it. */
@Component
public class Inspection implements ProcessStart {

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

  private final RuntimeService runtime;
  private final Inspections inspections;

  Inspection(RuntimeService runtime, Inspections inspections) {
    this.runtime = runtime;
    this.inspections = inspections;
  }

  @Override
  public String processKey() {
    return KEY;
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
