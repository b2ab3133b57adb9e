package rectify.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import rectify.hazard.Hazard;
import rectify.hazard.Level;
import rectify.hazard.Source;
import rectify.hazard.Status;
import rectify.ledger.Check;

/**
 * A case as the API shows it; times are China time.
 *
 * @param verifiedAt when its chain of events was last verified; null if not yet
 * @param verification what was found, in words
 */
record LedgerRow(
    String caseNumber,
    Source source,
    long enterpriseId,
    String enterpriseName,
    String countyCode,
    String townshipCode,
    String subcategoryCode,
    Level level,
    String location,
    String description,
    String majorBasis,
    LocalDateTime foundAt,
    String foundByName,
    Status status,
    String statusName,
    String authorityGroup,
    String authorityRule,
    LocalDate dueAt,
    LocalDate originalDueAt,
    String deadlineRule,
    String responsiblePerson,
    String measures,
    BigDecimal funds,
    LocalDate rectifiedOn,
    LocalDateTime reportedAt,
    int returnedTimes,
    LocalDateTime closedAt,
    String closingOpinion,
    LocalDateTime verifiedAt,
    String verification) {

  /**
   * @param check what the audit said of it last; null if it has not yet
   */
  static LedgerRow of(Hazard hazard, Check check) {
    return new LedgerRow(
        hazard.caseNumber(),
        hazard.source(),
        hazard.enterpriseId(),
        hazard.enterpriseName(),
        hazard.countyCode(),
        hazard.townshipCode(),
        hazard.subcategoryCode(),
        hazard.level(),
        hazard.location(),
        hazard.description(),
        hazard.majorBasis(),
        hazard.foundAt(),
        hazard.foundByName(),
        hazard.status(),
        hazard.status().chinese(),
        hazard.authorityGroup(),
        hazard.authorityRule(),
        hazard.dueAt(),
        hazard.originalDueAt(),
        hazard.deadlineRule(),
        hazard.responsiblePerson(),
        hazard.measures(),
        hazard.funds(),
        hazard.rectifiedOn(),
        hazard.reportedAt(),
        hazard.returnedTimes(),
        hazard.closedAt(),
        hazard.closingOpinion(),
        check == null ? null : check.checkedAt(),
        check == null ? Check.NOT_YET : check.result());
  }
}
