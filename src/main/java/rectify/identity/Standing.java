package rectify.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person stands, read from group and tenant ids: whose work is theirs and how far they may
 * look.
 *
 * @param enterprises ids of the enterprises they are a safety officer of
 * @param townships 9-digit codes
 * @param departments departments they work in, of a county or the city
 * @param offices areas whose safety commission office (安委办) they work in
 * @param counties county codes they belong to, and {@link GroupIds#CITY} for the city's people
 */
public record Standing(
    Set<Long> enterprises,
    Set<String> townships,
    Set<Department> departments,
    Set<String> offices,
    Set<String> counties,
    boolean manager,
    boolean processDesigner,
    boolean administrator) {

  /**
   * A department of an area.
   *
   * @param area county code or {@link GroupIds#CITY}
   */
  public record Department(String area, String role) {}

  private static final Pattern ENTERPRISE = Pattern.compile("ent(\\d{1,18})");
  private static final Pattern TOWNSHIP = Pattern.compile("town(\\d{9})");
  private static final Pattern DEPARTMENT = Pattern.compile("dept(\\d{6})([a-z]+)");
  private static final Pattern OFFICE = Pattern.compile("office(\\d{6})");

  public Standing {
    enterprises = Set.copyOf(enterprises);
    townships = Set.copyOf(townships);
    departments = Set.copyOf(departments);
    offices = Set.copyOf(offices);
    counties = Set.copyOf(counties);
  }

  /** Reads a standing; ids of other groups are ignored. */
  public static Standing of(Collection<String> groups, Collection<String> tenants) {
    Set<Long> enterprises = new LinkedHashSet<>();
    Set<String> townships = new LinkedHashSet<>();
    Set<Department> departments = new LinkedHashSet<>();
    Set<String> offices = new LinkedHashSet<>();
    for (String group : groups) {
      Matcher enterprise = ENTERPRISE.matcher(group);
      Matcher township = TOWNSHIP.matcher(group);
      Matcher department = DEPARTMENT.matcher(group);
      Matcher office = OFFICE.matcher(group);
      if (enterprise.matches()) {
        enterprises.add(Long.valueOf(enterprise.group(1)));
      } else if (township.matches()) {
        townships.add(township.group(1));
      } else if (department.matches()) {
        departments.add(new Department(department.group(1), department.group(2)));
      } else if (office.matches()) {
        offices.add(office.group(1));
      }
    }
    return new Standing(
        enterprises,
        townships,
        departments,
        offices,
        new LinkedHashSet<>(tenants),
        groups.contains(GroupIds.MANAGER),
        groups.contains(GroupIds.PROCESS_DESIGNER),
        groups.contains(GroupIds.ADMINISTRATOR));
  }

  public boolean isStaffOf(long enterprise) {
    return enterprises.contains(enterprise);
  }

  public boolean isEnterpriseStaff() {
    return !enterprises.isEmpty();
  }

  /** Of a township, a department or an office. */
  public boolean isOfficer() {
    return !townships.isEmpty() || !departments.isEmpty() || !offices.isEmpty();
  }

  boolean isNoUnit() {
    return !isEnterpriseStaff() && !isOfficer();
  }

  public boolean isOfTownship(String code) {
    return townships.contains(code);
  }

  public boolean isOfDepartment(String area, String role) {
    return departments.contains(new Department(area, role));
  }

  public boolean isOfOffice(String area) {
    return offices.contains(area);
  }

  public boolean manages(String county) {
    return manager && (counties.contains(county) || counties.contains(GroupIds.CITY));
  }

  /** Of a city department or office, or a manager of the city: may look at every county. */
  public boolean isCityLevel() {
    return offices.contains(GroupIds.CITY)
        || departments.stream().anyMatch(department -> department.area().equals(GroupIds.CITY))
        || manages(GroupIds.CITY);
  }
}
