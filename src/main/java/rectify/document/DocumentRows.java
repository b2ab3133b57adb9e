package rectify.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists of documents as the current person may see them. */
@Component
public class DocumentRows {

  private final Archive archive;
  private final DocumentCase cases;

  DocumentRows(Archive archive, DocumentCase cases) {
    this.archive = archive;
    this.cases = cases;
  }

  /**
   * The documents of a case, in the order of issue.
   *
   * @throws rectify.refusal.Refusal NOT_FOUND if there is no such case, or not for this person
   */
  public List<DocumentRow> ofCase(String caseNumber) {
    return rows(archive.ofCase(caseNumber));
  }

  /** The newest documents that the current person's groups issued or that are about them. */
  public List<DocumentRow> recent() {
    return rows(archive.recent());
  }

  /** One document. */
  DocumentRow of(Archive.File file) {
    return rows(List.of(file)).get(0);
  }

  private List<DocumentRow> rows(List<Archive.File> files) {
    Map<Long, String> numbers =
        cases.numbers(
            files.stream()
                .map(file -> file.document().caseId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return files.stream().map(file -> DocumentRow.of(file, numbers)).toList();
  }
}
