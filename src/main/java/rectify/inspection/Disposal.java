package rectify.inspection;

import rectify.refusal.Refusal;

/** What an inspector does about a finding (安全生产法 art. 65, art. 69). */
enum Disposal {
  CORRECTED("corrected", "当场纠正"),
  ORDERED("ordered", "责令限期整改"),
  MEASURES("measures", "采取现场处理措施并责令整改"),
  TRANSFERRED("transferred", "移送其他部门");

  private final String code;
  private final String chinese;

  Disposal(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  static Disposal of(String code) {
    for (Disposal disposal : values()) {
      if (disposal.code.equals(code)) {
        return disposal;
      }
    }
    throw new Refusal("请选择问题的处理方式。");
  }
}
