package rectify.selfcheck;

/** Where a month's self-check stands. */
public enum CheckStatus {
  OPEN("待自查"),
  LATE("逾期未报"),
  MISSED("未报"),
  SUBMITTED("已报送");

  private final String chinese;

  CheckStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
