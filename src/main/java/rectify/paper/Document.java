package rectify.paper;

import java.time.LocalDateTime;

/**
 * A document that was issued. It is never changed; a correction is an {@link Edition} beside it.
 *
 * @param number as printed, such as {@code （晋）应急责改〔2026〕12号}
 * @param seriesYear year of the series the serial is from: of the chain, not of this document
 * @param serial of the series; the case's id for what is numbered by its case
 * @param part 1, and 2 or more for a further document of its kind under the same serial
 * @param parentId the document it answers or follows from; null for the first of a visit
 * @param issuerGroup the authority that issued or accepted it; null before there was content
 * @param partyGroup of the enterprise it is about
 * @param issuedAt China time
 * @param issuedBy user id, null when the process issued it by itself
 * @param content what it says, see {@link Sheet}
 * @param sha256 over number, date and content; null before there was content
 * @param token what its QR code carries
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
    String issuerGroup,
    String partyGroup,
    LocalDateTime issuedAt,
    String issuedBy,
    String content,
    String sha256,
    String token) {

  /**
   * The unit whose words it is, which alone corrects it: what an enterprise wrote is the
   * enterprise's, whichever authority accepted it.
   */
  public String writerGroup() {
    return kind.family() == DocumentKind.Family.CASE ? partyGroup : issuerGroup;
  }

  /** As it was issued, before any correction. */
  public Edition asIssued() {
    return new Edition(id, 1, content, sha256, token, null, null, issuedAt, issuedBy, null);
  }
}
