package rectify.hazard;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import rectify.chain.Link;
import rectify.deadline.DayEnd;
import rectify.deadline.Deadlines;
import rectify.engine.ProcessBean;
import rectify.enterprise.Enterprise;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/**
 * The cases: what a diagram may do to a hazard from its registration to its closing. Every change
 * leaves an event.
 */
@ProcessBean("hazards")
public class Hazards {

  private final HazardMapper mapper;
  private final CaseLog log;
  private final CaseFacts facts;
  private final CaseDocuments documents;
  private final Jurisdictions jurisdictions;
  private final Deadlines deadlines;
  private final People people;
  private final Clock clock;

  Hazards(
      HazardMapper mapper,
      CaseLog log,
      CaseFacts facts,
      CaseDocuments documents,
      Jurisdictions jurisdictions,
      Deadlines deadlines,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.log = log;
    this.facts = facts;
    this.documents = documents;
    this.jurisdictions = jurisdictions;
    this.deadlines = deadlines;
    this.people = people;
    this.clock = clock;
  }

  /** The case, refused as not found if there is none. A system look-up: it asks nobody's rights. */
  public Hazard get(long hazardId) {
    Hazard hazard = mapper.byId(hazardId);
    if (hazard == null) {
      throw Refusal.notFound("没有这个案件，请核对案件编号。");
    }
    return hazard;
  }

  /** What happened to a case, oldest first. */
  public List<HazardEvent> events(long hazardId) {
    return log.events(hazardId);
  }

