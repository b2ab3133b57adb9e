package rectify.hazard;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import rectify.seal.Written;

/**
 * What a case says of itself and its chain of events covers, in the order it is hashed in: a column
 * of its row each, named alike. The order is part of every hash there is; a fact added at the end
 * needs a new form beside {@code case/1} in {@link rectify.chain.Chain#written}.
 */
public enum Fact {
  SOURCE(Hazard::source),
  ENTERPRISE_ID(Hazard::enterpriseId),
  ENTERPRISE_NAME(Hazard::enterpriseName),
  COUNTY_CODE(Hazard::countyCode),
  TOWNSHIP_CODE(Hazard::townshipCode),
  SUBCATEGORY_CODE(Hazard::subcategoryCode),
  DEPARTMENT_ROLE(Hazard::departmentRole),
  DEPARTMENT_GROUP(Hazard::departmentGroup),
  LEVEL(Hazard::level),
  LOCATION(Hazard::location),
  DESCRIPTION(Hazard::description),
  MAJOR_BASIS(Hazard::majorBasis),
  FOUND_AT(Hazard::foundAt),
  FOUND_BY(Hazard::foundBy),
  FOUND_BY_NAME(Hazard::foundByName),
  STATUS(Hazard::status),
  AUTHORITY_GROUP(Hazard::authorityGroup),
  AUTHORITY_RULE(Hazard::authorityRule),
  DUE_AT(Hazard::dueAt),
  ORIGINAL_DUE_AT(Hazard::originalDueAt),
  DEADLINE_RULE(Hazard::deadlineRule),
  RECTIFIED_ON_SPOT(Hazard::rectifiedOnSpot),
  RESPONSIBLE_PERSON(Hazard::responsiblePerson),
  MEASURES(Hazard::measures),
  FUNDS(Hazard::funds),
  RECTIFIED_ON(Hazard::rectifiedOn),
  CONTINGENCY_PLAN(Hazard::contingencyPlan),
  REPORTED_AT(Hazard::reportedAt),
  REPORTED_BY(Hazard::reportedBy),
  RETURNED_TIMES(Hazard::returnedTimes),
  RETURN_REASON(Hazard::returnReason),
  INSPECTION_ID(Hazard::inspectionId),
  CLOSED_AT(Hazard::closedAt),
  CLOSED_BY(Hazard::closedBy),
  CLOSING_OPINION(Hazard::closingOpinion);

  private final Function<Hazard, Object> of;
  private final String column = name().toLowerCase(Locale.ROOT);

  Fact(Function<Hazard, Object> of) {
    this.of = of;
  }

  /** For the statement that changes it. */
  public String column() {
    return column;
  }

  /** The facts of a case by name, once it is changed. */
  static Map<String, String> of(Hazard hazard, Change change) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Fact fact : values()) {
      Object value =
          change.facts().containsKey(fact) ? change.facts().get(fact) : fact.of.apply(hazard);
      facts.put(fact.column, Written.text(value));
    }
    return facts;
  }
}
