package rectify.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Dates as documents print them: 2026年11月24日. */
public final class ChineseDates {

  private ChineseDates() {}

  public static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  public static String minute(LocalDateTime time) {
    return "%s%d时%02d分".formatted(day(time.toLocalDate()), time.getHour(), time.getMinute());
  }
}
