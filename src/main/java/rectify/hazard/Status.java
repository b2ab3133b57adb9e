package rectify.hazard;

/** Where a case stands. */
public enum Status {
  REGISTERED("已登记"),
  PLANNING("编制治理方案"),
  RECTIFYING("整改中"),
  REPORTED("已报告整改"),
  CLOSED("已销号");

  private final String chinese;

  Status(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
