package rectify.selfcheck;

/** How an item of the list was answered. */
public enum Verdict {
  CONFORMS("符合"),
  FAILS("不符合"),
  NOT_APPLICABLE("不适用");

  private final String chinese;

  Verdict(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
