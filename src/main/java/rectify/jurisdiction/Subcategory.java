package rectify.jurisdiction;

/**
 * An industry sub-category (行业小类), the unit of sector responsibility.
 *
 * @param code four digits; the first two are its category
 * @param name Chinese name
 * @param categoryCode two digits
 * @param leadRole role of the department in charge, unless a county decided otherwise
 * @param constructed name and lead role are our proposal, not an official list
 * @param note why this role leads where that may be doubted: the city's own decision; or null
 * @param retired no longer in the catalog; kept for old cases
 */
public record Subcategory(
    String code,
    String name,
    String categoryCode,
    String leadRole,
    boolean constructed,
    String note,
    boolean retired) {

  Subcategory asRetired() {
    return new Subcategory(code, name, categoryCode, leadRole, constructed, note, true);
  }
}
