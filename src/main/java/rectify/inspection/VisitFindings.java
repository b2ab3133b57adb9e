package rectify.inspection;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.evidence.EvidenceFiles;
import rectify.evidence.EvidenceKind;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.hazard.Report;
import rectify.paper.ChineseDates;
import rectify.refusal.Refusal;

/**
 * The end of an inspection on site, as its diagram tells it: the record is confirmed, and each
 * finding that still stands ({@link FindingDrafts}) becomes a case.
 */
@ProcessBean("visitFindings")
public class VisitFindings {

  private final VisitFindingMapper mapper;
  private final Inspections inspections;
  private final Findings findings;
  private final Hazards hazards;
  private final EvidenceFiles evidence;
  private final Clock clock;

  VisitFindings(
      VisitFindingMapper mapper,
      Inspections inspections,
      Findings findings,
      Hazards hazards,
      EvidenceFiles evidence,
      Clock clock) {
    this.mapper = mapper;
    this.inspections = inspections;
    this.findings = findings;
    this.hazards = hazards;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Takes the record as it is handed in: when the inspection was, and what it found.
   *
   * @param hasFinding {@code yes} or {@code no}, as the officers state
   * @param daysBack how many days ago it may have been at most
   */
  @Transactional
  public void confirm(
      long inspectionId, String hasFinding, String from, String until, Number daysBack) {
    lock(inspectionId);
    Visit visit = inspections.visit(inspectionId);
    VisitTime time = VisitTime.of(from, until, now(), daysBack.intValue());
    List<VisitFinding> standing = mapper.standing(inspectionId);
    if ("yes".equals(hasFinding) && standing.isEmpty()) {
      throw new Refusal("您选择了“发现问题”，但还没有登记问题，请先登记。");
    }
    if (!"yes".equals(hasFinding) && !standing.isEmpty()) {
      throw new Refusal("已登记%d项问题，请选择“发现问题”；登记有误的，请先撤回。".formatted(standing.size()));
    }
    String unproven =
        standing.stream()
            .filter(finding -> finding.seen().isCorrected())
            .filter(finding -> !evidence.has(visit.number(), finding.number(), EvidenceKind.AFTER))
            .map(finding -> String.valueOf(standing.indexOf(finding) + 1))
            .collect(Collectors.joining("、"));
    if (!unproven.isEmpty()) {
      throw new Refusal("问题%s为当场纠正，请在该问题下面上传整改后照片（至少1张）。".formatted(unproven));
    }
    mapper.tookPlace(inspectionId, time);
  }

  /**
   * What the form of the record begins with, as Chinese Markdown.
   *
   * @param daysBack how many days ago the inspection may have been at most
   */
  public String summary(long inspectionId, Number daysBack) {
    return inspections.summary(inspectionId)
        + "\n- **检查时间**：填写在现场检查的实际起止时间，最早可填到%d天前（市级默认值），不能晚于现在".formatted(daysBack.intValue());
  }

  /** The numbers of what is to become cases, in order. */
  public List<Integer> numbers(long inspectionId) {
    return mapper.standing(inspectionId).stream().map(VisitFinding::number).toList();
  }

  /** {@code general} or {@code major}, for the decision table. */
  public String level(long inspectionId, Number number) {
    return standing(inspectionId, number.intValue()).level();
  }

  /**
   * Makes a finding a case, with its photos and the story of its wording.
   *
   * @param deadlineDays the default, days after today
   * @param maximumDays the most an officer may give
   * @param deadlineRule the row that gave both
   */
  @Transactional
  public void register(
      long inspectionId,
      Number number,
      Number deadlineDays,
      Number maximumDays,
      String deadlineRule) {
    Visit visit = inspections.visit(inspectionId);
    VisitFinding finding = standing(inspectionId, number.intValue());
    Observation seen = finding.seen();
    FindingDrafts.Days days =
        new FindingDrafts.Days(deadlineDays.intValue(), maximumDays.intValue(), deadlineRule);
    long hazardId =
        findings.add(
            visit,
            inspections.enterprise(visit),
            report(seen),
            Disposal.of(seen.disposal()),
            seen.transferRole(),
            term(finding, days),
            visit.number() + "/" + finding.number());
    mapper.becameCase(inspectionId, finding.number(), hazardId);
    List<VisitFindingEvent> changes = mapper.events(inspectionId, finding.number());
    for (VisitFindingEvent change : changes.subList(1, changes.size())) {
      hazards.note(
          hazardId,
          HazardEvent.Kind.REWORDED,
          "确认检查记录前，%s于%s%s"
              .formatted(
                  change.actorName(), ChineseDates.minute(change.happenedAt()), change.detail()));
    }
  }

  private Findings.Term term(VisitFinding finding, FindingDrafts.Days days) {
    try {
      return findings.term(finding.seen(), days);
    } catch (Refusal refused) {
      throw new Refusal("问题%d：%s".formatted(place(finding), refused.getMessage()));
    }
  }

  /** Its number on the page and on paper, where those that were taken back leave no gap. */
  private int place(VisitFinding finding) {
    return numbers(finding.inspectionId()).indexOf(finding.number()) + 1;
  }

  private static Report report(Observation seen) {
    return new Report(
        seen.location(),
        seen.description(),
        seen.level(),
        seen.majorBasis(),
        seen.isCorrected(),
        seen.onSpotMeasures(),
        null);
  }

  private void lock(long inspectionId) {
    if (mapper.lock(inspectionId) == null) {
      throw Refusal.conflict("现场检查记录已确认，检查发现的问题不能再改动，请刷新任务列表。");
    }
  }

  private VisitFinding standing(long inspectionId, int number) {
    VisitFinding finding = mapper.find(inspectionId, number);
    if (finding == null || finding.takenBack() || finding.hazardId() != null) {
      throw Refusal.conflict("问题" + number + "已撤回或不存在，请刷新。");
    }
    return finding;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
