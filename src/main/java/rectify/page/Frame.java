package rectify.page;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param person the name of whoever is logged in
 * @param unit where they work; null if nowhere
 * @param address where they are, with its filter
 * @param token sent back with everything that changes something
 */
public record Frame(
    String person, String unit, List<PageEntry> entries, Address address, String token) {

  /** Whether the person is on the entry's page or below: the entry that says most of the path. */
  public boolean isAt(PageEntry entry) {
    return entry.leadsTo(address.path())
        && entries.stream()
            .filter(other -> other.leadsTo(address.path()))
            .allMatch(other -> other.path().length() <= entry.path().length());
  }
}
