package rectify.document;

import java.util.Map;
import java.util.Set;
import rectify.paper.Document;

/** The cases documents belong to, which this package does not know. */
public interface DocumentCase {

  /**
   * Where a case's documents are found.
   *
   * @param inspectionId the visit it was found at; null for a self-report
   */
  record Key(long caseId, Long inspectionId) {}

  /**
   * @param caseNumber or the case's id, which a task carries
   * @throws rectify.refusal.Refusal if there is no such case, or not for the current person
   */
  Key key(String caseNumber);

  /** The numbers of these cases, by id; a look-up that asks nobody's rights. */
  Map<Long, String> numbers(Set<Long> caseIds);

  /** Whether the current person may see a case of the document. */
  boolean mayRead(Document document);

  /** Notes in the document's cases that it was corrected. */
  void corrected(Document document, String detail);
}
