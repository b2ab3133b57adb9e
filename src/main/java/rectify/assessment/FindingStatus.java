package rectify.assessment;

/** Where a finding stands; all but what was withdrawn cost points. */
public enum FindingStatus {
  OPEN("待说明"),
  ANSWERED("已说明，待审定"),
  UPHELD("认定成立"),
  WITHDRAWN("已撤销");

  private final String chinese;

  FindingStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
