package rectify.hazard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A hazard and its case. Times are China time.
 *
 * @param departmentGroup the county department in charge of the enterprise's trade
 * @param authorityGroup who verifies or rechecks; null until decided
 * @param authorityRule the row of {@code responsible-authority} that decided it, in Chinese
 * @param dueAt last day of rectification; null until decided
 * @param originalDueAt the first {@code dueAt}; no extension changes it
 * @param deadlineRule the row of {@code rectification-deadline}, or who ordered the date
 * @param reportedBy who reported the rectification; may not be who verifies it
 * @param returnedTimes how often verification or recheck failed
 * @param inspectionId the inspection that found it; null for a self-report
 * @param lastEventHash hash of the newest event, see {@link HazardEvent}
 * @param version how many events there are
 */
public record Hazard(
    long id,
    Source source,
    long enterpriseId,
    String enterpriseName,
    String countyCode,
    String townshipCode,
    String subcategoryCode,
    String departmentRole,
    String departmentGroup,
    Level level,
    String location,
    String description,
    String majorBasis,
    LocalDateTime foundAt,
    String foundBy,
    String foundByName,
    Status status,
    String authorityGroup,
    String authorityRule,
    LocalDate dueAt,
    LocalDate originalDueAt,
    String deadlineRule,
    boolean rectifiedOnSpot,
    String responsiblePerson,
    String measures,
    BigDecimal funds,
    LocalDate rectifiedOn,
    String contingencyPlan,
    LocalDateTime reportedAt,
    String reportedBy,
    int returnedTimes,
    String returnReason,
    Long inspectionId,
    LocalDateTime closedAt,
    String closedBy,
    String closingOpinion,
    String lastEventHash,
    int version) {

  /** The case number, such as YH350582-2026-0000123; also the business key of its processes. */
  public String caseNumber() {
    return caseNumber(countyCode, foundAt.getYear(), id);
  }

  /** The number of a case of which no more is known than this. */
  public static String caseNumber(String countyCode, int year, long id) {
    return "YH%s-%d-%07d".formatted(countyCode, year, id);
  }

  /** The same case in other hands; everything else stays, the last day above all. */
  public Hazard ownedBy(
      String township,
      String subcategory,
      String role,
      String department,
      String authority,
      String rule) {
    return new Hazard(
        id,
        source,
        enterpriseId,
        enterpriseName,
        countyCode,
        township,
        subcategory,
        role,
        department,
        level,
        location,
        description,
        majorBasis,
        foundAt,
        foundBy,
        foundByName,
        status,
        authority,
        rule,
        dueAt,
        originalDueAt,
        deadlineRule,
        rectifiedOnSpot,
        responsiblePerson,
        measures,
        funds,
        rectifiedOn,
        contingencyPlan,
        reportedAt,
        reportedBy,
        returnedTimes,
        returnReason,
        inspectionId,
        closedAt,
        closedBy,
        closingOpinion,
        lastEventHash,
        version);
  }

  public boolean isClosed() {
    return status == Status.CLOSED;
  }

  public boolean isMajor() {
    return level == Level.MAJOR;
  }

  /** Whether the last day has passed without a report of rectification. */
  public boolean isOverdue(LocalDate today) {
    return dueAt != null && today.isAfter(dueAt) && status == Status.RECTIFYING;
  }

  /** The same as it was inserted. */
  Hazard withId(long inserted) {
    return new Hazard(
        inserted,
        source,
        enterpriseId,
        enterpriseName,
        countyCode,
        townshipCode,
        subcategoryCode,
        departmentRole,
        departmentGroup,
        level,
        location,
        description,
        majorBasis,
        foundAt,
        foundBy,
        foundByName,
        status,
        authorityGroup,
        authorityRule,
        dueAt,
        originalDueAt,
        deadlineRule,
        rectifiedOnSpot,
        responsiblePerson,
        measures,
        funds,
        rectifiedOn,
        contingencyPlan,
        reportedAt,
        reportedBy,
        returnedTimes,
        returnReason,
        inspectionId,
        closedAt,
        closedBy,
        closingOpinion,
        lastEventHash,
        version);
  }
}
