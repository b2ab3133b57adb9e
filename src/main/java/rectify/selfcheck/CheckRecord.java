package rectify.selfcheck;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A self-check as it was signed: every item in its wording of that day, and how it was answered.
 */
record CheckRecord(
    String number,
    String countyCode,
    String enterprise,
    String title,
    int listVersion,
    String signatory,
    String notes,
    String submittedBy,
    LocalDateTime submittedAt,
    List<Item> items) {

  /**
   * An item at a place.
   *
   * @param by the name of who answered it
   * @param photos ids of evidence
   */
  record Item(
      String key,
      String place,
      String post,
      String part,
      String item,
      String method,
      String basis,
      String criterion,
      Verdict verdict,
      String text,
      String location,
      List<Long> photos,
      String by,
      LocalDateTime at) {

    String where() {
      return post == null ? place : place + " " + post;
    }
  }

  long count(Verdict verdict) {
    return items.stream().filter(item -> item.verdict() == verdict).count();
  }
}
