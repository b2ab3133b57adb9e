package rectify.jurisdiction;

/**
 * An identity group that work can be given to.
 *
 * @param id letters and digits, the engine accepts nothing else
 * @param name Chinese name
 * @param countyCode the county it belongs to, or {@link Jurisdictions#CITY}
 */
public record OwnerGroup(String id, String name, String countyCode) {}
