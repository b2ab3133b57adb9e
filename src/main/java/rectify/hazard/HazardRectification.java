package rectify.hazard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.Trusted;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.evidence.Evidence;
import rectify.evidence.EvidenceFiles;
import rectify.form.OwnTasks;
import rectify.form.ProcessStart;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;

/** The façade of {@code hazard-rectification.bpmn}: the only place that starts it. */
@Component
public class HazardRectification implements ProcessStart {

  public static final String KEY = "hazard-rectification";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String DECIDE_AUTHORITY = "Activity_DecideAuthority";
  public static final String ACKNOWLEDGE_MAJOR = "Activity_AcknowledgeMajor";
  public static final String PLANNING = "Activity_Planning";
  public static final String SUBMIT_PLAN = "Activity_SubmitPlan";
  public static final String REVIEW_PLAN = "Activity_ReviewPlan";
  public static final String RECTIFICATION = "Activity_Rectification";
  public static final String RECTIFY = "Activity_Rectify";
  public static final String DECIDE_EXTENSION = "Activity_DecideExtension";
  public static final String VERIFY = "Activity_Verify";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "hazardId",
          "caseTitle",
          "source",
          "level",
          "categoryCode",
          "countyCode",
          "enterpriseGroup",
          "departmentGroup",
          "rectifiedOnSpot",
          "reportedAt");

  private final RuntimeService runtime;
  private final Hazards hazards;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;
  private final EvidenceFiles evidence;
  private final OwnTasks ownTasks;
  private final People people;

  HazardRectification(
      RuntimeService runtime,
      Hazards hazards,
      Enterprises enterprises,
      Jurisdictions jurisdictions,
      EvidenceFiles evidence,
      OwnTasks ownTasks,
      People people) {
    this.runtime = runtime;
    this.hazards = hazards;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
    this.evidence = evidence;
    this.ownTasks = ownTasks;
    this.people = people;
  }

  @Override
  public String processKey() {
    return KEY;
  }

  /**
   * Starts a case from the form {@code hazard-report}, with everything the person has uploaded for
   * it.
   */
  @Override
  @Transactional
  public ProcessInstance start(Map<String, Object> form) {
    Report report =
        new Report(
            (String) form.get("location"),
            (String) form.get("description"),
            (String) form.get("level"),
            (String) form.get("majorBasis"),
            Boolean.TRUE.equals(form.get("rectifiedOnSpot")),
            (String) form.get("onSpotMeasures"),
            null);
    return start(register(report, (String) form.get("creditCode")), evidence.drafts());
  }

  /** The case the current user has reported under this key of their own. */
  public Optional<Hazard> reported(String clientKey) {
    return clientKey == null
        ? Optional.empty()
        : hazards.byClientKey(people.current().id(), clientKey);
  }

  /**
   * Reports a hazard for an enterprise of the current person and starts its case.
   *
   * @param creditCode may be null if the person works for one enterprise only
   * @param evidenceIds what they have uploaded for it
   * @throws org.springframework.dao.DuplicateKeyException if the same user is reporting under the
   *     same client key at this moment
   */
  @Transactional
  public Hazard report(Report report, String creditCode, List<Long> evidenceIds) {
    Hazard hazard = register(report, creditCode);
    start(hazard, evidence.drafts(evidenceIds));
    return hazards.get(hazard.id());
  }

  /**
   * Reports what an enterprise's own check found and starts its case, whoever acts: a step of a
   * process calls it, whose task only the enterprise could complete.
   */
  @Transactional
  public Hazard report(Report report, Enterprise enterprise) {
    Hazard hazard = hazards.register(report, Source.SELF_REPORT, enterprise, null);
    start(hazard);
    return hazards.get(hazard.id());
  }

  private Hazard register(Report report, String creditCode) {
    return hazards.register(report, Source.SELF_REPORT, ownEnterprise(creditCode), null);
  }

  private Enterprise ownEnterprise(String creditCode) {
    Actor actor = people.current();
    Set<Long> own = actor.standing().enterprises();
    if (own.isEmpty()) {
      throw Refusal.forbidden("隐患由企业安全员上报；您的账号没有关联企业，请联系属地乡镇（街道、园区）。");
    }
    if (creditCode == null) {
      if (own.size() > 1) {
        throw new Refusal("您负责多家企业，请填写隐患所在企业的统一社会信用代码。");
      }
      return enterprises
          .find(own.iterator().next())
          .orElseThrow(() -> Refusal.notFound("您的账号关联的企业不在企业库中，请联系属地乡镇（街道、园区）。"));
    }
    return enterprises
        .byCreditCode(creditCode)
        .filter(enterprise -> own.contains(enterprise.id()))
        .orElseThrow(() -> Refusal.notFound("没有您负责的、统一社会信用代码为“" + creditCode + "”的企业，请核对。"));
  }

  private ProcessInstance start(Hazard hazard, List<Evidence> drafts) {
    List<Evidence> given = evidence.adopt(drafts, hazard.caseNumber());
    ProcessInstance instance = start(hazard);
    Map<String, Object> answers =
        Map.of("level", hazard.level().code(), "rectifiedOnSpot", hazard.rectifiedOnSpot());
    ownTasks
        .proofOfStart(instance.getProcessDefinitionId())
        .filter(proof -> proof.appliesTo(answers))
        .ifPresent(proof -> evidence.requireAtStart(proof, given));
    return instance;
  }

  private ProcessInstance start(Hazard hazard) {
    VariableMap variables =
        Variables.createVariables()
            .putValue("hazardId", hazard.id())
            .putValue("caseTitle", hazards.title(hazard))
            .putValue("source", hazard.source().code())
            .putValue("level", hazard.level().code())
            .putValue(
                "categoryCode", jurisdictions.subcategory(hazard.subcategoryCode()).categoryCode())
            .putValue("countyCode", hazard.countyCode())
            .putValue("enterpriseGroup", GroupIds.enterprise(hazard.enterpriseId()))
            .putValue("departmentGroup", hazard.departmentGroup())
            .putValue("rectifiedOnSpot", hazard.rectifiedOnSpot())
            .putValue("reportedAt", hazard.foundAt().toString());
    return Trusted.call(
        () -> runtime.startProcessInstanceByKey(KEY, hazard.caseNumber(), variables));
  }
}
