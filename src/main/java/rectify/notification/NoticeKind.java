package rectify.notification;

/** What a notice tells of. */
public enum NoticeKind {
  NEW_TASK("新任务"),
  DUE_SOON("即将到期"),
  OVERDUE("已逾期"),
  RETURNED("退回整改"),
  URGED("催办督办"),
  MAJOR("重大隐患"),
  EXTENSION_DECIDED("延期审批"),
  CLOSED("销号"),
  HANDED_OVER("同事转交"),
  RELEASED("重新待办"),
  DEPUTY("请假代办"),
  REORGANISED("单位调整"),
  LEDGER("存证异常"),
  STANDSTILL("系统停运"),
  CONTENT("依据变更");

  private final String chinese;

  NoticeKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
