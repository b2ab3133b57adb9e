package rectify.assessment;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import rectify.suspicion.Kind;
import rectify.typed.SpokenDates;

/**
 * What was found against somebody in a period. Times are China time.
 *
 * @param subject the identity group of the enterprise or authority
 * @param enterpriseId null for an authority
 * @param reviewerGroup who upholds or withdraws it
 * @param period the month the facts fall in, such as 2026-03
 * @param occurrences how many facts there are; the evidence may not name all of them
 * @param evidence the facts, a line each, in Chinese
 * @param pointsRule the row of {@code assessment-points} that decided the points, in Chinese
 * @param askedAt when the subject was asked to explain; null if it was not
 * @param reviewedBy null if it stands because nobody explained it in time
 */
public record Finding(
    Long id,
    Kind kind,
    String subject,
    Long enterpriseId,
    String subjectName,
    String countyCode,
    String townshipCode,
    String subcategoryCode,
    String reviewerGroup,
    String period,
    int occurrences,
    String evidence,
    BigDecimal points,
    String pointsRule,
    LocalDateTime foundAt,
    FindingStatus status,
    LocalDateTime askedAt,
    String answer,
    LocalDateTime answeredAt,
    String answeredBy,
    String opinion,
    LocalDateTime reviewedAt,
    String reviewedBy) {

  public Finding {
    evidence = SpokenDates.in(evidence);
  }

  /** The number, such as KP-202603-0000012; also the business key of its process. */
  public String number() {
    return number(period, id);
  }

  static String number(String period, long id) {
    return "KP-%s-%07d".formatted(period.replace("-", ""), id);
  }

  /** What it is, in one line for task lists. */
  public String title() {
    return "%s%s：%s".formatted(SpokenDates.in(period), kind.chinese(), subjectName);
  }
}
