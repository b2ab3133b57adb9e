package rectify.enterprise;

import java.util.HashSet;
import java.util.Set;

/**
 * Which enterprises somebody may see or change. An enterprise is inside when it meets every
 * dimension that is given; an empty dimension does not restrict. With no dimension at all nothing
 * is inside, unless {@code all} says so: a scope nobody filled in opens nothing.
 *
 * @param all everything, whatever the dimensions say
 */
public record EnterpriseScope(
    Set<String> countyCodes,
    Set<String> townshipCodes,
    Set<String> subcategoryCodes,
    Set<Long> enterpriseIds,
    boolean all) {

  public EnterpriseScope {
    countyCodes = Set.copyOf(countyCodes);
    townshipCodes = Set.copyOf(townshipCodes);
    subcategoryCodes = Set.copyOf(subcategoryCodes);
    enterpriseIds = Set.copyOf(enterpriseIds);
  }

  public static EnterpriseScope everything() {
    return new EnterpriseScope(Set.of(), Set.of(), Set.of(), Set.of(), true);
  }

  public static EnterpriseScope none() {
    return new EnterpriseScope(Set.of(), Set.of(), Set.of(), Set.of(), false);
  }

  /** Every enterprise of some counties: a safety commission office, a county's manager. */
  public static EnterpriseScope counties(Set<String> codes) {
    return new EnterpriseScope(codes, Set.of(), Set.of(), Set.of(), false);
  }

  /** Every enterprise of some townships: a township's officer. */
  public static EnterpriseScope townships(Set<String> codes) {
    return new EnterpriseScope(Set.of(), codes, Set.of(), Set.of(), false);
  }

  /** Single enterprises: their own people. */
  public static EnterpriseScope enterprises(Set<Long> ids) {
    return new EnterpriseScope(Set.of(), Set.of(), Set.of(), ids, false);
  }

  /** The same, narrowed to some sub-categories as well: a department's officer. */
  public EnterpriseScope inSubcategories(Set<String> codes) {
    Set<String> both = new HashSet<>(codes);
    if (!subcategoryCodes.isEmpty()) {
      both.retainAll(subcategoryCodes);
    }
    return isNone() || both.isEmpty()
        ? none()
        : new EnterpriseScope(countyCodes, townshipCodes, both, enterpriseIds, false);
  }

  public boolean isNone() {
    return !all
        && countyCodes.isEmpty()
        && townshipCodes.isEmpty()
        && subcategoryCodes.isEmpty()
        && enterpriseIds.isEmpty();
  }

  public boolean covers(Enterprise enterprise) {
    return all
        || !isNone()
            && admits(countyCodes, enterprise.countyCode())
            && admits(townshipCodes, enterprise.townshipCode())
            && admits(subcategoryCodes, enterprise.subcategoryCode())
            && admits(enterpriseIds, enterprise.id());
  }

  private static <T> boolean admits(Set<T> dimension, T value) {
    return dimension.isEmpty() || dimension.contains(value);
  }
}
