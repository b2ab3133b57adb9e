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
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.supervision.Rung.Cause;

/**
 * What a ladder has climbed. Each rung is climbed once, none below one that failures have led to,
 * and none before the deadline in force has passed unless a failure leads there; only the top is
 * asked again.
 */
@Component
class Rungs {

  private static final int LONGEST = 1000;

  private final SupervisionMapper mapper;
  private final Hazards hazards;
  private final People people;
  private final Clock clock;

  Rungs(SupervisionMapper mapper, Hazards hazards, People people, Clock clock) {
    this.mapper = mapper;
    this.hazards = hazards;
    this.people = people;
    this.clock = clock;
  }

  /** Whom a rung asks. */
  static String groupOf(RungLevel level, Hazard hazard) {
    return switch (level) {
      case TOWNSHIP -> GroupIds.township(hazard.townshipCode());
      case DEPARTMENT -> hazard.departmentGroup();
      case OFFICE, LISTING -> GroupIds.office(hazard.countyCode());
      case CITY -> GroupIds.office(GroupIds.CITY);
    };
  }

  /** A rung of a case; null if it was not climbed. */
  Rung of(long hazardId, RungLevel level) {
    return mapper.rungs(hazardId).stream()
        .filter(rung -> rung.level() == level)
        .findFirst()
        .orElse(null);
  }

  /** Climbs by the days; see {@link Supervision#climb}. */
  boolean climb(Hazard hazard, RungLevel level) {
    List<Rung> climbed = mapper.rungs(hazard.id());
    if (!passed(hazard.dueAt()) || climbed.stream().anyMatch(rung -> failedBeyond(rung, level))) {
      return false;
    }
    for (Rung before : climbed) {
      if (before.level() == level) {
        return askedByAnEarlierLadder(before) && askAgain(hazard, level);
      }
    }
    climb(hazard, level, Cause.OVERDUE, "整改期限" + hazard.dueAt() + "已过");
    return true;
  }

  private static boolean failedBeyond(Rung rung, RungLevel level) {
    return rung.cause() == Cause.FAILED && rung.level().compareTo(level) > 0;
  }

  /** A granted extension ended that ladder; the top is where this one has to go on. */
  private boolean askedByAnEarlierLadder(Rung rung) {
    return rung.level() == RungLevel.CITY
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
  String askedAt(long hazardId, RungLevel level) {
    Rung rung = of(hazardId, level);
    return DayEnd.of(rung == null ? now() : rung.askedAt()).toString();
  }

  boolean askAgain(Hazard hazard, RungLevel level) {
    mapper.askAgain(hazard.id(), level, now());
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.SUPERVISION_REPEATED,
        "%s仍未销号，再次提请%s".formatted(failures(hazard), level.chinese()));
    return true;
  }

  String urge(Hazard hazard, RungLevel level) {
    hazards.note(
        hazard.id(),
        HazardEvent.Kind.SUPERVISION_URGED,
        level.chinese() + "至今未答复，再次催促",
        groupOf(level, hazard));
    return DayEnd.of(now()).toString();
  }

  String answer(long hazardId, RungLevel level, String measure, String opinion, Long documentId) {
    String kept = opinion.length() <= LONGEST ? opinion : opinion.substring(0, LONGEST - 1) + "…";
    mapper.answer(hazardId, level, measure, kept, documentId, now(), people.current().id());
    hazards.note(hazardId, HazardEvent.Kind.SUPERVISION_ANSWERED, level.chinese() + "：" + opinion);
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
