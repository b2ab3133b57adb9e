package rectify.hazard;

import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.identity.People;
import rectify.refusal.Refusal;

/**
 * The plans for major hazards, filed by the unit and reviewed before any work (Order No. 16, art.
 * 15).
 */
@ProcessBean("treatmentPlans")
public class TreatmentPlans {

  /** What the event of a filing begins with; the hash of the plan follows. */
  static final String FILED = "已报送治理方案（六项内容SHA-256 ";

  private final HazardMapper mapper;
  private final Hazards hazards;
  private final CaseLog log;
  private final CaseDocuments documents;
  private final People people;

  TreatmentPlans(
      HazardMapper mapper, Hazards hazards, CaseLog log, CaseDocuments documents, People people) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.log = log;
    this.documents = documents;
    this.people = people;
  }

  /** The newest plan of a case. */
  public Optional<TreatmentPlan> latest(long hazardId) {
    return Optional.ofNullable(mapper.latestPlan(hazardId));
  }

  /**
   * Files a plan; all six items are required.
   *
   * @return when, ISO
   */
  @Transactional
  public String file(
      long hazardId,
      String goals,
      String measures,
      String funds,
      String staff,
      String schedule,
      String safeguards) {
    Hazards.requireText(goals, "治理的目标和任务");
    Hazards.requireText(measures, "采取的方法和措施");
    Hazards.requireText(funds, "经费和物资的落实");
    Hazards.requireText(staff, "负责治理的机构和人员");
    Hazards.requireText(schedule, "治理的时限和要求");
    Hazards.requireText(safeguards, "安全措施和应急预案");
    Hazard hazard = hazards.get(hazardId);
    TreatmentPlan filed =
        new TreatmentPlan(
            0,
            hazardId,
            goals.strip(),
            measures.strip(),
            funds.strip(),
            staff.strip(),
            schedule.strip(),
            safeguards.strip(),
            log.now(),
            people.current().id(),
            null,
            null,
            null,
            null);
    mapper.insertPlan(filed);
    log.note(hazard, HazardEvent.Kind.PLAN_FILED, FILED + filed.digest() + "）：" + filed.goals());
    return log.now().toString();
  }

  /**
   * Records the review; only an approved plan lets the work begin.
   *
   * @param decision {@code approved} or {@code rejected}
   */
  @Transactional
  public void review(long hazardId, String decision, String opinion) {
    Hazards.requireText(opinion, "审查意见");
    Hazard hazard = hazards.get(hazardId);
    TreatmentPlan plan =
        latest(hazardId)
            .filter(latest -> latest.decision() == null)
            .orElseThrow(() -> Refusal.conflict("案件没有待审查的治理方案，请刷新后重试。"));
    boolean approved = "approved".equals(decision);
    TreatmentPlan reviewed =
        new TreatmentPlan(
            plan.id(),
            plan.hazardId(),
            plan.goals(),
            plan.measures(),
            plan.funds(),
            plan.staff(),
            plan.schedule(),
            plan.safeguards(),
            plan.filedAt(),
            plan.filedBy(),
            decision,
            opinion.strip(),
            log.now(),
            people.current().id());
    mapper.reviewPlan(reviewed);
    if (approved) {
      documents.approved(hazard, reviewed);
    }
    log.change(
        hazard,
        HazardEvent.Kind.PLAN_REVIEWED,
        "治理方案%s（六项内容SHA-256 %s）：%s".formatted(approved ? "通过" : "不通过", plan.digest(), opinion),
        Change.of(Fact.STATUS, approved ? Status.RECTIFYING : Status.PLANNING));
  }
}
