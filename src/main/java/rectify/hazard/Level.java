package rectify.hazard;

import rectify.refusal.Refusal;

/** How grave a hazard is (Order No. 16, art. 3). */
public enum Level {
  /** 一般事故隐患: removed at once on discovery. */
  GENERAL("general", "一般隐患"),
  /** 重大事故隐患: needs a stop and time, or cannot be removed by the unit itself. */
  MAJOR("major", "重大隐患");

  private final String code;
  private final String chinese;

  Level(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As forms, decision tables and the database write it. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  /** The level a form or a message names; refused if it is neither. */
  public static Level of(String code) {
    for (Level level : values()) {
      if (level.code.equals(code)) {
        return level;
      }
    }
    throw new Refusal("隐患等级应为一般隐患（general）或重大隐患（major），请重新填写。");
  }
}
