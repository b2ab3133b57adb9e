package rectify.hazard;

/** Who found a hazard. It never changes: what a unit found itself may go unpunished. */
public enum Source {
  SELF_REPORT("self_report", "企业自查"),
  INSPECTION("inspection", "监督检查");

  private final String code;
  private final String chinese;

  Source(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }
}
