package rectify.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.transaction.annotation.Transactional;
import rectify.document.ChineseDates;
import rectify.document.Document;
import rectify.document.DocumentDraft;
import rectify.document.DocumentKind;
import rectify.document.Documents;
import rectify.document.Sheet;
import rectify.engine.LateTask;
import rectify.engine.LateTasks;
import rectify.engine.ProcessBean;
import rectify.engine.Refusal;
import rectify.engine.Trusted;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.hazard.Ledger;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.jurisdiction.Jurisdictions;

/**
 * The façade of {@code supervision.bpmn}: starts a case's ladder when it is overdue, ends it when
 * the case is closed or its last day moves, and keeps what each rung did. A rung adds a supervisor;
 * it closes nothing below.
 */
@ProcessBean("supervision")
public class Supervision {

  public static final String KEY = "supervision";

  /** What an instance begins with; everything else comes from its forms and steps. */
  public static final Set<String> VARIABLES =
      Set.of(
          "hazardId",
          "caseTitle",
          "countyCode",
          "dueAt",
          "townshipGroup",
          "departmentGroup",
          "officeGroup",
          "cityOfficeGroup");

  private final SupervisionMapper mapper;
  private final RuntimeService runtime;
  private final LateTasks lateTasks;
  private final Hazards hazards;
  private final Documents documents;
  private final Jurisdictions jurisdictions;
  private final People people;
  private final Clock clock;

  Supervision(
      SupervisionMapper mapper,
      RuntimeService runtime,
      LateTasks lateTasks,
      Hazards hazards,
      Documents documents,
      Jurisdictions jurisdictions,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.runtime = runtime;
    this.lateTasks = lateTasks;
    this.hazards = hazards;
    this.documents = documents;
    this.jurisdictions = jurisdictions;
    this.people = people;
    this.clock = clock;
  }

  /** The rungs a case has climbed to, in order. */
  public List<Rung> rungs(long hazardId) {
    return mapper.rungs(hazardId);
  }

