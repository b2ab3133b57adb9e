package rectify.profile;

import java.util.Set;

/**
 * A post (岗位) of an enterprise, which has a card.
 *
 * @param workshopId null for a post of no one workshop
 * @param traits what whoever holds it works with, without {@link Traits#POST}
 */
public record Post(long id, Long workshopId, String name, Set<String> traits) {}
