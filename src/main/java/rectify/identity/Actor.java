package rectify.identity;

import java.util.List;

/**
 * Who acts.
 *
 * @param id the user's id, or {@link #SYSTEM}'s
 * @param name the name people know them by
 * @param groups ids of the groups they are in
 * @param tenants county codes they belong to
 */
public record Actor(String id, String name, List<String> groups, List<String> tenants) {

  /** A timer, a sweep, a start-up: nobody is logged in. No user can have this id. */
  public static final Actor SYSTEM = new Actor("rectify-system", "系统", List.of(), List.of());

  public boolean isSystem() {
    return SYSTEM.id.equals(id);
  }

  public Standing standing() {
    return Standing.of(groups, tenants);
  }
}
