package rectify.selfcheck;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One enterprise's self-check of one period. Times are China time.
 *
 * @param period the month, such as 2026-03
 * @param lastDay on which it must be reported
 * @param detectedAt when it was seen that nobody had begun; null if somebody had
 * @param lateAt when the last day passed without a report; stays when the report comes in later
 * @param missedAt when the days of grace passed too
 * @param listVersion of the enterprise's list; 0 if the guides stood in for a list not confirmed
 * @param failedCount 0 for a zero report; null until it is submitted
 * @param notApplicableCount null until it is submitted, and in a check whose items were only ticked
 */
public record MonthlyCheck(
    long id,
    long enterpriseId,
    String period,
    String enterpriseName,
    String countyCode,
    String townshipCode,
    String subcategoryCode,
    CheckStatus status,
    LocalDateTime openedAt,
    LocalDate lastDay,
    LocalDateTime detectedAt,
    LocalDateTime lateAt,
    LocalDateTime missedAt,
    Integer listVersion,
    Integer itemCount,
    Integer failedCount,
    Integer notApplicableCount,
    String signatory,
    String notes,
    LocalDateTime submittedAt,
    String submittedBy) {

  private static final Pattern NUMBER = Pattern.compile("ZC\\d{6}-\\d{6}-(\\d{7,18})");

  /** The number, such as ZC350582-202603-0000123; also the business key of its process. */
  public String number() {
    return number(countyCode, period, id);
  }

  public static String number(String countyCode, String period, long id) {
    return "ZC%s-%s-%07d".formatted(countyCode, period.replace("-", ""), id);
  }

  /** Whether it may still be reported. */
  boolean isAwaited() {
    return status == CheckStatus.OPEN || status == CheckStatus.LATE;
  }

  /** The id within such a number; empty if it is none. */
  static Optional<Long> idOf(String number) {
    Matcher parts = NUMBER.matcher(number == null ? "" : number);
    return parts.matches() ? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
  }

  /** What it is, in one line for task lists. */
  public String title() {
    return month() + "：" + enterpriseName;
  }

  /** Which month's it is, in words. */
  String month() {
    YearMonth month = YearMonth.parse(period);
    return "%d年%d月自查".formatted(month.getYear(), month.getMonthValue());
  }
}
