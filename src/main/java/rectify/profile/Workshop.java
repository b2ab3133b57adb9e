package rectify.profile;

import java.util.Set;

/**
 * A workshop of an enterprise, or a store, a canteen, a boiler room: a place with a register of its
 * own.
 *
 * @param traits what is there, without {@link Traits#WORKSHOP}
 */
public record Workshop(long id, String name, Set<String> traits) {}
