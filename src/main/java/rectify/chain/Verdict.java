package rectify.chain;

/** In what way a chain or a paper does not hold. */
public enum Verdict {
  ALTERED("第%d条被改动"),
  LOG_LONGER("记录多于链，自第%d条起多出"),
  CHAIN_LONGER("链长于记录，自第%d条起缺失"),
  ANCHOR_MISMATCH("与锚定不符，自第%d条起"),
  PAPER_ALTERED("内容与封印不符"),
  PAPER_GONE("已封印而不存在");

  private final String chinese;

  Verdict(String chinese) {
    this.chinese = chinese;
  }

  /** In words. */
  public String chinese(int seq) {
    return chinese.formatted(seq);
  }
}
