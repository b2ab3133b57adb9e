package rectify.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import rectify.deadline.Deadlines;

/**
 * How near a due date is, in words and as a tone for colouring.
 *
 * @param tone {@code late}, {@code soon} or {@code calm}
 * @param text Chinese, such as 还剩2个工作日
 */
public record Urgency(String tone, String text) {

  /** As many working days count as soon; the list 即将到期 holds the same. */
  static final int SOON = 3;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  static Urgency of(LocalDateTime dueAt, LocalDateTime now, Deadlines deadlines) {
    LocalDate today = now.toLocalDate();
    LocalDate day = dueAt.toLocalDate();
    if (dueAt.isBefore(now)) {
      long days = ChronoUnit.DAYS.between(day, today);
      return new Urgency(
          "late", days == 0 ? "已逾期（今天" + dueAt.format(MINUTE) + "到期）" : "已逾期" + days + "天");
    }
    if (day.equals(today)) {
      boolean atMidnight = dueAt.equals(Deadlines.lastMoment(day));
      return new Urgency("soon", atMidnight ? "今天到期" : "今天" + dueAt.format(MINUTE) + "到期");
    }
    int left = deadlines.workingDaysUntil(today, day);
    long days = ChronoUnit.DAYS.between(today, day);
    return new Urgency(
        left <= SOON ? "soon" : "calm",
        // only days off are left, and they count
        left == 0 ? "还剩%d天（休息日）".formatted(days) : "还剩%d个工作日（%d天）".formatted(left, days));
  }
}
