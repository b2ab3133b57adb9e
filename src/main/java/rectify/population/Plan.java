package rectify.population;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.refusal.Refusal;

/**
 * What is to be simulated.
 *
 * @param first day
 * @param until the first moment that is not simulated
 * @param enterprises how many
 */
public record Plan(
    long seed,
    LocalDate first,
    LocalDateTime until,
    int enterprises,
    BehaviourProfile profile,
    String profileHash,
    int threads) {

  /** The city's. */
  static final int ALL_ENTERPRISES = 12_765;

  /** After the last month, so that its days of grace pass, holidays too, and it is assessed. */
  private static final int DAYS_AFTER = 9;

  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");

  /**
   * @param period a year, a quarter such as 2026-Q1 or a month such as 2026-01
   * @param share of the city, over 0 up to 1
   * @throws Refusal if one of them is wrong
   */
  public static Plan of(
      String period, long seed, double share, BehaviourProfile.Loaded profile, int threads) {
    Matcher parts = PERIOD.matcher(period == null ? "" : period);
    if (!parts.matches() || parts.group(3) != null && !isMonth(parts.group(3))) {
      throw new Refusal("--simulate 请写年、季度或月份，如“2026”、“2026-Q1”、“2026-01”。");
    }
    if (!(share > 0 && share <= 1)) {
      throw new Refusal("--simulate.share 应大于0、不超过1，如 0.05 是全市的二十分之一。");
    }
    int year = Integer.parseInt(parts.group(1));
    YearMonth first =
        YearMonth.of(
            year,
            parts.group(2) != null
                ? Integer.parseInt(parts.group(2)) * 3 - 2
                : parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 1);
    int months = parts.group(2) != null ? 3 : parts.group(3) != null ? 1 : 12;
    return new Plan(
        seed,
        first.atDay(1),
        first.plusMonths(months).atDay(1).plusDays(DAYS_AFTER).atStartOfDay(),
        (int) Math.max(1, Math.round(ALL_ENTERPRISES * share)),
        profile.profile(),
        profile.hash(),
        threads);
  }

  private static boolean isMonth(String digits) {
    int month = Integer.parseInt(digits);
    return month >= 1 && month <= 12;
  }
}
