package rectify.hazard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rectify.chain.Chain;
import rectify.chain.Link;
import rectify.form.OnBehalf;
import rectify.identity.Actor;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.seal.Seals;

/**
 * Writes the events of cases, chained by keyed hash, and the changes they tell of; guards against
 * two changes at once, and lets those concerned be told.
 */
@Component
public class CaseLog {

  private static final int MOST = 1500;

  private final HazardMapper mapper;
  private final People people;
  private final CaseNotices notices;
  private final ObjectProvider<DutyLadder> ladder;
  private final CaseWords words;
  private final Seals seals;
  private final Clock clock;

  CaseLog(
      HazardMapper mapper,
      People people,
      CaseNotices notices,
      ObjectProvider<DutyLadder> ladder,
      CaseWords words,
      Seals seals,
      Clock clock) {
    this.mapper = mapper;
    this.seals = seals;
    this.people = people;
    this.notices = notices;
    this.ladder = ladder;
    this.words = words;
    this.clock = clock;
  }

  /** Appends an event and changes the case as it tells. */
  public void change(Hazard hazard, HazardEvent.Kind kind, String detail, Change change) {
    change(hazard, kind, detail, change, hazard.authorityGroup());
  }

  private void change(
      Hazard hazard, HazardEvent.Kind kind, String detail, Change change, String authority) {
    HazardEvent event = append(hazard, kind, detail, change);
    notices.tell(hazard, event.seq(), kind, detail, authority);
    write(hazard, event, change);
    if (!Duty.doneBy(kind).isEmpty()) {
      ladder.ifAvailable(found -> found.happened(hazard, kind));
    }
  }

  /** An authority is late with its duty; whoever is above it takes that up. */
  void late(Hazard hazard, Duty duty, String group) {
    ladder.ifAvailable(found -> found.late(hazard, duty, group));
  }

  /** A case was sent back; what that means for its ladder is another room's. */
  void sentBack(long hazardId) {
    ladder.ifAvailable(found -> found.sentBack(mapper.byId(hazardId)));
  }

  private HazardEvent append(Hazard hazard, HazardEvent.Kind kind, String detail, Change change) {
    Actor actor = people.current();
    Link link =
        new Link(
            hazard.id(),
            hazard.version() + 1,
            kind.name(),
            shortened(detail),
            now(),
            actor.id(),
            signature(actor),
            Origin.current(),
            seals.algorithm().written(),
            seals.keyId(),
            seals.algorithm().digest(Chain.written(Fact.of(hazard, change))),
            null);
    HazardEvent event =
        new HazardEvent(
            link.caseId(),
            link.seq(),
            kind,
            link.detail(),
            link.happenedAt(),
            link.actor(),
            link.actorName(),
            link.origin(),
            link.algorithm(),
            link.keyId(),
            link.stateHash(),
            seals.seal(link.text(hazard.lastEventHash())));
    mapper.insertEvent(event);
    return event;
  }

  /** Refuses if the case has another version than the one it was decided on. */
  private void write(Hazard hazard, HazardEvent event, Change change) {
    Mark mark = new Mark(hazard.id(), hazard.version(), event.hash());
    if (mapper.change(mark, change.facts()) != 1) {
      throw Refusal.overtaken("该案件刚被他人办理，请刷新后重试。");
    }
  }

  /** An event that changes nothing else. */
  public void note(Hazard hazard, HazardEvent.Kind kind, String detail) {
    change(hazard, kind, detail, Change.NONE);
  }

  /** The same, of an authority other than the case's own. */
  public void note(Hazard hazard, HazardEvent.Kind kind, String detail, String authority) {
    change(hazard, kind, detail, Change.NONE, authority);
  }

  /** The event a new case begins with. */
  void noteFirst(Hazard registered, String detail) {
    write(
        registered,
        append(registered, HazardEvent.Kind.REGISTERED, detail, Change.NONE),
        Change.NONE);
    words.keep(registered);
  }

  List<HazardEvent> events(long hazardId) {
    return mapper.events(hazardId);
  }

  LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private String signature(Actor actor) {
    return OnBehalf.absent()
        .map(absent -> actor.name() + "（代" + people.nameOf(absent) + "办理）")
        .orElse(actor.name());
  }

  private static String shortened(String detail) {
    return detail.length() <= MOST ? detail : detail.substring(0, MOST - 1) + "…";
  }
}
