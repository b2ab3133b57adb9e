package rectify.document;

import java.time.LocalDateTime;

/**
 * A document as a line of a list.
 *
 * @param version the newest
 */
public record DocumentRow(
    long id,
    String title,
    String number,
    String organ,
    String party,
    LocalDateTime issuedAt,
    int version,
    boolean correctable) {

  static DocumentRow of(Archive.File file) {
    Document document = file.document();
    Sheet sheet = file.newest().sheet();
    return new DocumentRow(
        document.id(),
        document.kind().title(),
        document.number(),
        sheet.organ(),
        sheet.party(),
        document.issuedAt(),
        file.newest().version(),
        file.correctable());
  }
}
