package rectify.jurisdiction;

/**
 * A county, district, county-level city or development zone (县、市、区、开发区).
 *
 * @param code six digits; GB/T 2260, or our own code if {@code constructed}
 * @param name full Chinese name
 * @param shortName the place in a document number, such as 泉开 (constructed default)
 * @param zone a development zone without a people's government of its own
 * @param constructed the code is ours, not an official one
 * @param retired no longer in the catalog; kept for old cases
 */
public record County(
    String code,
    String name,
    String shortName,
    boolean zone,
    boolean constructed,
    boolean retired) {

  County asRetired() {
    return new County(code, name, shortName, zone, constructed, true);
  }
}
