package rectify.document;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.paper.Document;
import rectify.paper.Edition;
import rectify.seal.Paper;
import rectify.seal.Papers;
import rectify.seal.Written;

/** Documents as papers: one seal over a document and all its corrections, so that none can go. */
@Component
class DocumentPapers implements Papers {

  private static final String ROOM = "document";

  private final DocumentMapper mapper;

  DocumentPapers(DocumentMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String room() {
    return ROOM;
  }

  @Override
  public List<Paper> after(long id, int most) {
    List<Document> documents = mapper.findAfter(id, most);
    if (documents.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Edition>> corrections =
        mapper.correctionsOf(documents.stream().map(Document::id).toList()).stream()
            .collect(groupingBy(Edition::documentId));
    return documents.stream()
        .map(document -> paper(document, corrections.getOrDefault(document.id(), List.of())))
        .toList();
  }

  /**
   * Every column of the document and of its corrections.
   *
   * @param corrections all there are, oldest first
   */
  static Paper paper(Document document, List<Edition> corrections) {
    List<Object> said =
        new ArrayList<>(
            Arrays.asList(
                document.kind(),
                document.number(),
                document.place(),
                document.seriesYear(),
                document.serial(),
                document.part(),
                document.caseId(),
                document.inspectionId(),
                document.parentId(),
                document.issuerGroup(),
                document.partyGroup(),
                document.issuedAt(),
                document.issuedBy(),
                document.content(),
                document.sha256(),
                document.token(),
                corrections.size()));
    for (Edition edition : corrections) {
      said.addAll(
          Arrays.asList(
              edition.version(),
              edition.content(),
              edition.sha256(),
              edition.token(),
              edition.changed(),
              edition.reason(),
              edition.editedAt(),
              edition.editedBy(),
              edition.editedByName()));
    }
    return new Paper(ROOM, document.id(), document.number(), null, Written.of(said.toArray()));
  }
}
