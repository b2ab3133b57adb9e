package rectify.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import rectify.deadline.Deadlines;
import rectify.enterprise.Enterprise;
import rectify.evidence.EvidenceFiles;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.hazard.Level;
import rectify.hazard.Report;
import rectify.hazard.Source;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;

/** Makes what a visit finds a case, with the unit that answers for it and its last day. */
@Component
class Findings {

  private final InspectionMapper mapper;
  private final Hazards hazards;
  private final Jurisdictions jurisdictions;
  private final EvidenceFiles evidence;
  private final Deadlines deadlines;
  private final People people;
  private final Clock clock;

  Findings(
      InspectionMapper mapper,
      Hazards hazards,
      Jurisdictions jurisdictions,
      EvidenceFiles evidence,
      Deadlines deadlines,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.jurisdictions = jurisdictions;
    this.evidence = evidence;
    this.deadlines = deadlines;
    this.people = people;
    this.clock = clock;
  }

  /** The last day of rectification and who or what set it. */
  record Term(LocalDate dueAt, String rule) {}

  /**
   * @param ordered the last day an officer orders, ISO; blank takes the default
   * @param days the default, after today
   * @param maximumDays the most an officer may give
   * @param rule the row that gave both
   */
  Term term(String ordered, int days, int maximumDays, String rule) {
    LocalDate today = LocalDate.now(clock);
    return StringUtils.hasText(ordered)
        ? new Term(ordered(ordered, today, maximumDays), "执法人员责令的期限")
        : new Term(deadlines.lastDayAfterDays(today, days), rule);
  }

  /** The same for what an officer wrote down; null for what was corrected on the spot. */
  Term term(Observation seen, FindingDrafts.Days days) {
    return seen.isCorrected() ? null : term(seen.dueAt(), days.usual(), days.most(), days.rule());
  }

  private static LocalDate ordered(String iso, LocalDate today, int maximumDays) {
    LocalDate dueAt;
    try {
      dueAt = LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new Refusal("整改期限不是有效的日期，请重新填写。");
    }
    if (dueAt.isBefore(today)) {
      throw new Refusal("整改期限不能早于今天，请重新填写。");
    }
    if (dueAt.isAfter(today.plusDays(maximumDays))) {
      throw new Refusal("整改期限最长" + maximumDays + "日，最迟到" + today.plusDays(maximumDays) + "，请重新填写。");
    }
    return dueAt;
  }

  /**
   * Registers the case of a finding.
   *
   * @param transferRole role of the department it is transferred to; null unless it is
   * @param term null for what was corrected on the spot
   * @param photos the number its photos wait under
   * @return the case
   * @throws Refusal if the disposal does not fit the level or the officers' unit
   */
  long add(
      Visit visit,
      Enterprise enterprise,
      Report report,
      Disposal disposal,
      String transferRole,
      Term term,
      String photos) {
    refuseUnfit(disposal, Level.of(report.level()), visit);
    String transferGroup =
        disposal == Disposal.TRANSFERRED ? transferGroup(enterprise, transferRole, visit) : null;
    Hazard hazard = hazards.register(report, Source.INSPECTION, enterprise, visit.id());
    mapper.insertFinding(
        new Finding(
            hazard.id(),
            visit.id(),
            disposal,
            report.onSpotMeasures(),
            transferGroup,
            transferGroup == null ? null : LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
            null,
            null));
    if (transferGroup == null) {
      hazards.assignGroup(
          hazard,
          visit.inspectorGroup(),
          "由作出检查的单位负责（《安全生产法》第六十五条）",
          HazardEvent.Kind.AUTHORITY_ASSIGNED);
    } else {
      hazards.note(
          hazard.id(), HazardEvent.Kind.TRANSFERRED, "移送" + people.groupName(transferGroup));
    }
    if (term != null) {
      hazards.setDeadline(hazards.get(hazard.id()), term.dueAt(), term.rule());
    }
    evidence.handOver(photos, hazard.caseNumber());
    return hazard.id();
  }

  /**
   * Refuses what {@link #add} would refuse, while it can still be chosen otherwise.
   *
   * @param transferRole as for {@link #add}
   */
  void requireFit(
      Visit visit, Enterprise enterprise, String level, Disposal disposal, String transferRole) {
    refuseUnfit(disposal, Level.of(level), visit);
    if (disposal == Disposal.TRANSFERRED) {
      transferGroup(enterprise, transferRole, visit);
    }
  }

  private static void refuseUnfit(Disposal disposal, Level level, Visit visit) {
    boolean township = visit.inspectorGroup().startsWith(GroupIds.township(""));
    if (level == Level.MAJOR && township && disposal != Disposal.TRANSFERRED) {
      throw new Refusal("重大隐患超出乡镇（街道、园区）的处理权限，请选择“移送其他部门”，移送行业主管部门查处。");
    }
    if (level == Level.MAJOR && disposal == Disposal.CORRECTED) {
      throw new Refusal("重大隐患不能登记为当场纠正，请责令整改并复查。");
    }
    if (level == Level.GENERAL && disposal == Disposal.MEASURES) {
      throw new Refusal("现场处理措施适用于不能保证安全的重大隐患，一般隐患请责令限期整改（《安全生产法》第六十五条）。");
    }
  }

  private String transferGroup(Enterprise enterprise, String role, Visit visit) {
    Department target =
        jurisdictions
            .departmentFor(enterprise.countyCode(), role == null ? "" : role)
            .orElseThrow(() -> new Refusal("请选择要移送的部门。"));
    if (target.groupId().equals(visit.inspectorGroup())) {
      throw new Refusal("不能移送给本单位，请选择其他部门，或由本单位责令整改。");
    }
    return target.groupId();
  }
}
