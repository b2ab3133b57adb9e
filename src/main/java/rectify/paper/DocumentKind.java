package rectify.paper;

/**
 * What a document is. Kinds of one family draw their serials from one series; what an enterprise
 * writes is numbered by its case. Title and word are those of the emergency department; other
 * authorities word theirs by {@link DocumentForms}.
 */
public enum DocumentKind {
  INSPECTION_RECORD("现场检查记录", "应急检记", Family.ENFORCEMENT),
  ON_SITE_MEASURES("现场处理措施决定书", "应急现决", Family.ENFORCEMENT),
  RECTIFICATION_ORDER("责令限期整改指令书", "应急责改", Family.ENFORCEMENT),
  RECHECK_OPINION("整改复查意见书", "应急复查", Family.ENFORCEMENT),
  TRANSFER_LETTER("移送函", "安移", Family.ENFORCEMENT),
  EXTENSION_DECISION("整改延期审批表", "应急延审", Family.EXTENSION),
  SUPERVISION_LETTER("督办函", "安办督", Family.SUPERVISION),
  TREATMENT_PLAN("重大事故隐患治理方案", "方案", Family.CASE),
  RECTIFICATION_REPORT("隐患整改报告", "报告", Family.CASE);

  /** A series of its own in each place and year; {@link #CASE} needs none. */
  public enum Family {
    ENFORCEMENT,
    EXTENSION,
    SUPERVISION,
    CASE
  }

  private final String title;
  private final String word;
  private final Family family;

  DocumentKind(String title, String word, Family family) {
    this.title = title;
    this.word = word;
    this.family = family;
  }

  /** The heading of the document, such as 责令限期整改指令书. */
  public String title() {
    return title;
  }

  /** The word of its number, such as 应急责改. */
  public String word() {
    return word;
  }

  public Family family() {
    return family;
  }
}
