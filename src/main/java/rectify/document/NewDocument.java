package rectify.document;

import rectify.paper.Document;

/** A row to insert; MyBatis writes the generated id into it, which saves reading it back. */
class NewDocument {

  private Long id;
  private final Document document;

  NewDocument(Document document) {
    this.document = document;
  }

  public Long getId() {
    return id;
  }

  public Document getDocument() {
    return document;
  }

  Document inserted() {
    return new Document(
        id,
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
        document.token());
  }
}
