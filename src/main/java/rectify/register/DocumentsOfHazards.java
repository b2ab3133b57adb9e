package rectify.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.document.DocumentCase;
import rectify.hazard.CaseLog;
import rectify.hazard.CaseRows;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.paper.Document;

/** Lets documents know their cases: rights are those of the ledger, a correction is an event. */
@Component
class DocumentsOfHazards implements DocumentCase {

  private final CaseRows rows;
  private final Ledger ledger;
  private final CaseLog log;

  DocumentsOfHazards(CaseRows rows, Ledger ledger, CaseLog log) {
    this.rows = rows;
    this.ledger = ledger;
    this.log = log;
  }

  @Override
  public Key key(String caseNumber) {
    Hazard hazard =
        caseNumber.matches("\\d{1,18}")
            ? ledger.get(Long.parseLong(caseNumber))
            : ledger.get(caseNumber);
    return new Key(hazard.id(), hazard.inspectionId());
  }

  @Override
  public Map<Long, String> numbers(Set<Long> caseIds) {
    return caseIds.isEmpty()
        ? Map.of()
        : rows.byIds(caseIds).stream().collect(Collectors.toMap(Hazard::id, Hazard::caseNumber));
  }

  @Override
  public boolean mayRead(Document document) {
    return casesOf(document).stream().anyMatch(ledger::shows);
  }

  @Override
  public void corrected(Document document, String detail) {
    casesOf(document).forEach(of -> log.note(of, HazardEvent.Kind.DOCUMENT_CORRECTED, detail));
  }

  private List<Hazard> casesOf(Document document) {
    if (document.caseId() != null) {
      return List.of(rows.byId(document.caseId()));
    }
    return document.inspectionId() == null ? List.of() : rows.byInspection(document.inspectionId());
  }
}
