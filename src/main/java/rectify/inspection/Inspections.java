package rectify.inspection;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import rectify.engine.ProcessBean;
import rectify.enterprise.Enterprise;
import rectify.enterprise.EnterpriseRights;
import rectify.enterprise.Enterprises;
import rectify.form.Choices;
import rectify.hazard.Duty;
import rectify.hazard.DutyLadder;
import rectify.hazard.Hazard;
import rectify.hazard.Hazards;
import rectify.hazard.LateWork;
import rectify.hazard.Report;
import rectify.identity.Certificate;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.notification.Notice;
import rectify.notification.NoticeKind;
import rectify.notification.Notifications;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/** Inspections, from the choice of the enterprise to the documents. */
@ProcessBean("inspections")
public class Inspections {

  /** The value of the option that calls an inspection off. */
  static final String NO_ENTERPRISE = "none";

  private static final int MOST_MATCHES = 50;

  private final InspectionMapper mapper;
  private final Hazards hazards;
  private final Enterprises enterprises;
  private final EnterpriseRights rights;
  private final Jurisdictions jurisdictions;
  private final Findings findings;
  private final VisitDocuments documents;
  private final Officers officers;
  private final Notifications notifications;
  private final DutyLadder ladder;
  private final People people;
  private final Clock clock;

