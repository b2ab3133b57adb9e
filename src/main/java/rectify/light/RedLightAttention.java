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
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazards;
import rectify.hazard.LateWork;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/**
 * The façade of {@code red-light-attention.bpmn}: asks the department in charge once for each time
 * an enterprise's light turns red, and takes the question back when it is red no more.
 */
@ProcessBean("redLights")
public class RedLightAttention implements FormContent {

  public static final String KEY = "red-light-attention";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String ATTEND = "Activity_AttendRedLight";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of("redLightId", "caseTitle", "countyCode", "departmentGroup", "beganAt");

  /** What forms show besides, composed when they open. */
  public static final Set<String> COMPOSED = Set.of("lightSummary");

  private final LightMapper mapper;
  private final RuntimeService runtime;
  private final Enterprises enterprises;
  private final Jurisdictions jurisdictions;
  private final DutyLadder ladder;
  private final People people;
  private final Clock clock;

  RedLightAttention(
      LightMapper mapper,
      RuntimeService runtime,
      Enterprises enterprises,
      Jurisdictions jurisdictions,
      DutyLadder ladder,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.runtime = runtime;
    this.enterprises = enterprises;
    this.jurisdictions = jurisdictions;
    this.ladder = ladder;
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
                    .putValue("caseTitle", title(enterprise))
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
    ladder.done(Duty.RED_LIGHT, red.number());
  }

  private static String title(Enterprise enterprise) {
    return "红灯企业：" + enterprise.name();
  }

  /** Keeps what the department did. */
  @Transactional
  public void answer(long redLightId, String measure, String opinion) {
    if (mapper.answerRed(redLightId, measure, opinion, now(), people.current().id()) != 1) {
      throw Refusal.conflict("该红灯企业已处置，请刷新任务列表。");
    }
    ladder.done(Duty.RED_LIGHT, mapper.red(redLightId).number());
  }

  /**
   * Records that the department let its time pass, which is scored later; those above it are set on
   * it until it has attended to the enterprise.
   */
  @Transactional
  public void noteOverdue(long redLightId) {
    mapper.overdueRed(redLightId, now());
    RedLight red = mapper.red(redLightId);
    Enterprise enterprise = enterprises.find(red.enterpriseId()).orElseThrow();
    ladder.late(
        new LateWork(
            Duty.RED_LIGHT,
            red.number(),
            title(enterprise),
            enterprise.countyCode(),
            red.departmentGroup()));
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
                SpokenDates.day(red.beganAt().toLocalDate()),
                SpokenDates.in(red.reason())));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
