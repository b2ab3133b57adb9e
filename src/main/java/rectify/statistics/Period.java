package rectify.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.paper.ChineseDates;
import rectify.refusal.Refusal;

/**
 * What time a table counts.
 *
 * @param text a month such as 2026-03, a quarter such as 2026-Q1, or a year such as 2026
 * @param from first day counted
 * @param until last day of the period
 */
record Period(String text, LocalDate from, LocalDate until) {

  private static final Pattern SHAPE = Pattern.compile("(20\\d\\d)(?:-(0[1-9]|1[0-2])|-Q([1-4]))?");

  /**
   * @throws Refusal if the text is no period of this kind of table
   */
  static Period of(StatisticKind kind, String text) {
    Matcher shape = SHAPE.matcher(text == null ? "" : text);
    boolean known = shape.matches();
    boolean monthly = known && shape.group(2) != null;
    if (!known || kind == StatisticKind.REPORTING && !monthly) {
      throw new Refusal(
          kind == StatisticKind.REPORTING
              ? "自查报送情况表按月统计，请按“2026-03”的格式填写统计期。"
              : "统计期请按“2026-03”（1月起累计）、“2026-Q1”（季度）或“2026”（年度）的格式填写。");
    }
    int year = Integer.parseInt(shape.group(1));
    if (monthly) {
      return month(kind, YearMonth.of(year, Integer.parseInt(shape.group(2))));
    }
    return shape.group(3) == null
        ? new Period(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
        : quarter(year, Integer.parseInt(shape.group(3)));
  }

  static Period month(StatisticKind kind, YearMonth month) {
    LocalDate from =
        kind == StatisticKind.REPORTING ? month.atDay(1) : LocalDate.of(month.getYear(), 1, 1);
    return new Period(month.toString(), from, month.atEndOfMonth());
  }

  static Period quarter(int year, int quarter) {
    YearMonth last = YearMonth.of(year, quarter * 3);
    return new Period(
        "%d-Q%d".formatted(year, quarter), last.minusMonths(2).atDay(1), last.atEndOfMonth());
  }

  /** The last quarter that was over before a day. */
  static Period quarterBefore(LocalDate day) {
    YearMonth month = YearMonth.from(day).minusMonths(1 + (day.getMonthValue() - 1) % 3);
    return quarter(month.getYear(), month.getMonthValue() / 3);
  }

  /**
   * Before this day there is nothing to count; a month that is counted from January begins late.
   */
  LocalDate begins() {
    boolean monthly = text.contains("-") && !text.contains("Q");
    return monthly ? until.withDayOfMonth(1) : from;
  }

  String title() {
    int year = until.getYear();
    if (text.contains("Q")) {
      return "%d年第%d季度".formatted(year, until.getMonthValue() / 3);
    }
    if (!text.contains("-")) {
      return year + "年";
    }
    int month = until.getMonthValue();
    return from.getMonthValue() == month
        ? "%d年%d月".formatted(year, month)
        : "%d年1—%d月".formatted(year, month);
  }

  String days() {
    return ChineseDates.day(from) + "至" + ChineseDates.day(until);
  }
}
