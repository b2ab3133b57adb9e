package rectify.ledger;

import java.time.LocalDateTime;
import rectify.chain.Verdict;

/**
 * Something that did not hold.
 *
 * @param subject {@code case/7} or {@code anchor/3}
 * @param caseNumber of an anchor its day
 * @param countyCode null of what concerns all counties
 * @param goneAt when it held again; null while it does not
 */
record ChainFinding(
    long id,
    String subject,
    Long hazardId,
    String caseNumber,
    String countyCode,
    Verdict verdict,
    int seq,
    String detail,
    LocalDateTime foundAt,
    LocalDateTime goneAt) {

  String sentence() {
    return caseNumber + "：" + verdict.chinese(seq) + "（" + detail + "）";
  }
}
