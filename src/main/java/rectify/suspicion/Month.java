package rectify.suspicion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * A month that is assessed.
 *
 * @param settledOn the day up to which what is late is counted
 */
public record Month(YearMonth period, LocalDate settledOn) {

  /** As our tables write it. */
  public String text() {
    return period.toString();
  }

  LocalDate first() {
    return period.atDay(1);
  }

  LocalDate last() {
    return period.atEndOfMonth();
  }

  LocalDateTime begin() {
    return first().atStartOfDay();
  }

  /** The first moment after it. */
  LocalDateTime end() {
    return last().plusDays(1).atStartOfDay();
  }

  /** The first of so many months that end with this one. */
  YearMonth back(int months) {
    return period.minusMonths(months - 1L);
  }
}
