package rectify.document;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lists of documents as the current person may see them. */
@Component
public class DocumentRows {

  private final Archive archive;

  DocumentRows(Archive archive) {
    this.archive = archive;
  }

  /**
   * The documents of a case, in the order of issue.
   *
   * @throws rectify.engine.Refusal NOT_FOUND if there is no such case, or not for this person
   */
  public List<DocumentRow> ofCase(String caseNumber) {
    return archive.ofCase(caseNumber).stream().map(DocumentRow::of).toList();
  }

  /** The newest documents that the current person's groups issued or that are about them. */
  public List<DocumentRow> recent() {
    return archive.recent().stream().map(DocumentRow::of).toList();
  }
}
