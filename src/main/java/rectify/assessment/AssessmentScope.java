package rectify.assessment;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.Standing;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;

/**
 * Which findings a person may see: those that meet at least one of these.
 *
 * @param everything the city's safety commission office and managers
 * @param counties of managers and safety commission offices
 * @param townships whose enterprises a township officer sees
 * @param subjects the person's own units: what is held against them and what they review
 * @param trades of city departments: enterprises of their sector in every county
 */
record AssessmentScope(
    boolean everything,
    Set<String> counties,
    Set<String> townships,
    Set<String> subjects,
    Set<String> trades) {

  static AssessmentScope of(Actor actor, Jurisdictions jurisdictions) {
    Standing standing = actor.standing();
    boolean city = standing.isOfOffice(GroupIds.CITY) || standing.manages(GroupIds.CITY);
    Set<String> counties = new HashSet<>(standing.offices());
    if (standing.manager()) {
      counties.addAll(standing.counties());
    }
    return new AssessmentScope(
        city,
        counties,
        standing.townships(),
        units(standing),
        standing.departments().stream()
            .filter(department -> department.area().equals(GroupIds.CITY))
            .flatMap(it -> jurisdictions.department(it.area(), it.role()).stream())
            .flatMap(department -> jurisdictions.tradesOf(department).stream())
            .map(Subcategory::code)
            .collect(Collectors.toSet()));
  }

  private static Set<String> units(Standing standing) {
    return Stream.of(
            standing.enterprises().stream().map(GroupIds::enterprise),
            standing.townships().stream().map(GroupIds::township),
            standing.departments().stream().map(it -> GroupIds.department(it.area(), it.role())),
            standing.offices().stream().map(GroupIds::office))
        .flatMap(groups -> groups)
        .collect(Collectors.toSet());
  }

  boolean covers(Finding finding) {
    boolean ofEnterprise = finding.enterpriseId() != null;
    return everything
        || counties.contains(finding.countyCode())
        || ofEnterprise && townships.contains(finding.townshipCode())
        || subjects.contains(finding.subject())
        || subjects.contains(finding.reviewerGroup())
        || ofEnterprise && trades.contains(finding.subcategoryCode());
  }

  /** Whether the person may see how an authority of a county stands. */
  boolean covers(String authority, String county) {
    return everything || counties.contains(county) || subjects.contains(authority);
  }

  boolean isNone() {
    return !everything
        && counties.isEmpty()
        && townships.isEmpty()
        && subjects.isEmpty()
        && trades.isEmpty();
  }
}
