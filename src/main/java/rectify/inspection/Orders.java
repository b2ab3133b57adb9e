package rectify.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import rectify.document.DocumentDraft;
import rectify.document.Documents;
import rectify.engine.ProcessBean;
import rectify.form.Choices;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.Certificate;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Sheet;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/** Ordered rectifications: the order, its transfer, and the rechecks by two officers. */
@ProcessBean("orders")
public class Orders {

  /** The process of one ordered rectification; inspections call it. */
  public static final String KEY = "rectification-order";

  /* The steps of its diagram that are named in code; the contract test looks for them there. */
  public static final String TRANSFER = "Activity_Transfer";
  public static final String ACCEPT_TRANSFER = "Activity_AcceptTransfer";
  public static final String DESIGNATE_AUTHORITY = "Activity_DesignateAuthority";
  public static final String RECHECK = "Activity_Recheck";

  private final InspectionMapper mapper;
  private final Inspections inspections;
  private final Hazards hazards;
  private final Documents documents;
  private final VisitSheets sheets;
  private final FollowUpSheets followUps;
  private final Forms forms;
  private final Jurisdictions jurisdictions;
  private final Officers officers;
  private final People people;
  private final Clock clock;

  Orders(
      InspectionMapper mapper,
      Inspections inspections,
      Hazards hazards,
      Documents documents,
      VisitSheets sheets,
      FollowUpSheets followUps,
      Forms forms,
      Jurisdictions jurisdictions,
      Officers officers,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.inspections = inspections;
    this.hazards = hazards;
    this.documents = documents;
    this.sheets = sheets;
    this.followUps = followUps;
    this.forms = forms;
    this.jurisdictions = jurisdictions;
    this.officers = officers;
    this.people = people;
    this.clock = clock;
  }

  public String caseNumber(long hazardId) {
    return hazards.get(hazardId).caseNumber();
  }

  /** What the case is about, in one line for task lists. */
  public String caseTitle(long hazardId) {
    return hazards.title(hazards.get(hazardId));
  }

  public String countyCode(long hazardId) {
    return hazards.get(hazardId).countyCode();
  }

  public String enterpriseGroup(long hazardId) {
    return GroupIds.enterprise(hazards.get(hazardId).enterpriseId());
  }

  /** The group that ordered and rechecks; null while a transfer is not accepted. */
  public String authorityGroup(long hazardId) {
    return hazards.get(hazardId).authorityGroup();
  }

  public String officeGroup(long hazardId) {
    return GroupIds.office(hazards.get(hazardId).countyCode());
  }

  /** The last day of rectification, ISO. */
  public String dueAt(long hazardId) {
    return hazards.get(hazardId).dueAt().toString();
  }

  public boolean needsTransfer(long hazardId) {
    return transferGroup(hazardId) != null;
  }

  /** The department a finding was transferred to; null if it was not. */
  public String transferGroup(long hazardId) {
    return finding(hazardId).transferGroup();
  }

  /** When it was transferred, ISO; null if it was not. */
  public String transferredAt(long hazardId) {
    LocalDateTime at = finding(hazardId).transferredAt();
    return at == null ? null : at.toString();
  }

  /**
   * Takes a transferred finding over and orders its rectification by the day that was set when it
   * was found: the clock has run on (安全生产法 art. 69).
   *
   * @return the group in charge from now on
   */
  @Transactional
  public String acceptTransfer(long hazardId, String opinion) {
    return takeOver(
        hazardId,
        finding(hazardId).transferGroup(),
        "接收移送：" + opinion,
        HazardEvent.Kind.TRANSFER_ACCEPTED);
  }

  /**
   * Returns a transferred finding; the safety commission office then names who is in charge.
   *
   * @return when, ISO
   */
  @Transactional
  public String returnTransfer(long hazardId, String opinion) {
    hazards.note(hazardId, HazardEvent.Kind.TRANSFER_RETURNED, "退回移送：" + opinion);
    return now().toString();
  }

