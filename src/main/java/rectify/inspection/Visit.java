package rectify.inspection;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One inspection of one enterprise. Times are China time.
 *
 * @param countyCode of whoever inspects; the city's own is 350500
 * @param kind routine, special, report or unannounced
 * @param inspector who opened it; the second officer is somebody else
 * @param enterpriseId null until one is chosen
 * @param recordDocumentId the inspection record (现场检查记录), null until it is issued
 */
record Visit(
    long id,
    String countyCode,
    String kind,
    String enterpriseQuery,
    String inspector,
    String inspectorGroup,
    String inspectorCertificate,
    String secondOfficer,
    String secondCertificate,
    Long enterpriseId,
    LocalDateTime openedAt,
    Long recordDocumentId,
    Status status) {

  enum Status {
    OPENED,
    BEGUN,
    ABANDONED,
    DOCUMENTED,
    FINISHED
  }

  /** The inspection's number, such as JC350582-2026-0000012. */
  String number() {
    return number(countyCode, openedAt.getYear(), id);
  }

  /** The id in an inspection's number; empty if it is none. */
  static Optional<Long> idOf(String number) {
    return number != null && number.matches("JC\\d{6}-\\d{4}-\\d{7,18}")
        ? Optional.of(Long.valueOf(number.substring(14)))
        : Optional.empty();
  }

  static String number(String countyCode, int year, long id) {
    return "JC%s-%d-%07d".formatted(countyCode, year, id);
  }
}
