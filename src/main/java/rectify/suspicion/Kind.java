package rectify.suspicion;

/** What can be found against an enterprise or an authority. */
public enum Kind {
  LATE_REPORT("自查逾期报送", false),
  MISSED_REPORT("自查未报", false),
  RECTIFICATION_OVERDUE("隐患逾期未整改", false),
  DUTY_OVERDUE("验收、复查、接收移送逾期", true),
  RUNG_UNANSWERED("督办未按时答复", true),
  LATE_LIST_UNANSWERED("未按时自查名单未按时核实", true),
  RED_LIGHT_UNANSWERED("红灯企业未按时处置", true),
  ZERO_REPORTS("连续零报告", true),
  LAST_DAY_CLOSURES("整改集中压线完成", true),
  BULK_CLOSURES("集中突击报告整改", true),
  SAME_PHOTO("整改照片重复使用", true),
  SAME_TEXT("整改文字雷同", true),
  CONTRADICTED("零报告与检查结果矛盾", true);

  private final String chinese;
  private final boolean asked;

  Kind(String chinese, boolean asked) {
    this.chinese = chinese;
    this.asked = asked;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * Whether the subject is given a task to explain. What an enterprise did late is a fact it can
   * see, thousands a month in a city: it is scored, and explained if the enterprise asks to.
   */
  public boolean isAsked() {
    return asked;
  }
}
