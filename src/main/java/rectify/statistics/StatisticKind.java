package rectify.statistics;

/** The tables that are signed. */
public enum StatisticKind {
  /** Who reported the monthly self-check, and how; each month. */
  REPORTING("BS", "自查报送情况表", "家、%"),
  /**
   * What was found and rectified; each quarter. Unsigned also for a month, from January on, and for
   * a year.
   */
  TREATMENT("ZL", "隐患排查治理情况统计表", "家、项、%、万元");

  private final String mark;
  private final String title;
  private final String unit;

  StatisticKind(String mark, String title, String unit) {
    this.mark = mark;
    this.title = title;
    this.unit = unit;
  }

  /** Two letters at the head of a number. */
  String mark() {
    return mark;
  }

  public String title() {
    return title;
  }

  String unit() {
    return unit;
  }
}
