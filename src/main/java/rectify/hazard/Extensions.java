package rectify.hazard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import rectify.engine.ProcessBean;
import rectify.identity.People;
import rectify.paper.Document;
import rectify.refusal.Refusal;
import rectify.typed.SpokenDates;

/** Requests for more time: asked before expiry, granted never shorter, the original kept. */
@ProcessBean("extensions")
public class Extensions {

  private final HazardMapper mapper;
  private final Hazards hazards;
  private final CaseLog log;
  private final CaseDocuments documents;
  private final People people;
  private final Clock clock;

  Extensions(
      HazardMapper mapper,
      Hazards hazards,
      CaseLog log,
      CaseDocuments documents,
      People people,
      Clock clock) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.log = log;
    this.documents = documents;
    this.people = people;
    this.clock = clock;
  }

  /** The requests of a case, oldest first. */
  public List<Extension> of(long hazardId) {
    return mapper.extensions(hazardId);
  }

  /**
   * Asks for more time.
   *
   * @return when it was asked, ISO
   * @throws Refusal after expiry, or if the day is not later than the present one
   */
  @Transactional
  public String request(long hazardId, String requestedDueAt, String reason) {
    Hazard hazard = hazards.get(hazardId);
    LocalDate requested = Hazards.date(requestedDueAt, "申请延期至的日期");
    Hazards.requireText(reason, "延期理由");
    if (LocalDate.now(clock).isAfter(hazard.dueAt())) {
      throw new Refusal("整改期限" + hazard.dueAt() + "已过，不能再申请延期，请尽快整改并报告。");
    }
    if (!requested.isAfter(hazard.dueAt())) {
      throw new Refusal("申请延期至的日期应晚于现整改期限" + hazard.dueAt() + "。");
    }
    mapper.insertExtension(
        new Extension(
            0,
            hazardId,
            hazard.dueAt(),
            requested,
            reason.strip(),
            log.now(),
            people.current().id(),
            null,
            null,
            null,
            null,
            null));
    log.note(
        hazard,
        HazardEvent.Kind.EXTENSION_REQUESTED,
        "申请由%s延期至%s：%s"
            .formatted(SpokenDates.day(hazard.dueAt()), SpokenDates.day(requested), reason));
    return log.now().toString();
  }

  /**
   * Grants more time.
   *
   * @return the new last day, ISO
   * @throws Refusal if it is earlier than the present one or than today
   */
  @Transactional
  public String grant(long hazardId, String grantedDueAt, String opinion) {
    Hazard hazard = hazards.get(hazardId);
    LocalDate granted = Hazards.date(grantedDueAt, "延期至的日期");
    if (!granted.isAfter(hazard.dueAt())) {
      throw new Refusal("延期不得缩短期限：新期限应晚于现整改期限" + hazard.dueAt() + "。");
    }
    if (granted.isBefore(LocalDate.now(clock))) {
      throw new Refusal("新期限不能早于今天，请重新填写。");
    }
    String number = decide(hazard, "granted", granted, opinion).number();
    log.change(
        hazard,
        HazardEvent.Kind.EXTENSION_GRANTED,
        "%s：整改期限由%s延至%s：%s"
            .formatted(number, SpokenDates.day(hazard.dueAt()), SpokenDates.day(granted), opinion),
        Change.of(Fact.DUE_AT, granted));
    return granted.toString();
  }

  /** Refuses more time, with the reason. */
  @Transactional
  public void refuse(long hazardId, String opinion) {
    Hazard hazard = hazards.get(hazardId);
    String number = decide(hazard, "refused", null, opinion).number();
    log.note(hazard, HazardEvent.Kind.EXTENSION_REFUSED, number + "：不予延期：" + opinion);
  }

  private Document decide(Hazard hazard, String decision, LocalDate granted, String opinion) {
    Hazards.requireText(opinion, "审批意见");
    Extension open = mapper.openExtension(hazard.id());
    if (open == null) {
      throw Refusal.conflict("案件没有待审批的延期申请，请刷新后重试。");
    }
    if (people.current().id().equals(open.requestedBy())) {
      throw Refusal.forbidden("延期由您申请，不能由您审批，请由其他人员办理。");
    }
    Extension decided =
        new Extension(
            open.id(),
            open.hazardId(),
            open.dueAt(),
            open.requestedDueAt(),
            open.reason(),
            open.requestedAt(),
            open.requestedBy(),
            decision,
            granted,
            opinion.strip(),
            log.now(),
            people.current().id());
    mapper.decideExtension(decided);
    return documents.decided(hazard, decided);
  }
}