  /** The departments that may be named in charge in the county; the value is the role. */
  public Object departments(long hazardId) {
    String county = hazards.get(hazardId).countyCode();
    Map<String, String> labels = new LinkedHashMap<>();
    for (Department department : jurisdictions.departmentsFor(county)) {
      labels.put(department.role(), department.name());
    }
    return Choices.of(labels);
  }

  /**
   * Names the department in charge (安全生产法 art. 10).
   *
   * @return its group
   */
  @Transactional
  public String designate(long hazardId, String role, String opinion) {
    Department department =
        jurisdictions
            .departmentFor(hazards.get(hazardId).countyCode(), role == null ? "" : role)
            .orElseThrow(() -> new Refusal("请选择承办单位。"));
    return takeOver(
        hazardId,
        department.groupId(),
        "安委办指定承办：" + opinion,
        HazardEvent.Kind.AUTHORITY_DESIGNATED);
  }

  /** Begins a round: neither a report nor the expiry has come in yet. */
  @Transactional
  public void beginRound(long hazardId) {
    mapper.setRecheckFrom(hazardId, null);
  }

  /** Whether the recheck of this round is arranged already. */
  public boolean recheckArranged(long hazardId) {
    return finding(hazardId).recheckFrom() != null;
  }

  /**
   * Arranges the recheck because the enterprise has reported.
   *
   * @return from when its time runs, ISO
   */
  @Transactional
  public String arrangeRecheck(long hazardId) {
    LocalDateTime from = now();
    mapper.setRecheckFrom(hazardId, from);
    return from.toString();
  }

  /**
   * Arranges the recheck because the last day has passed without a report.
   *
   * @return from when its time runs, ISO: the last day
   */
  @Transactional
  public String expire(long hazardId) {
    Hazard hazard = hazards.get(hazardId);
    LocalDateTime from = hazard.dueAt().atTime(23, 59, 59);
    mapper.setRecheckFrom(hazardId, from);
    hazards.note(
        hazardId,
        HazardEvent.Kind.EXPIRED,
        "整改期限" + SpokenDates.day(hazard.dueAt()) + "届满，企业尚未报告整改");
    return from.toString();
  }

  /** The colleagues with certificates, to choose the second officer from. */
  public Object colleagues(long hazardId) {
    return Choices.of(officers.colleagues(hazards.get(hazardId).authorityGroup(), ""));
  }

  /**
   * Records a recheck and issues its opinion, which shares the serial of its order.
   *
   * @param result {@code passed} or {@code failed}
   * @param newDueAt the last day ordered again; needed if it failed
   * @return the result
   */
  @Transactional
  public String recheck(
      long hazardId, String result, String opinion, String secondOfficer, String newDueAt) {
    Hazard hazard = hazards.get(hazardId);
    Finding finding = finding(hazardId);
    Certificate own = officers.own();
    Certificate second = officers.second(secondOfficer, own.userId(), hazard.authorityGroup());
    if ("failed".equals(result)) {
      orderedAgain(newDueAt);
    }
    Document document =
        documents.issueInChain(
            finding.orderDocumentId(),
            draft(
                hazard,
                finding,
                DocumentKind.RECHECK_OPINION,
                followUps.recheck(
                    hazard,
                    inspections.enterprise(inspections.visit(finding.inspectionId())),
                    documents.document(finding.orderDocumentId()),
                    "passed".equals(result),
                    opinion,
                    own,
                    second)));
    mapper.insertRecheck(
        new Recheck(
            0,
            hazardId,
            result,
            opinion,
            own.userId(),
            own.certificateNumber(),
            second.userId(),
            second.certificateNumber(),
            now(),
            document.id(),
            hazard.dueAt()));
    hazards.note(
        hazardId,
        HazardEvent.Kind.RECHECKED,
        "%s：%s，%s"
            .formatted(document.number(), "passed".equals(result) ? "整改合格" : "整改不合格", opinion));
    return result;
  }