  /** The highest rung of each of these cases whose ladder runs; in one query. */
  public Map<Long, RungLevel> highestRungs(Collection<Long> hazardIds) {
    Map<Long, RungLevel> highest = new HashMap<>();
    if (!hazardIds.isEmpty()) {
      mapper
          .runningRungs(hazardIds)
          .forEach(
              rung ->
                  highest.merge(
                      rung.hazardId(), rung.level(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
    return highest;
  }

  /**
   * The rungs whose due date lay in a time and passed without an answer.
   *
   * @param from included
   * @param until not included
   */
  public List<UnansweredRung> unanswered(LocalDateTime from, LocalDateTime until) {
    return lateTasks.of(KEY, from, until).stream().map(this::unanswered).toList();
  }

  private UnansweredRung unanswered(LateTask task) {
    Hazard hazard = hazards.get(Ledger.idOf(task.businessKey()).orElseThrow());
    RungLevel level = RungLevel.ofStep(task.step());
    String group =
        switch (level) {
          case TOWNSHIP -> GroupIds.township(hazard.townshipCode());
          case DEPARTMENT -> hazard.departmentGroup();
          case OFFICE, LISTING -> GroupIds.office(hazard.countyCode());
          case CITY -> GroupIds.office(GroupIds.CITY);
        };
    return new UnansweredRung(hazard.caseNumber(), level, group, task.dueAt(), task.endedAt());
  }

  /** Starts the ladder of an overdue case; does nothing while it runs. */
  @Transactional
  public void start(long hazardId) {
    Hazard hazard = hazards.get(hazardId);
    if (hazard.isClosed() || !claim(hazardId)) {
      return;
    }
    hazards.note(
        hazardId, HazardEvent.Kind.SUPERVISION_STARTED, "整改期限" + hazard.dueAt() + "已过，启动逾期督办");
    Trusted.call(
        () ->
            runtime.startProcessInstanceByKey(
                KEY,
                hazard.caseNumber(),
                Variables.createVariables()
                    .putValue("hazardId", hazardId)
                    .putValue("caseTitle", hazards.title(hazard))
                    .putValue("countyCode", hazard.countyCode())
                    .putValue("dueAt", hazard.dueAt().toString())
                    .putValue(
                        "townshipGroup",
                        jurisdictions.townshipInCharge(hazard.townshipCode()).groupId())
                    .putValue("departmentGroup", hazard.departmentGroup())
                    .putValue("officeGroup", GroupIds.office(hazard.countyCode()))
                    .putValue("cityOfficeGroup", GroupIds.office(GroupIds.CITY))));
  }

  /** Ends the ladder because the case is closed. */
  @Transactional
  public void end(long hazardId) {
    end(hazardId, "case-closed", "案件已销号，解除督办");
  }

  /** Ends the ladder because the last day has moved; a new one starts if that passes too. */
  @Transactional
  public void withdraw(long hazardId) {
    end(hazardId, "deadline-extended", "整改期限已延长，解除督办");
  }

  /**
   * Climbs to a rung.
   *
   * @return false if this case has been there before: each rung is climbed once per case
   */
  @Transactional
  public boolean climb(long hazardId, String level) {
    RungLevel rung = RungLevel.of(level);
    if (mapper.hasClimbed(hazardId, rung)) {
      return false;
    }
    mapper.insertRung(hazardId, rung, now());
    hazards.note(hazardId, HazardEvent.Kind.SUPERVISION_CLIMBED, "升级至" + rung.chinese());
    return true;
  }

  /** Keeps a supervisor's answer. */
  @Transactional
  public void answer(long hazardId, String level, String measure, String opinion) {
    answer(hazardId, RungLevel.of(level), measure, opinion, null);
  }

  /** Issues the supervision letter (督办函) of the county's safety commission office. */
  @Transactional
  public void issueLetter(long hazardId, String demand, String letterDueAt) {
    LocalDate dueAt = date(letterDueAt);
    Hazard hazard = hazards.get(hazardId);
    Document letter =
        documents.issue(
            new DocumentDraft(
                DocumentKind.SUPERVISION_LETTER,
                jurisdictions.shortName(hazard.countyCode()),
                hazardId,
                null,
                GroupIds.office(hazard.countyCode()),
                GroupIds.enterprise(hazard.enterpriseId()),
                people.current().id(),
                letter(hazard, demand, dueAt)));
    answer(
        hazardId,
        RungLevel.OFFICE,
        "letter",
        "%s，要求%s前办结：%s".formatted(letter.number(), dueAt, demand),
        letter.id());
  }

  private Sheet letter(Hazard hazard, String demand, LocalDate dueAt) {
    String office = jurisdictions.organ(GroupIds.office(hazard.countyCode()));
    String asked =
        hazard.authorityGroup() == null ? hazard.departmentGroup() : hazard.authorityGroup();
    return Sheet.by(office, hazard.enterpriseName())
        .text(jurisdictions.organ(asked) + "：")
        .text("下列隐患整改期限为%s，至今未办结销号，现予督办。".formatted(ChineseDates.day(hazard.dueAt())))
        .fixedRow("案件编号", hazard.caseNumber())
        .row("企业名称", hazard.enterpriseName())
        .row("隐患部位和情况", hazard.location() + "：" + hazard.description())
        .fixedRow("隐患等级", hazard.level().chinese())
        .fixedRow("责任单位", jurisdictions.organ(asked))
        .section("督办要求", demand)
        .text("请于%s前办结，并将办理结果书面报告我办。".formatted(ChineseDates.day(dueAt)))
        .seal(office)
        .copies("抄送：%s。".formatted(hazard.enterpriseName()));
  }

  /**
   * Keeps how a case that drags on was taken up.
   *
   * @param measure {@code listing} (挂牌督办) or {@code interview} (约谈)
   */
  @Transactional
  public void listOrInterview(long hazardId, String measure, String opinion) {
    answer(hazardId, RungLevel.LISTING, measure, opinion, null);
  }

  private void answer(
      long hazardId, RungLevel level, String measure, String opinion, Long documentId) {
    String kept = opinion.length() <= 1000 ? opinion : opinion.substring(0, 999) + "…";
    mapper.answer(
        new Rung(hazardId, level, null, measure, kept, documentId, now(), people.current().id()));
    hazards.note(hazardId, HazardEvent.Kind.SUPERVISION_ANSWERED, level.chinese() + "：" + opinion);
  }

  private boolean claim(long hazardId) {
    Boolean running = mapper.running(hazardId);
    if (running == null) {
      mapper.insert(hazardId, now());
      return true;
    }
    return !running && mapper.restart(hazardId, now()) == 1;
  }

  private void end(long hazardId, String message, String why) {
    if (mapper.end(hazardId, now()) == 0) {
      return;
    }
    Hazard hazard = hazards.get(hazardId);
    hazards.note(hazardId, HazardEvent.Kind.SUPERVISION_ENDED, why);
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(hazard.caseNumber())
        .correlate();
  }

  private static LocalDate date(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new Refusal("要求办结日期不是有效的日期，请重新填写。");
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
