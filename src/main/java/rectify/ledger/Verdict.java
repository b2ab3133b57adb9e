package rectify.ledger;

/** In what way a chain does not hold. */
public enum Verdict {
  ALTERED("第%d条被改动"),
  LOG_LONGER("记录多于链，自第%d条起多出"),
  CHAIN_LONGER("链长于记录，自第%d条起缺失"),
  ANCHOR_MISMATCH("与锚定不符，自第%d条起");

  private final String chinese;

  Verdict(String chinese) {
    this.chinese = chinese;
  }

  /** In words. */
  public String chinese(int seq) {
    return chinese.formatted(seq);
  }
}
