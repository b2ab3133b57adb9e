package rectify.light;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.engine.Trusted;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.form.FormContent;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;

/**
 * The façade of {@code red-light-attention.bpmn}: asks the department in charge once for each time
 * an enterprise's light turns red, and takes the question back when it is red no more.
 */
@ProcessBean("redLights")
public class RedLightAttention implements FormContent {

  public static final String KEY = "red-light-attention";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of("redLightId", "caseTitle", "countyCode", "departmentGroup", "beganAt");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("lightSummary");

  private final LightMapper mapper;
  private final RuntimeService runtime;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final Clock clock;

  RedLightAttention(
      LightMapper mapper,
      RuntimeService runtime,
      Enterprises enterprises,
      Jurisdictions jurisdictions,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.runtime = runtime;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.clock = clock;
  }

  /** Asks the department in charge, in the transaction that turned the light. */
  void start(long enterpriseId, LocalDateTime at, String reason) {
    Enterprise enterprise = enterprises.find(enterpriseId).orElseThrow();
    String group =
        jurisdictions
            .leadDepartment(enterprise.subcategoryCode(), enterprise.countyCode())
            .groupId();
    NewRedLight row = new NewRedLight(enterpriseId, at, reason, group);
    mapper.insertRed(row);
    RedLight red = mapper.red(row.getId());
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                red.number(),
                Variables.createVariables()
                    .putValue("redLightId", red.id())
                    .putValue("caseTitle", "红灯企业：" + enterprise.name())
                    .putValue("countyCode", enterprise.countyCode())
                    .putValue("departmentGroup", group)
                    .putValue("beganAt", at.toString())));
  }

  /** Takes the question back: the light is red no more. Does nothing where it was answered. */
  void end(long enterpriseId, LocalDateTime at) {
    RedLight red = mapper.lastRed(enterpriseId);
    if (red == null || mapper.endRed(red.id(), at) == 0 || red.answeredAt() != null) {
      return;
    }
    runtime
        .createMessageCorrelation("red-light-ended")
        .processInstanceBusinessKey(red.number())
        .correlate();
  }

  /** Keeps what the department did. */
  @Transactional
  public void answer(long redLightId, String measure, String opinion) {
    if (mapper.answerRed(redLightId, measure, opinion, now(), people.current().id()) != 1) {
      throw Refusal.conflict("该红灯企业已处置，请刷新任务列表。");
    }
  }

  /** Records that the department let its time pass; it is scored later. */
  @Transactional
  public void noteOverdue(long redLightId) {
    mapper.overdueRed(redLightId, now());
  }

  @Override
  public String processKey() {
    return KEY;
  }

  @Override
  public Map<String, Object> of(String step, Function<String, Object> variables) {
    RedLight red = mapper.red((Long) variables.apply("redLightId"));
    Enterprise enterprise = enterprises.find(red.enterpriseId()).orElseThrow();
    return Map.of(
        "lightSummary",
        """
        - **企业**：%s（%s%s）
        - **亮灯时间**：%s
        - **原因**：%s
        """
            .formatted(
                Hazards.plain(enterprise.name()),
                jurisdictions.placeName(enterprise.countyCode()),
                jurisdictions.township(enterprise.townshipCode()).name(),
                red.beganAt().toLocalDate(),
                red.reason()));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
