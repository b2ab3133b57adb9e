package rectify.light;

import java.time.LocalDateTime;

/**
 * One time an enterprise's light was red.
 *
 * @param endedAt null while it is red
 * @param departmentGroup who is asked to attend to it
 * @param answeredAt null while the department has not answered
 */
public record RedLight(
    long id,
    long enterpriseId,
    LocalDateTime beganAt,
    LocalDateTime endedAt,
    String reason,
    String departmentGroup,
    LocalDateTime answeredAt) {

  /** The number, such as HD-0000012; also the business key of its process. */
  public String number() {
    return number(id);
  }

  public static String number(long id) {
    return "HD-%07d".formatted(id);
  }
}
