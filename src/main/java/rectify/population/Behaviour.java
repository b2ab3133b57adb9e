package rectify.population;

/** How an enterprise behaves, for as long as the simulation lasts. */
public enum Behaviour {
  IDLE("不自查"),
  LATE("逾期补报"),
  ZERO("总是零报告"),
  LAST_DAY("期限最后一天才整改"),
  BULK("集中批量整改"),
  SAME_PHOTO("重复使用照片"),
  SAME_TEXT("整改措施千篇一律"),
  CONTRADICTED("自查无问题、检查有问题"),
  HONEST("诚实");

  private final String chinese;

  Behaviour(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
