package rectify.document;

import java.time.LocalDateTime;
import java.util.Map;
import rectify.paper.Document;
import rectify.paper.Sheet;

/**
 * A document as a line of a list.
 *
 * @param caseNumber of the case it belongs to; null if it is of a visit, or of no case
 * @param version the newest
 */
public record DocumentRow(
    long id,
    String title,
    String number,
    String caseNumber,
    String organ,
    String party,
    LocalDateTime issuedAt,
    int version,
    boolean correctable) {

  static DocumentRow of(Archive.File file, Map<Long, String> caseNumbers) {
    Document document = file.document();
    Sheet sheet = file.newest().sheet();
    return new DocumentRow(
        document.id(),
        sheet.titleOf(document.kind()),
        document.number(),
        document.caseId() == null ? null : caseNumbers.get(document.caseId()),
        sheet.organ(),
        sheet.party(),
        document.issuedAt(),
        file.newest().version(),
        file.correctable());
  }
}
