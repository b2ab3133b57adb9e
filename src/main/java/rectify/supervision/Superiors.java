package rectify.supervision;

import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;

/**
 * Who is above an authority that is late with its duty (安全生产法 arts. 9 and 10; that the next step is
 * the trade's department, and the last the safety commission office, is the city's default). Above
 * a township stands, outside of cases, the county's emergency management department: art. 10 gives
 * it the overall supervision.
 */
@Component
class Superiors {

  private static final String OVERALL = "emergency";

  private final Jurisdictions jurisdictions;

  Superiors(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /**
   * @param superior null where the top is the next above
   */
  record Chain(String superior, String top) {}

  Chain above(Hazard hazard, String group) {
    if (group.equals(GroupIds.enterprise(hazard.enterpriseId()))) {
      return new Chain(hazard.departmentGroup(), GroupIds.office(hazard.countyCode()));
    }
    return above(hazard.countyCode(), hazard.departmentGroup(), group);
  }

  /** Above an authority whose late work belongs to no case. */
  Chain above(String countyCode, String group) {
    return above(countyCode, department(countyCode, OVERALL), group);
  }

  private Chain above(String countyCode, String department, String group) {
    String county = GroupIds.office(countyCode);
    String city = GroupIds.office(GroupIds.CITY);
    if (group.equals(county)
        || group.equals(city)
        || group.startsWith(GroupIds.department(GroupIds.CITY, ""))) {
      return new Chain(null, city);
    }
    if (group.startsWith(GroupIds.township(""))) {
      return new Chain(department, county);
    }
    String role = group.replace(GroupIds.department(countyCode, ""), "");
    return new Chain(department(GroupIds.CITY, role), county);
  }

  private String department(String countyCode, String role) {
    return jurisdictions.department(countyCode, role).map(Department::groupId).orElse(null);
  }
}
