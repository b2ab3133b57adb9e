package rectify.enterprise;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import rectify.identity.Actor;
import rectify.identity.GroupIds;
import rectify.identity.People;
import rectify.identity.Standing;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;

/**
 * What the current person may do with the register: managers and safety commission offices see
 * their counties, departments their trades in their county, townships their territory, enterprises
 * themselves. Who holds several posts has the widest kind of them.
 */
@Component
public class EnterpriseRights implements Supplier<EnterpriseAccess> {

  private final People people;
  private final Jurisdictions jurisdictions;

  EnterpriseRights(People people, Jurisdictions jurisdictions) {
    this.people = people;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public EnterpriseAccess get() {
    return of(people.current());
  }

  /** What somebody else may do. */
  public EnterpriseAccess of(Actor actor) {
    Standing standing = actor.standing();
    return new EnterpriseAccess(readable(standing), writable(standing));
  }

  private EnterpriseScope readable(Standing standing) {
    if (standing.administrator()
        || standing.isOfOffice(GroupIds.CITY)
        || standing.manages(GroupIds.CITY)) {
      return EnterpriseScope.everything();
    }
    Set<String> counties = new HashSet<>(standing.offices());
    if (standing.manager()) {
      counties.addAll(standing.counties());
    }
    if (!counties.isEmpty()) {
      return EnterpriseScope.counties(counties);
    }
    if (!standing.departments().isEmpty()) {
      return ofDepartment(standing.departments().iterator().next());
    }
    if (!standing.townships().isEmpty()) {
      return EnterpriseScope.townships(standing.townships());
    }
    return standing.enterprises().isEmpty()
        ? EnterpriseScope.none()
        : EnterpriseScope.enterprises(standing.enterprises());
  }

  private static EnterpriseScope writable(Standing standing) {
    if (standing.administrator() || standing.isOfOffice(GroupIds.CITY)) {
      return EnterpriseScope.everything();
    }
    if (!standing.offices().isEmpty()) {
      return EnterpriseScope.counties(standing.offices());
    }
    return standing.townships().isEmpty()
        ? EnterpriseScope.none()
        : EnterpriseScope.townships(standing.townships());
  }

  private EnterpriseScope ofDepartment(Standing.Department post) {
    Set<String> trades =
        jurisdictions.department(post.area(), post.role()).stream()
            .flatMap(department -> jurisdictions.tradesOf(department).stream())
            .map(Subcategory::code)
            .collect(toSet());
    if (trades.isEmpty()) {
      return EnterpriseScope.none();
    }
    return post.area().equals(GroupIds.CITY)
        ? new EnterpriseScope(Set.of(), Set.of(), trades, Set.of(), false)
        : EnterpriseScope.counties(Set.of(post.area())).inSubcategories(trades);
  }
}