  Inspections(
      InspectionMapper mapper,
      Hazards hazards,
      Enterprises enterprises,
      EnterpriseRights rights,
      Jurisdictions jurisdictions,
      Findings findings,
      VisitDocuments documents,
      Officers officers,
      Notifications notifications,
      DutyLadder ladder,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.enterprises = enterprises;
    this.rights = rights;
    this.jurisdictions = jurisdictions;
    this.findings = findings;
    this.documents = documents;
    this.officers = officers;
    this.notifications = notifications;
    this.ladder = ladder;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Opens an inspection by the current officer.
   *
   * @param query a credit code or part of the enterprise's name
   * @throws Refusal without a certificate, or if nothing in the officer's territory or trade
   *     matches
   */
  @Transactional
  Visit open(String query, String kind) {
    Certificate certificate = officers.own();
    String group = officers.unit();
    matching(query);
    NewVisit row =
        new NewVisit(
            new Visit(
                0,
                area(group),
                kind,
                query.strip(),
                people.current().id(),
                group,
                certificate.certificateNumber(),
                null,
                null,
                null,
                now(),
                null,
                Visit.Status.OPENED));
    mapper.insert(row);
    return visit(row.getId());
  }

  /** The enterprises the query may mean, and an option to call the inspection off. */
  public Object matches(long inspectionId) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Enterprise match : matching(visit(inspectionId).enterpriseQuery())) {
      labels.put(
          String.valueOf(match.id()),
          "%s（%s，%s）"
              .formatted(
                  match.name(),
                  jurisdictions.township(match.townshipCode()).name(),
                  match.creditCode()));
    }
    labels.put(NO_ENTERPRISE, "以上都不是，撤销本次检查");
    return Choices.of(labels);
  }

  /** The colleagues with certificates, to choose the second officer from: nobody twice. */
  public Object colleagues(long inspectionId) {
    Visit visit = visit(inspectionId);
    return Choices.of(officers.choice(visit.inspectorGroup(), visit.inspector()));
  }

  /** The departments a finding may be transferred to; the value is the role. */
  public Object departments(long inspectionId) {
    return Choices.of(departmentNames(inspectionId));
  }

  /** Their names by their roles. */
  Map<String, String> departmentNames(long inspectionId) {
    Visit visit = visit(inspectionId);
    Map<String, String> labels = new LinkedHashMap<>();
    String county = enterprise(visit).countyCode();
    for (Department department : jurisdictions.departmentsFor(county)) {
      if (!department.groupId().equals(visit.inspectorGroup())) {
        labels.put(department.role(), department.name());
      }
    }
    return labels;
  }

  /** Calls an inspection off before it has begun. */
  @Transactional
  public void abandon(long inspectionId) {
    mapper.setStatus(inspectionId, Visit.Status.ABANDONED, now());
    ladder.done(Duty.INSPECTION, visit(inspectionId).number());
  }

  /**
   * Begins the inspection of the chosen enterprise with the second officer.
   *
   * @return what the inspection is about, in one line for task lists
   */
  @Transactional
  public String begin(long inspectionId, String enterpriseId, String secondOfficer) {
    Visit visit = visit(inspectionId);
    officers.own(visit);
    Enterprise enterprise = enterprises.get(Long.parseLong(enterpriseId), rights.get().read());
    Certificate second = officers.second(secondOfficer, visit.inspector(), visit.inspectorGroup());
    int begun =
        mapper.begin(
            inspectionId, enterprise.id(), secondOfficer, second.certificateNumber(), now());
    if (begun != 1) {
      throw Refusal.conflict("检查已开始或已撤销，请刷新任务列表。");
    }
    return "检查%s（%s）"
        .formatted(enterprise.name(), jurisdictions.township(enterprise.townshipCode()).name());
  }

  /** What has been found so far, as Chinese Markdown. */
  public String summary(long inspectionId) {
    Visit visit = visit(inspectionId);
    Enterprise enterprise = enterprise(visit);
    StringJoiner lines = new StringJoiner("\n");
    lines.add("- **检查编号**：" + visit.number());
    lines.add("- **被检查单位**：" + Hazards.plain(enterprise.name()));
    lines.add(
        "- **检查人员**：%s（%s）、%s（%s）"
            .formatted(
                people.nameOf(visit.inspector()),
                visit.inspectorCertificate(),
                people.nameOf(visit.secondOfficer()),
                visit.secondCertificate()));
    int number = 0;
    for (Finding finding : mapper.findings(inspectionId)) {
      Hazard hazard = hazards.get(finding.hazardId());
      number++;
      String due =
          finding.disposal() == Disposal.CORRECTED ? "" : "，期限" + SpokenDates.day(hazard.dueAt());
      lines.add(
          "- **问题%d**：%s，%s（%s，%s%s）"
              .formatted(
                  number,
                  Hazards.plain(hazard.location()),
                  Hazards.plain(hazard.description()),
                  hazard.level().chinese(),
                  finding.disposal().chinese(),
                  due));
    }
    return lines.toString();
  }

  /**
   * Adds a finding and registers its case at once, as inspections begun before findings could be
   * corrected do; see {@link VisitFindings}.
   *
   * @param findingDueAt the last day the officer orders; null takes the default
   * @param deadlineDays the default, days after today
   * @param maximumDays the most an officer may give
   * @param deadlineRule the row that gave both
   */
  @Transactional
  public void addFinding(
      long inspectionId,
      String location,
      String description,
      String level,
      String majorBasis,
      String disposal,
      String findingDueAt,
      String transferRole,
      String onSpotMeasures,
      Number deadlineDays,
      Number maximumDays,
      String deadlineRule) {
    Visit visit = visit(inspectionId);
    Disposal chosen = Disposal.of(disposal);
    boolean corrected = chosen == Disposal.CORRECTED;
    findings.add(
        visit,
        enterprise(visit),
        new Report(location, description, level, majorBasis, corrected, onSpotMeasures, null),
        chosen,
        transferRole,
        corrected
            ? null
            : findings.term(
                findingDueAt, deadlineDays.intValue(), maximumDays.intValue(), deadlineRule),
        visit.number());
  }

  /**
   * Issues the documents of the visit, which share their serial, and closes what was corrected on
   * the spot.
   *
   * @param witness who saw the signature refused; may be missing
   */
  @Transactional
  public void issueDocuments(
      long inspectionId,
      String siteRepresentative,
      Boolean signatureRefused,
      String refusalRemark,
      String witness,
      String situation) {
    boolean refused = Boolean.TRUE.equals(signatureRefused);
    if (refused && !StringUtils.hasText(refusalRemark)) {
      throw new Refusal("现场负责人拒绝签字的，请写明拒绝签字的情况（《安全生产法》第六十八条）。");
    }
    Visit visit = visit(inspectionId);
    VisitTime stated = mapper.time(inspectionId);
    documents.issue(
        visit,
        enterprise(visit),
        new VisitSheets.Ending(
            stated == null ? new VisitTime(mapper.begunAt(inspectionId), now()) : stated,
            stated != null,
            situation,
            siteRepresentative,
            refused ? refusalRemark.strip() : null,
            StringUtils.hasText(witness) ? witness.strip() : null));
    ladder.done(Duty.INSPECTION, visit.number());
  }

  /** The cases to follow one by one: everything that was not corrected on the spot. */
  public List<Long> orderedFindings(long inspectionId) {
    return mapper.findings(inspectionId).stream()
        .filter(finding -> finding.disposal() != Disposal.CORRECTED)
        .map(Finding::hazardId)
        .toList();
  }

  /** Finishes an inspection whose cases are all closed. */
  @Transactional
  public void finish(long inspectionId) {
    mapper.setStatus(inspectionId, Visit.Status.FINISHED, now());
  }

  /**
   * Tells the inspecting unit and its safety commission office that an inspection was left
   * unfinished: what it found is followed by nobody until the record is confirmed. They are told
   * once before it has begun and once after, however often a step arms its clock again; those above
   * the unit are set on it until it is finished.
   */
  @Transactional
  public void noteOverdue(long inspectionId) {
    Visit visit = visit(inspectionId);
    int found = mapper.found(inspectionId);
    String title = "检查%s（%s）".formatted(visit.number(), people.nameOf(visit.inspector()));
    ladder.late(
        new LateWork(
            Duty.INSPECTION, visit.number(), title, visit.countyCode(), visit.inspectorGroup()));
    Notice notice =
        Notice.about(
            NoticeKind.OVERDUE,
            "inspection/%d/overdue/%s".formatted(inspectionId, visit.status()),
            title + "逾期未办结",
            (found == 0 ? "尚未登记问题" : "已登记的" + found + "项问题在确认现场检查记录之前不会进入整改") + "，请督促检查人员办结",
            null);
    notifications.post(
        List.of(
            notice.toGroup(visit.inspectorGroup()),
            notice.toGroup(GroupIds.office(visit.countyCode()))));
  }

  Visit visit(long inspectionId) {
    Visit visit = mapper.byId(inspectionId);
    if (visit == null) {
      throw Refusal.notFound("没有这次检查，请刷新任务列表。");
    }
    return visit;
  }

  Enterprise enterprise(Visit visit) {
    return enterprises.find(visit.enterpriseId()).orElseThrow();
  }

  private List<Enterprise> matching(String query) {
    List<Enterprise> found = enterprises.search(query, rights.get().read(), MOST_MATCHES + 1);
    if (found.isEmpty()) {
      throw Refusal.notFound("本辖区、本行业内没有与“" + query + "”匹配的企业，请核对信用代码或名称。");
    }
    if (found.size() > MOST_MATCHES) {
      throw new Refusal("与“" + query + "”匹配的企业超过" + MOST_MATCHES + "家，请填写更完整的名称或信用代码。");
    }
    return found;
  }

  private String area(String group) {
    return group.startsWith(GroupIds.township(""))
        ? jurisdictions.township(group.substring(4)).countyCode()
        : group.substring(4, 10);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
