package rectify.ledger;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import rectify.chain.Verdict;

/**
 * What the audit last said of a case.
 *
 * @param events how many events it had then
 * @param verdict null if all held
 * @param seq the first event concerned, if not
 */
public record Check(
    long caseId, LocalDateTime checkedAt, int events, Verdict verdict, Integer seq) {

  static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  /** What is said of a case nobody has checked yet. */
  public static final String NOT_YET = "尚未核对，今夜核对";

  public boolean holds() {
    return verdict == null;
  }

  /** In words, without the time. */
  public String result() {
    return holds() ? "前" + events + "条记录和案件内容未被改动" : "异常：" + verdict.chinese(seq) + "，请联系安委办核查";
  }

  /** In words. */
  public String sentence() {
    return checkedAt.format(MINUTE) + "核对，" + result();
  }
}
