package rectify.population;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import rectify.enterprise.Enterprise;
import rectify.identity.Actor;
import rectify.identity.GroupIds;

/**
 * The enterprises and officers of a simulated city.
 *
 * @param firms by the group of their people
 * @param officers two of each township, department and office, by its group
 */
public record City(Map<String, Firm> firms, Map<String, List<Actor>> officers) {

  /**
   * An enterprise.
   *
   * @param behaviour the truth, which the product does not know
   * @param departmentGroup the department in charge
   */
  public record Firm(
      Enterprise enterprise, Behaviour behaviour, Actor safetyOfficer, String departmentGroup) {

    public String code() {
      return enterprise.creditCode();
    }
  }

  public Firm firm(long enterpriseId) {
    return firms.get(GroupIds.enterprise(enterpriseId));
  }

  /** The one of a group who takes it. */
  public Actor officer(String group, SplittableRandom random) {
    return Draw.one(officers.get(group), random);
  }

  /** The other one, who comes along. */
  public Actor colleague(String group, Actor officer) {
    return officers.get(group).stream()
        .filter(other -> !other.id().equals(officer.id()))
        .findFirst()
        .orElseThrow();
  }
}
