package rectify.document;

import java.time.LocalDateTime;

/**
 * A document that was issued. It is never changed.
 *
 * @param number as printed, such as {@code （晋）应急责改〔2026〕12号}
 * @param seriesYear year of the series the serial is from: of the chain, not of this document
 * @param part 1, and 2 or more for a further document of its kind under the same serial
 * @param parentId the document it answers or follows from; null for the first of a visit
 * @param issuedAt China time
 * @param issuedBy user id, null when the process issued it by itself
 * @param content what it says, as JSON
 */
public record Document(
    long id,
    DocumentKind kind,
    String number,
    String place,
    int seriesYear,
    int serial,
    int part,
    Long caseId,
    Long inspectionId,
    Long parentId,
    LocalDateTime issuedAt,
    String issuedBy,
    String content) {}
