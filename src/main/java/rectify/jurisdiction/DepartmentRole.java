package rectify.jurisdiction;

/**
 * What a department is for, whatever the county calls it.
 *
 * @param role lower-case letters, such as {@code emergency}
 * @param cityName what it is called at city level, such as 应急管理局
 * @param countyName what it is called in a county; null if only the city has it
 * @param fallback role that answers where a county has no such department, by the city's own rule;
 *     null if every county must have one, or if only the city has it and answers everywhere
 * @param constructed our proposal, not an official list
 * @param retired no longer in the catalog; kept for old cases
 */
public record DepartmentRole(
    String role,
    String cityName,
    String countyName,
    String fallback,
    boolean constructed,
    boolean retired) {

  DepartmentRole asRetired() {
    return new DepartmentRole(role, cityName, countyName, fallback, constructed, true);
  }
}
