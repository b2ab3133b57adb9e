package rectify.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A rung a case has climbed to, and the supervisor's answer.
 *
 * @param name what it was called then
 * @param height how high it was then
 * @param cause why it was climbed
 * @param dueAt the deadline that was in force then; missed if that was the cause
 * @param failures failed rechecks or verifications until then
 * @param rule the reason in Chinese
 * @param askedAt when the supervisor was last asked
 * @param times how often, as the top is asked until the case is closed
 * @param answeredAt null while the supervisor has not answered
 */
public record Rung(
    long hazardId,
    String code,
    String name,
    int height,
    LocalDateTime climbedAt,
    Cause cause,
    LocalDate dueAt,
    int failures,
    String rule,
    LocalDateTime askedAt,
    int times,
    String measure,
    String opinion,
    Long documentId,
    LocalDateTime answeredAt,
    String answeredBy) {

  /** Why a rung is climbed. */
  public enum Cause {
    /** So many working days after the deadline in force. */
    OVERDUE,
    /** A failed recheck or verification, as {@code failed-recheck} decided. */
    FAILED
  }

  /** Which rung it was, as the diagram drew it then. */
  public RungLevel level() {
    return new RungLevel(code, name, height);
  }

  boolean is(RungLevel level) {
    return code.equals(level.code());
  }

  /** What a rung is climbed with. */
  static Rung climbed(
      long hazardId,
      RungLevel level,
      LocalDateTime at,
      Cause cause,
      LocalDate dueAt,
      int failures,
      String rule) {
    return new Rung(
        hazardId,
        level.code(),
        level.chinese(),
        level.height(),
        at,
        cause,
        dueAt,
        failures,
        rule,
        at,
        1,
        null,
        null,
        null,
        null,
        null);
  }
}