  /** The cases of these ids, by id; in one query. */
  public Map<Long, Hazard> byIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : mapper.byIds(ids).stream().collect(Collectors.toMap(Hazard::id, Function.identity()));
  }

  /** What is known of a case, as forms show it. */
  public String facts(long hazardId) {
    return facts.of(hazardId);
  }

  /** What a case is about, in one line for task lists. */
  public String title(Hazard hazard) {
    return facts.title(hazard);
  }

  /** The case a reporting system has sent before under this key of its own. */
  Optional<Hazard> byClientKey(String clientId, String clientKey) {
    return Optional.ofNullable(mapper.idByClientKey(clientId, clientKey)).map(mapper::byId);
  }

  /**
   * Registers a hazard; the source and the server's time stay for ever.
   *
   * @param inspectionId null for a self-report
   * @throws Refusal if something is missing
   */
  @Transactional
  public Hazard register(Report report, Source source, Enterprise enterprise, Long inspectionId) {
    Level level = Level.of(report.level());
    requireText(report.location(), "隐患部位", 100);
    requireText(report.description(), "隐患情况", 500);
    if (level == Level.MAJOR) {
      requireText(report.majorBasis(), "重大隐患判定依据", 300);
    }
    if (report.rectifiedOnSpot()) {
      if (level == Level.MAJOR) {
        throw new Refusal("重大隐患须编制治理方案并经主管部门审查，不能登记为当场整改。");
      }
      requireText(report.onSpotMeasures(), "当场整改情况", 500);
    }
    Actor actor = people.current();
    LocalDateTime now = log.now();
    Department department =
        jurisdictions.leadDepartment(enterprise.subcategoryCode(), enterprise.countyCode());
    Hazard hazard =
        new Hazard(
            0,
            source,
            enterprise.id(),
            enterprise.name(),
            enterprise.countyCode(),
            jurisdictions.townshipInCharge(enterprise.townshipCode()).code(),
            jurisdictions.subcategoryInUse(enterprise.subcategoryCode()).code(),
            department.role(),
            department.groupId(),
            level,
            report.location().strip(),
            report.description().strip(),
            level == Level.MAJOR ? report.majorBasis().strip() : null,
            now,
            actor.id(),
            actor.name(),
            report.rectifiedOnSpot() ? Status.REPORTED : Status.REGISTERED,
            null,
            null,
            null,
            null,
            null,
            report.rectifiedOnSpot(),
            null,
            report.rectifiedOnSpot() ? report.onSpotMeasures().strip() : null,
            null,
            report.rectifiedOnSpot() ? now.toLocalDate() : null,
            null,
            report.rectifiedOnSpot() ? now : null,
            report.rectifiedOnSpot() && source == Source.SELF_REPORT ? actor.id() : null,
            0,
            null,
            inspectionId,
            null,
            null,
            null,
            Link.BEFORE_THE_FIRST,
            0);
    NewHazard row =
        new NewHazard(hazard, report.clientKey() == null ? null : actor.id(), report.clientKey());
    mapper.insert(row);
    log.noteFirst(
        hazard.withId(row.getId()),
        "%s登记%s：%s，%s"
            .formatted(source.chinese(), level.chinese(), hazard.location(), hazard.description()));
    return get(row.getId());
  }

  /**
   * Settles who verifies, as the decision table answered.
   *
   * @param authority {@code township} or {@code department}
   * @param rule the row that decided, in Chinese
   * @return the group that verifies
   */
  @Transactional
  public String assign(long hazardId, String authority, String rule) {
    Hazard hazard = get(hazardId);
    String group =
        switch (authority) {
          case "township" -> jurisdictions.townshipInCharge(hazard.townshipCode()).groupId();
          case "department" -> hazard.departmentGroup();
          default -> throw new Refusal("判定表给出了未知的责任单位“" + authority + "”，请流程设计员核对判定表。");
        };
    assignGroup(hazard, group, rule, HazardEvent.Kind.AUTHORITY_ASSIGNED);
    return group;
  }

  /** Hands a case to the group that verifies or rechecks it; the clock runs on. */
  @Transactional
  public void assignGroup(Hazard hazard, String group, String rule, HazardEvent.Kind kind) {
    if (hazard.isMajor() && group.startsWith(GroupIds.township(""))) {
      throw new Refusal("重大隐患由行业主管部门负责，乡镇（街道、园区）不得验收销号，请移送主管部门。");
    }
    log.change(
        hazard,
        kind,
        "责任单位：" + people.groupName(group) + "；" + rule,
        Change.of(Fact.AUTHORITY_GROUP, group).and(Fact.AUTHORITY_RULE, rule));
  }

  /**
   * Sets the last day of rectification: so many days after the registration; a last day that is a
   * rest day moves to the next working day (民法典 art. 203).
   *
   * @return the day, ISO
   */
  @Transactional
  public String setDeadline(long hazardId, Number days, String rule) {
    Hazard hazard = get(hazardId);
    LocalDate dueAt = deadlines.lastDayAfterDays(hazard.foundAt().toLocalDate(), days.intValue());
    setDeadline(hazard, dueAt, rule);
    return dueAt.toString();
  }

  /**
   * Sets the first last day of rectification, as an officer ordered it; a printed day does not
   * roll.
   */
  @Transactional
  public void setDeadline(Hazard hazard, LocalDate dueAt, String rule) {
    Status next =
        hazard.status() == Status.REPORTED
            ? Status.REPORTED
            : hazard.isMajor() && hazard.source() == Source.SELF_REPORT
                ? Status.PLANNING
                : Status.RECTIFYING;
    log.change(
        hazard,
        HazardEvent.Kind.DEADLINE_SET,
        "整改期限：" + SpokenDates.day(dueAt) + "；" + rule,
        Change.of(Fact.DUE_AT, dueAt)
            .and(Fact.ORIGINAL_DUE_AT, dueAt)
            .and(Fact.DEADLINE_RULE, rule)
            .and(Fact.STATUS, next));
  }

  /**
   * Reports a major hazard to the department in charge, at once (安全生产法 art. 41).
   *
   * @return when, ISO
   */
  @Transactional
  public String reportMajor(long hazardId) {
    Hazard hazard = get(hazardId);
    log.note(
        hazard,
        HazardEvent.Kind.MAJOR_REPORTED,
        "已报告" + people.groupName(hazard.departmentGroup()));
    return log.now().toString();
  }

  /** Records that the department has the report, and whether it ordered a stop (art. 65). */
  @Transactional
  public void acknowledgeMajor(long hazardId, String acknowledgement, Boolean suspensionOrdered) {
    String stop = Boolean.TRUE.equals(suspensionOrdered) ? "；已责令暂时停产停业或停止使用" : "";
    log.note(get(hazardId), HazardEvent.Kind.MAJOR_ACKNOWLEDGED, acknowledgement + stop);
  }

  /**
   * Reminds the enterprise that the last day is near; does nothing when it has passed, as it may
   * have when a rejected rectification arms the reminder again.
   */
  @Transactional
  public void remindDueSoon(long hazardId) {
    Hazard hazard = get(hazardId);
    if (LocalDate.now(clock).isAfter(hazard.dueAt())) {
      return;
    }
    log.note(
        hazard,
        HazardEvent.Kind.REMINDED,
        "提醒%s：整改期限%s将至".formatted(hazard.enterpriseName(), SpokenDates.day(hazard.dueAt())));
  }

  /**
   * Takes the report that a hazard is rectified, with the five commitments.
   *
   * @return when, ISO
   * @throws Refusal if a commitment is missing or the day lies ahead
   */
  @Transactional
  public String reportRectified(
      long hazardId,
      String responsiblePerson,
      String measures,
      Number funds,
      String rectifiedOn,
      String contingencyPlan) {
    requireText(responsiblePerson, "整改责任人");
    requireText(measures, "整改措施");
    requireText(contingencyPlan, "整改期间安全防范措施和应急预案");
    if (funds == null) {
      throw new Refusal("请填写整改资金，未发生费用的填0。");
    }
    LocalDate on = date(rectifiedOn, "整改完成日期");
    BigDecimal yuan = new BigDecimal(funds.toString());
    Hazard hazard = get(hazardId);
    if (on.isAfter(LocalDate.now(clock))) {
      throw new Refusal("整改完成日期不能晚于今天，尚未完成的请完成后再报告。");
    }
    if (on.isBefore(hazard.foundAt().toLocalDate())) {
      throw new Refusal("整改完成日期不能早于隐患登记日期" + SpokenDates.day(hazard.foundAt().toLocalDate()) + "。");
    }
    LocalDateTime now = log.now();
    log.change(
        hazard,
        HazardEvent.Kind.RECTIFICATION_REPORTED,
        "整改责任人%s，资金%s元，完成日期%s；措施：%s"
            .formatted(responsiblePerson, yuan.toPlainString(), SpokenDates.day(on), measures),
        Change.of(Fact.STATUS, Status.REPORTED)
            .and(Fact.RESPONSIBLE_PERSON, responsiblePerson.strip())
            .and(Fact.MEASURES, measures.strip())
            .and(Fact.FUNDS, yuan)
            .and(Fact.RECTIFIED_ON, on)
            .and(Fact.CONTINGENCY_PLAN, contingencyPlan.strip())
            .and(Fact.REPORTED_AT, now)
            .and(Fact.REPORTED_BY, people.current().id()));
    return now.toString();
  }

  /** Sends a rejected rectification back with the reason; the last day stays. */
  @Transactional
  public void returnForRectification(long hazardId, String opinion) {
    Hazard hazard = get(hazardId);
    refuseOwnWork(hazard);
    sendBack(hazard, opinion, hazard.dueAt(), HazardEvent.Kind.RETURNED);
  }

  /** Sends a case back, with a new last day if one was ordered. */
  @Transactional
  public void sendBack(Hazard hazard, String reason, LocalDate dueAt, HazardEvent.Kind kind) {
    requireText(reason, "不合格的理由");
    log.change(
        hazard,
        kind,
        "第%d次不合格：%s".formatted(hazard.returnedTimes() + 1, reason),
        Change.of(Fact.STATUS, Status.RECTIFYING)
            .and(Fact.RETURNED_TIMES, hazard.returnedTimes() + 1)
            .and(Fact.RETURN_REASON, reason.strip())
            .and(Fact.DUE_AT, dueAt));
    log.sentBack(hazard.id());
  }

  /**
   * Closes a case (销号).
   *
   * @throws Refusal if whoever verifies reported the rectification themselves, nothing was
   *     reported, or a township would close a major hazard
   */
  @Transactional
  public void close(long hazardId, String opinion) {
    Hazard hazard = get(hazardId);
    refuseOwnWork(hazard);
    if (hazard.isClosed()) {
      throw Refusal.conflict("案件" + hazard.caseNumber() + "已销号，不能重复销号。");
    }
    if (hazard.measures() == null && hazard.source() == Source.SELF_REPORT) {
      throw new Refusal("案件没有整改情况，不能销号。");
    }
    if (hazard.isMajor() && hazard.authorityGroup().startsWith(GroupIds.township(""))) {
      throw new Refusal("重大隐患不得由乡镇（街道、园区）销号，请由行业主管部门验收。");
    }
    log.change(
        hazard,
        HazardEvent.Kind.CLOSED,
        "验收合格，准予销号：" + opinion,
        Change.of(Fact.STATUS, Status.CLOSED)
            .and(Fact.CLOSED_AT, log.now())
            .and(Fact.CLOSED_BY, people.current().id())
            .and(Fact.CLOSING_OPINION, opinion));
    if (hazard.reportedBy() != null) {
      documents.accepted(hazard, opinion, log.now().toLocalDate());
    }
  }

  /** The same of the case's own authority. */
  @Transactional
  public String noteOverdueDuty(long hazardId, String duty) {
    return noteOverdueDuty(hazardId, duty, get(hazardId).authorityGroup());
  }

  /**
   * Records that an authority let its own deadline pass, which is scored later, and sets its
   * superiors on it until the duty is done.
   *
   * @param group the authority's; null if nobody is in charge yet, then nobody is scored
   * @return from when to count, ISO
   */
  @Transactional
  public String noteOverdueDuty(long hazardId, String duty, String group) {
    Hazard hazard = get(hazardId);
    Duty late = Duty.of(duty);
    String name = group == null ? "责任单位" : people.groupName(group);
    String detail = "%s未按时办理%s".formatted(name, late.chinese());
    log.note(hazard, HazardEvent.Kind.DUTY_OVERDUE, detail, group);
    if (group != null) {
      mapper.insertOverdueDuty(hazardId, duty, group, log.now());
      log.late(hazard, late, group);
    }
    return DayEnd.of(log.now()).toString();
  }

  /**
   * Records that the plan for a major hazard was not filed in time, tells the enterprise and its
   * department, and sets those above it on it until there is one; does nothing once a plan was
   * filed, as when a rejected one arms the clock again.
   */
  @Transactional
  public void notePlanOverdue(long hazardId) {
    Hazard hazard = get(hazardId);
    if (mapper.latestPlan(hazardId) != null) {
      return;
    }
    log.note(hazard, HazardEvent.Kind.PLAN_OVERDUE, hazard.enterpriseName() + "未按时报送治理方案");
    log.late(hazard, Duty.PLAN, GroupIds.enterprise(hazard.enterpriseId()));
  }

  /** Appends an event of another feature to a case. */
  @Transactional
  public void note(long hazardId, HazardEvent.Kind kind, String detail) {
    log.note(get(hazardId), kind, detail);
  }

  /** The same, of an authority other than the case's own. */
  @Transactional
  public void note(long hazardId, HazardEvent.Kind kind, String detail, String authority) {
    log.note(get(hazardId), kind, detail, authority);
  }

  private void refuseOwnWork(Hazard hazard) {
    if (people.current().id().equals(hazard.reportedBy())) {
      throw Refusal.forbidden("整改由您报告，不能由您验收，请由其他人员办理。");
    }
  }

  static LocalDate date(String iso, String what) {
    if (iso == null || iso.isBlank()) {
      throw new Refusal("请填写" + what + "。");
    }
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new Refusal(what + "不是有效的日期，请按“2026-03-09”的格式填写。");
    }
  }

  /** What a form asks for is there; how long it may be, the form says and the gate checks. */
  public static void requireText(String text, String what) {
    if (text == null || text.isBlank()) {
      throw new Refusal("请填写" + what + "。");
    }
  }

  /** The same of what comes without a form. */
  public static void requireText(String text, String what, int most) {
    requireText(text, what);
    if (text.length() > most) {
      throw new Refusal("%s最多%d字，现有%d字，请精简。".formatted(what, most, text.length()));
    }
  }

  /** What a person typed, as Markdown that shows it as it is. */
  public static String plain(String typed) {
    return typed.replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~!])", "\\\\$1");
  }
}
