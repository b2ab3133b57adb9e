package rectify.jurisdiction;

/** In this county (or the city) this sub-category is led by another role than its usual one. */
public record ResponsibilityOverride(
    String subcategoryCode, String countyCode, String role, boolean retired) {

  ResponsibilityOverride asRetired() {
    return new ResponsibilityOverride(subcategoryCode, countyCode, role, true);
  }
}
