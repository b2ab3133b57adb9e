package rectify.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rectify.deadline.DayEnd;
import rectify.deadline.Deadlines;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.hazard.Source;
import rectify.identity.People;
import rectify.supervision.DrawnLadder.DrawnRung;
import rectify.supervision.Rung.Cause;
import rectify.typed.SpokenDates;

/**
 * What a ladder has climbed. Each rung is climbed once, none below one that failures have led to,
 * and none before the deadline in force has passed unless a failure leads there; only the top is
 * asked again.
 */
@Component
class Rungs {

  private final SupervisionMapper mapper;
  private final DrawnLadder ladder;
  private final Hazards hazards;
  private final People people;
  private final Clock clock;

  Rungs(SupervisionMapper mapper, DrawnLadder ladder, Hazards hazards, People people, Clock clock) {
    this.mapper = mapper;
    this.ladder = ladder;
    this.hazards = hazards;
    this.people = people;
    this.clock = clock;
  }

  /** A rung of a case; null if it was not climbed. */
  Rung of(long hazardId, String code) {
    return mapper.rungs(hazardId).stream()
        .filter(rung -> rung.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  /** Climbs by the days; see {@link Supervision#climb}. */
  boolean climb(Hazard hazard, String code) {
    RungLevel level = ladder.level(code);
    List<Rung> climbed = mapper.rungs(hazard.id());
    if (!passed(hazard.dueAt()) || climbed.stream().anyMatch(rung -> failedBeyond(rung, level))) {
      return false;
    }
    for (Rung before : climbed) {
      if (before.is(level)) {
        return askedByAnEarlierLadder(before) && askAgain(hazard, level.code());
      }
    }
    climb(hazard, level, Cause.OVERDUE, "整改期限" + SpokenDates.day(hazard.dueAt()) + "已过");
    return true;
  }

  private static boolean failedBeyond(Rung rung, RungLevel level) {
    return rung.cause() == Cause.FAILED && rung.level().compareTo(level) > 0;
  }

  /** A granted extension ended that ladder; the top is where this one has to go on. */
  private boolean askedByAnEarlierLadder(Rung rung) {
    return rung.code().equals(Supervision.TOP)
        && rung.askedAt().isBefore(mapper.startedAt(rung.hazardId()));
  }

  /** Climbs by a failure, unless the case has been as high before. */
  boolean climbByFailure(Hazard hazard, RungLevel level, String rule) {
    if (mapper.rungs(hazard.id()).stream().anyMatch(rung -> rung.level().compareTo(level) >= 0)) {
      return false;
    }
    climb(hazard, level, Cause.FAILED, rule);
    return true;
  }

  private void climb(Hazard hazard, RungLevel level, Cause cause, String rule) {
    mapper.insertRung(
        Rung.climbed(
            hazard.id(), level, now(), cause, hazard.dueAt(), hazard.returnedTimes(), rule));
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.SUPERVISION_CLIMBED,
        "%s升级至%s：%s".formatted(failures(hazard), level.chinese(), rule));
  }

  private static String failures(Hazard hazard) {
    String check = hazard.source() == Source.INSPECTION ? "复查" : "验收";
    return hazard.returnedTimes() == 0 ? "" : check + hazard.returnedTimes() + "次不合格，";
  }

  /** When a supervisor was last asked, ISO; now if the diagram asks one who was not. */
  String askedAt(long hazardId, String code) {
    Rung rung = of(hazardId, code);
    return DayEnd.of(rung == null ? now() : rung.askedAt()).toString();
  }

  boolean askAgain(Hazard hazard, String code) {
    mapper.askAgain(hazard.id(), code, now());
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.SUPERVISION_REPEATED,
        "%s仍未销号，再次提请%s".formatted(failures(hazard), ladder.level(code).chinese()));
    return true;
  }

  String urge(Hazard hazard, String code) {
    DrawnRung rung = ladder.rung(code);
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.SUPERVISION_URGED,
        rung.level().chinese() + "至今未答复，再次催促",
        ladder.groupOf(rung, hazard));
    return DayEnd.of(now()).toString();
  }

  String answer(long hazardId, String code, String measure, String opinion, Long documentId) {
    mapper.answer(hazardId, code, measure, opinion, documentId, now(), people.current().id());
    hazards.note(
        hazardId,
        HazardEvent.Kind.SUPERVISION_ANSWERED,
        ladder.level(code).chinese() + "：" + opinion);
    return now().toString();
  }

  /** A last day passes with its last second, when its timer fires. */
  boolean passed(LocalDate lastDay) {
    return !now().isBefore(Deadlines.lastMoment(lastDay));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
