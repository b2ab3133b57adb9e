package rectify.inspection;

import java.time.LocalDateTime;

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

  static String number(String countyCode, int year, long id) {
    return "JC%s-%d-%07d".formatted(countyCode, year, id);
  }
}
