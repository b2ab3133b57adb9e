package rectify.supervision;

import java.util.Arrays;
import java.util.Locale;
import rectify.refusal.Refusal;

/** The rungs of the ladder, lowest first; when each is climbed stands in the diagram. */
public enum RungLevel {
  TOWNSHIP("township", "乡镇催办"),
  DEPARTMENT("department", "县级部门督办"),
  OFFICE("office", "县安委办督办函"),
  LISTING("listing", "挂牌督办或约谈"),
  CITY("city", "市级督办");

  private final String code;
  private final String chinese;

  RungLevel(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** As diagrams and tables write it. */
  String code() {
    return code;
  }

  /** The user task of the diagram that asks for this rung's answer. */
  String step() {
    return "Activity_" + code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  /** Whether a user task of the diagram is a rung's; a designer may add others beside them. */
  static boolean isRung(String step) {
    return Arrays.stream(values()).anyMatch(level -> level.code.equals(word(step)));
  }

  private static String word(String step) {
    return step.substring(step.indexOf('_') + 1).toLowerCase(Locale.ROOT);
  }

  /** The rung a user task of the diagram is of, such as {@code Activity_Township}. */
  static RungLevel ofStep(String step) {
    return of(word(step));
  }

  static RungLevel of(String code) {
    for (RungLevel level : values()) {
      if (level.code.equals(code)) {
        return level;
      }
    }
    throw new Refusal("督办级别“" + code + "”不存在，请流程设计员核对流程图。");
  }
}
