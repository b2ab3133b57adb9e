package rectify.hazard;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.engine.OnBehalf;
import rectify.engine.Refusal;
import rectify.identity.Actor;
import rectify.identity.People;

/**
 * Writes the events of cases, chained by hash, guards against two changes at once, and lets those
 * concerned be told.
 */
@Component
class CaseLog {

  private static final int MOST = 1500;

  private final HazardMapper mapper;
  private final People people;
  private final CaseNotices notices;
  private final Clock clock;

  CaseLog(HazardMapper mapper, People people, CaseNotices notices, Clock clock) {
    this.mapper = mapper;
    this.people = people;
    this.notices = notices;
    this.clock = clock;
  }

  /** Appends an event; the returned mark goes into the change it tells of. */
  Mark append(Hazard hazard, HazardEvent.Kind kind, String detail) {
    return append(hazard, kind, detail, hazard.authorityGroup());
  }

  private Mark append(Hazard hazard, HazardEvent.Kind kind, String detail, String authority) {
    Mark mark = append(hazard.id(), hazard.version(), hazard.lastEventHash(), kind, detail);
    notices.tell(hazard, hazard.version() + 1, kind, detail, authority);
    return mark;
  }

  private Mark append(
      long hazardId, int version, String lastHash, HazardEvent.Kind kind, String detail) {
    Actor actor = people.current();
    HazardEvent event =
        HazardEvent.after(
            lastHash,
            hazardId,
            version + 1,
            kind,
            shortened(detail),
            now(),
            actor.id(),
            signature(actor),
            Origin.current());
    mapper.insertEvent(event);
    return new Mark(hazardId, version, event.hash());
  }

  /** Refuses if the change found another version than the one it was decided on. */
  void changed(int rows) {
    if (rows != 1) {
      throw Refusal.overtaken("该案件刚被他人办理，请刷新后重试。");
    }
  }

  /** An event that changes nothing else. */
  void note(Hazard hazard, HazardEvent.Kind kind, String detail) {
    changed(mapper.remark(append(hazard, kind, detail)));
  }

  /** The same, of an authority other than the case's own. */
  void note(Hazard hazard, HazardEvent.Kind kind, String detail, String authority) {
    changed(mapper.remark(append(hazard, kind, detail, authority)));
  }

  /** The event a new case begins with. */
  void noteFirst(long hazardId, String detail) {
    changed(
        mapper.remark(
            append(
                hazardId, 0, HazardEvent.BEFORE_THE_FIRST, HazardEvent.Kind.REGISTERED, detail)));
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
