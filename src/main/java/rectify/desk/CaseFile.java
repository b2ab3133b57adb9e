package rectify.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import rectify.desk.CasePage.Happening;
import rectify.desk.CasePage.Line;
import rectify.document.DocumentRow;
import rectify.evidence.EvidenceItem;
import rectify.hazard.Hazard;

/**
 * A case as its page shows it, open or closed.
 *
 * @param place county and township
 * @param urgency of the last day of rectification; null if there is none, or nothing waits for it
 * @param rung the highest rung of the running ladder; null if none runs
 * @param clocks what happens when, next first; empty once closed
 * @param photos those before, those after and those of the visit, each in its own part
 * @param timeline newest first
 */
record CaseFile(
    Hazard hazard,
    String place,
    Urgency urgency,
    boolean overdue,
    String rung,
    boolean followed,
    List<Line> facts,
    List<TaskLine> tasks,
    List<ClockLine> clocks,
    List<Request> requests,
    List<RungLine> rungs,
    List<Part> photos,
    List<EvidenceItem> files,
    List<DocumentRow> documents,
    List<Happening> timeline) {

  /**
   * Somebody's duty in the case.
   *
   * @param units who may do it, by name
   * @param holder who has taken it, by name and unit; null if nobody has
   * @param mine whether the person may do it
   */
  record TaskLine(
      String id,
      String name,
      String units,
      String holder,
      LocalDateTime createdAt,
      LocalDateTime dueAt,
      Urgency urgency,
      boolean mine) {}

  record ClockLine(String name, LocalDateTime at) {}

  /**
   * A request for more time.
   *
   * @param answer in words; that it is open if it is
   */
  record Request(LocalDateTime at, LocalDate from, LocalDate to, String reason, String answer) {}

  /**
   * A rung of the ladder.
   *
   * @param why the deadline that was missed, or the failure that led here
   * @param times how often the supervisor was asked
   * @param answer what the supervisor said; null while nothing
   * @param by who said it, by name
   */
  record RungLine(
      String level,
      LocalDateTime climbedAt,
      String why,
      int times,
      LocalDateTime answeredAt,
      String answer,
      String by) {}

  /** Photos of one kind. */
  record Part(String title, List<EvidenceItem> items) {}

  /** Whether the last day is another than the one first set. */
  public boolean hasMovedDeadline() {
    return hazard.dueAt() != null && !hazard.dueAt().equals(hazard.originalDueAt());
  }
}