  /**
   * Orders rectification again after a failed recheck.
   *
   * @return the new last day, ISO
   */
  @Transactional
  public String orderAgain(long hazardId, String newDueAt) {
    LocalDate dueAt = orderedAgain(newDueAt);
    Hazard hazard = hazards.get(hazardId);
    Finding finding = finding(hazardId);
    hazards.sendBack(
        hazard, mapper.latestRecheck(hazardId).opinion(), dueAt, HazardEvent.Kind.RETURNED);
    order(hazards.get(hazardId), finding);
    return dueAt.toString();
  }

  /** Closes a case whose recheck passed. */
  @Transactional
  public void close(long hazardId) {
    hazards.close(hazardId, mapper.latestRecheck(hazardId).opinion());
  }

  private String takeOver(long hazardId, String group, String rule, HazardEvent.Kind kind) {
    hazards.assignGroup(hazards.get(hazardId), group, rule, kind);
    order(hazards.get(hazardId), finding(hazardId));
    return group;
  }

  private void order(Hazard hazard, Finding finding) {
    long parent =
        finding.orderDocumentId() == null
            ? inspections.visit(finding.inspectionId()).recordDocumentId()
            : finding.orderDocumentId();
    Visit visit = inspections.visit(finding.inspectionId());
    Document order =
        documents.issueInChain(
            parent,
            draft(
                hazard,
                finding,
                DocumentKind.RECTIFICATION_ORDER,
                sheets.order(
                    visit,
                    inspections.enterprise(visit),
                    List.of(new VisitSheets.Problem(finding, hazard)),
                    null,
                    hazard.authorityGroup(),
                    ordering(hazard.id()))));
    mapper.setOrder(hazard.id(), order.id());
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.ORDERED,
        order.number() + "责令于" + SpokenDates.day(hazard.dueAt()) + "前整改完毕");
  }

  /** Who orders now: those who rechecked, or whoever took the case over or gave it away. */
  private String ordering(long hazardId) {
    Recheck recheck = mapper.latestRecheck(hazardId);
    return recheck == null
        ? people.current().name()
        : "%s（执法证号%s）、%s（执法证号%s）"
            .formatted(
                people.nameOf(recheck.officer()),
                recheck.officerCertificate(),
                people.nameOf(recheck.secondOfficer()),
                recheck.secondCertificate());
  }

  private DocumentDraft draft(Hazard hazard, Finding finding, DocumentKind kind, Sheet sheet) {
    Visit visit = inspections.visit(finding.inspectionId());
    return new DocumentDraft(
        kind,
        forms.of(kind, hazard.authorityGroup(), inspections.enterprise(visit)).word(),
        forms.place(visit.countyCode(), hazard.authorityGroup()),
        hazard.id(),
        visit.id(),
        hazard.authorityGroup(),
        GroupIds.enterprise(hazard.enterpriseId()),
        people.current().id(),
        sheet);
  }

  private LocalDate orderedAgain(String newDueAt) {
    if (newDueAt == null || newDueAt.isBlank()) {
      throw new Refusal("复查不合格的，请填写再次责令整改的期限。");
    }
    try {
      LocalDate dueAt = LocalDate.parse(newDueAt);
      if (dueAt.isBefore(LocalDate.now(clock))) {
        throw new Refusal("再次责令整改的期限不能早于今天，请重新填写。");
      }
      return dueAt;
    } catch (DateTimeParseException e) {
      throw new Refusal("再次责令整改的期限不是有效的日期，请重新填写。");
    }
  }

  private Finding finding(long hazardId) {
    Finding finding = mapper.finding(hazardId);
    if (finding == null) {
      throw Refusal.notFound("该案件不是检查发现的问题，请核对。");
    }
    return finding;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
