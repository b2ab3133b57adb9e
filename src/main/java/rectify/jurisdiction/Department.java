package rectify.jurisdiction;

import rectify.identity.GroupIds;

/**
 * A department of the city or of a county.
 *
 * @param countyCode the county, or {@link Jurisdictions#CITY}
 * @param role lower-case letters, see {@link DepartmentRole}
 * @param name full Chinese name, such as 晋江市应急管理局
 * @param constructed our proposal, not an official list
 * @param retired no longer in the catalog; kept for old cases
 */
public record Department(
    String countyCode, String role, String name, boolean constructed, boolean retired) {

  /** The identity group of the department's officers. */
  public String groupId() {
    return GroupIds.department(countyCode, role);
  }

  Unit unit() {
    return new Unit(Unit.Kind.DEPARTMENT, countyCode + "-" + role);
  }

  public Department asRetired() {
    return new Department(countyCode, role, name, constructed, true);
  }
}
