package rectify.typed;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Dates within a sentence, as people read them everywhere on screen: 2026年3月9日, with the minute
 * where one is told. A date in quotation marks is what somebody typed, or is to type; it stays.
 */
public final class SpokenDates {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\d“‘\"'/=-])(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?(?![\\d”’\"'-])");

  private static final Pattern MONTH =
      Pattern.compile("(?<![\\w“‘\"'/=-])((?:19|20)\\d{2})-(0[1-9]|1[0-2])(?![\\w”’\"'/-])");

  private SpokenDates() {}

  public static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** The sentence with its dates spoken; null stays null. */
  public static String in(String sentence) {
    return sentence == null ? null : MONTH.matcher(days(sentence)).replaceAll(SpokenDates::month);
  }

  private static String days(String sentence) {
    return WRITTEN
        .matcher(sentence)
        .replaceAll(
            date ->
                day(date.group(1), date.group(2), date.group(3))
                    + (date.group(4) == null ? "" : " " + date.group(4)));
  }

  private static String month(MatchResult date) {
    return date.group(1) + "年" + Integer.parseInt(date.group(2)) + "月";
  }

  private static String day(String year, String month, String day) {
    return year + "年" + Integer.parseInt(month) + "月" + Integer.parseInt(day) + "日";
  }
}
