package rectify.document;

import static java.util.Objects.requireNonNull;

import rectify.paper.DocumentKind;
import rectify.paper.Sheet;

/**
 * A document that has no number yet.
 *
 * @param word of its number, as the authority words it
 * @param place short name of the place whose authority issues it, such as 晋
 * @param caseId the case it concerns; null for a document of a whole visit
 * @param inspectionId the visit it belongs to; null outside inspections
 * @param issuerGroup the authority that issues or accepts it
 * @param partyGroup of the enterprise it is about
 * @param issuedBy user id of who issues it, null when the process does so by itself
 */
public record DocumentDraft(
    DocumentKind kind,
    String word,
    String place,
    Long caseId,
    Long inspectionId,
    String issuerGroup,
    String partyGroup,
    String issuedBy,
    Sheet sheet) {

  /** A draft worded as its kind is. */
  public DocumentDraft(
      DocumentKind kind,
      String place,
      Long caseId,
      Long inspectionId,
      String issuerGroup,
      String partyGroup,
      String issuedBy,
      Sheet sheet) {
    this(kind, kind.word(), place, caseId, inspectionId, issuerGroup, partyGroup, issuedBy, sheet);
  }

  public DocumentDraft {
    requireNonNull(kind, "kind");
    requireNonNull(word, "word");
    requireNonNull(place, "place");
    requireNonNull(issuerGroup, "issuerGroup");
    requireNonNull(partyGroup, "partyGroup");
    requireNonNull(sheet, "sheet");
  }
}
