package rectify.register;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rectify.evidence.CaseAccess;
import rectify.hazard.CaseLog;
import rectify.hazard.CaseRows;
import rectify.hazard.Change;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.identity.People;

/** Lets evidence know its cases: rights are those of the ledger, and a change is an event. */
@Component
class EvidenceOfHazards implements CaseAccess {

  private final CaseRows rows;
  private final CaseLog log;
  private final People people;

  EvidenceOfHazards(CaseRows rows, CaseLog log, People people) {
    this.rows = rows;
    this.log = log;
    this.people = people;
  }

  @Override
  public Optional<Owner> find(String caseNumber) {
    return Ledger.idOf(caseNumber)
        .map(rows::byId)
        .filter(hazard -> hazard.caseNumber().equals(caseNumber))
        .map(this::owner);
  }

  @Override
  @Transactional
  public Optional<Owner> note(String caseNumber, Change change, String detail) {
    Optional<Hazard> hazard =
        Ledger.idOf(caseNumber)
            .map(rows::lock)
            .filter(locked -> locked.caseNumber().equals(caseNumber));
    hazard.ifPresent(
        locked ->
            log.note(
                locked,
                switch (change) {
                  case ADDED -> HazardEvent.Kind.EVIDENCE_ADDED;
                  case WITHDRAWN -> HazardEvent.Kind.EVIDENCE_WITHDRAWN;
                },
                detail));
    return hazard.map(this::owner);
  }

  private Owner owner(Hazard hazard) {
    return new Owner(
        hazard.caseNumber(),
        hazard.enterpriseName(),
        hazard.enterpriseId(),
        hazard.foundAt(),
        hazard.returnedTimes(),
        LedgerScope.of(people.current()).covers(hazard));
  }
}
