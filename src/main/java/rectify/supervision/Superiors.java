package rectify.supervision;

import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Department;
import rectify.jurisdiction.Jurisdictions;

/**
 * Who is above an authority that is late with its duty in a case (安全生产法 arts. 9 and 10; that the
 * next step is the trade's department, and the last the safety commission office, is the city's
 * default).
 */
@Component
class Superiors {

  private final Jurisdictions jurisdictions;

  Superiors(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /**
   * @param superior null where the top is the next above
   */
  record Chain(String superior, String top) {}

  Chain above(Hazard hazard, String group) {
    String county = GroupIds.office(hazard.countyCode());
    String city = GroupIds.office(GroupIds.CITY);
    if (group.equals(county)
        || group.equals(city)
        || group.startsWith(GroupIds.department(GroupIds.CITY, ""))) {
      return new Chain(null, city);
    }
    if (group.startsWith(GroupIds.township(""))) {
      return new Chain(hazard.departmentGroup(), county);
    }
    String role = group.replace(GroupIds.department(hazard.countyCode(), ""), "");
    return new Chain(
        jurisdictions.department(GroupIds.CITY, role).map(Department::groupId).orElse(null),
        county);
  }
}
