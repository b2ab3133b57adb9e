package rectify.register;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import rectify.hazard.Hazard;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.Standing;

/**
 * Which cases a person may see in the ledger: those that meet at least one of these.
 *
 * @param everything the city's safety commission office and managers
 * @param counties of managers and safety commission offices
 * @param townships of township officers
 * @param enterprises of enterprise people
 * @param groups whose work a case is or was given to: departments in charge, and authorities
 * @param roles of city departments: cases of their sector in every county
 */
record LedgerScope(
    boolean everything,
    Set<String> counties,
    Set<String> townships,
    Set<Long> enterprises,
    Set<String> groups,
    Set<String> roles) {

  static LedgerScope of(Actor actor) {
    Standing standing = actor.standing();
    boolean city = standing.isOfOffice(GroupIds.CITY) || standing.manages(GroupIds.CITY);
    Set<String> counties = new HashSet<>(standing.offices());
    if (standing.manager()) {
      counties.addAll(standing.counties());
    }
    return new LedgerScope(
        city,
        counties,
        standing.townships(),
        standing.enterprises(),
        standing.departments().stream()
            .map(department -> GroupIds.department(department.area(), department.role()))
            .collect(Collectors.toSet()),
        standing.departments().stream()
            .filter(department -> department.area().equals(GroupIds.CITY))
            .map(Standing.Department::role)
            .collect(Collectors.toSet()));
  }

  boolean covers(Hazard hazard) {
    return everything
        || counties.contains(hazard.countyCode())
        || townships.contains(hazard.townshipCode())
        || enterprises.contains(hazard.enterpriseId())
        || groups.contains(hazard.departmentGroup())
        || groups.contains(hazard.authorityGroup())
        || roles.contains(hazard.departmentRole());
  }

  boolean isNone() {
    return !everything
        && counties.isEmpty()
        && townships.isEmpty()
        && enterprises.isEmpty()
        && groups.isEmpty()
        && roles.isEmpty();
  }
}
