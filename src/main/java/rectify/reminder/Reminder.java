package rectify.reminder;

import java.time.LocalDateTime;

/**
 * What a township is asked about those of a period who did not report in time.
 *
 * @param lateCount how many those were when it was asked
 * @param answeredAt null while the township has not answered
 * @param countyAnsweredAt when the county's office supervised a township that did not answer
 */
public record Reminder(
    long id,
    String period,
    String townshipCode,
    String countyCode,
    LocalDateTime openedAt,
    int lateCount,
    String measure,
    String opinion,
    LocalDateTime answeredAt,
    String answeredBy,
    String countyOpinion,
    LocalDateTime countyAnsweredAt,
    String countyAnsweredBy) {

  /** The number, such as WB350582103-202603; also the business key of its process. */
  public String number() {
    return number(townshipCode, period);
  }

  static String number(String townshipCode, String period) {
    return "WB%s-%s".formatted(townshipCode, period.replace("-", ""));
  }
}
