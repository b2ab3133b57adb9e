package rectify.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.identity.Actor;
import rectify.identity.Certificate;
import rectify.identity.CertifiedOfficer;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;

/**
 * Inspections and rechecks are made by two different officers with certificates (行政处罚法 art. 42).
 */
@Component
class Officers {

  /** The value of an option that only says why there is none. */
  private static final String NOBODY = "none";

  private final People people;
  private final Jurisdictions jurisdictions;
  private final Clock clock;

  Officers(People people, Jurisdictions jurisdictions, Clock clock) {
    this.people = people;
    this.jurisdictions = jurisdictions;
    this.clock = clock;
  }

  /** The current person's certificate. */
  Certificate own() {
    Actor actor = people.current();
    return people
        .certificateOf(actor.id(), today())
        .orElseThrow(() -> Refusal.forbidden("您没有在有效期内的执法证，不能执法检查或复查，请联系系统管理员登记执法证。"));
  }

  /** Whether the current person may inspect: a certificate, and a unit that inspects. */
  boolean mayInspect() {
    Actor actor = people.current();
    boolean inspects =
        !actor.standing().townships().isEmpty() || !actor.standing().departments().isEmpty();
    return inspects && people.certificateOf(actor.id(), today()).isPresent();
  }

  /**
   * The unit the current person inspects for.
   *
   * @throws Refusal unless it is a township or a department in use
   */
  String unit() {
    var standing = people.current().standing();
    if (!standing.townships().isEmpty()) {
      return jurisdictions.townshipInCharge(standing.townships().iterator().next()).groupId();
    }
    if (!standing.departments().isEmpty()) {
      var department = standing.departments().iterator().next();
      return jurisdictions
          .department(department.area(), department.role())
          .orElseThrow(() -> Refusal.conflict("您所在的部门已停用或不在责任目录中，不能发起检查，请联系系统管理员调整您的单位。"))
          .groupId();
    }
    throw Refusal.forbidden("监督检查由行业主管部门或乡镇（街道、园区）的执法人员发起，您的账号不在这些单位。");
  }

  /**
   * Refuses to begin a visit unless it is the current person's: its documents name whoever opened
   * it, with their certificate.
   */
  void own(Visit visit) {
    if (!people.current().id().equals(visit.inspector())) {
      throw Refusal.forbidden("检查须由开具检查的执法人员本人开始。其不能到场的，请选择“以上都不是，撤销本次检查”，再另行发起检查。");
    }
    if (!people.holdsCertificate(visit.inspector(), visit.inspectorCertificate(), today())) {
      throw Refusal.forbidden("您开具检查时所用的执法证已失效，请撤销本次检查，再另行发起检查。");
    }
  }

  /** The colleagues of a group who may come along: value is the user id. */
  Map<String, String> colleagues(String group, String without) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (CertifiedOfficer officer : people.certifiedMembers(group, today())) {
      if (!officer.id().equals(without)) {
        labels.put(officer.id(), officer.name() + "（执法证号" + officer.certificateNumber() + "）");
      }
    }
    return labels;
  }

  /** The same for somebody who has the form open, with the reason where nobody can be chosen. */
  Map<String, String> choice(String group, String without) {
    Map<String, String> colleagues = colleagues(group, without);
    return colleagues.isEmpty() ? Map.of(NOBODY, "本单位没有其他执法证在有效期内的人员，请联系系统管理员登记执法证") : colleagues;
  }

  /** The same for a recheck by the current person, who needs a certificate too. */
  Map<String, String> choice(String group) {
    String own = people.current().id();
    return people.certificateOf(own, today()).isPresent()
        ? choice(group, own)
        : Map.of(NOBODY, "您没有在有效期内的执法证，不能复查，请退回任务由有执法证的同事办理");
  }

  /** The second officer's certificate; refused if it is the first officer or no colleague. */
  Certificate second(String userId, String first, String group) {
    if (userId == null || userId.isBlank()) {
      throw new Refusal("请选择另一名执法人员；没有可选人员的，请联系系统管理员登记本单位人员的执法证。");
    }
    if (userId.equals(first)) {
      throw new Refusal("两名执法人员不能是同一人，请选择另一名执法人员。");
    }
    if (!people.members(group).contains(userId)) {
      throw new Refusal("另一名执法人员应是本单位人员，请重新选择。");
    }
    return people
        .certificateOf(userId, today())
        .orElseThrow(() -> new Refusal("所选人员没有在有效期内的执法证，请选择其他人员。"));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
