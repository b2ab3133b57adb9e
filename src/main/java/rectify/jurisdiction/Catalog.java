package rectify.jurisdiction;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rectify.identity.GroupIds;

/** Everything the catalog says, at one moment. Retired rows are found by code but own nothing. */
final class Catalog {

  final List<County> counties;
  final List<Township> townships;
  final List<Category> categories;
  final List<Subcategory> subcategories;
  final List<DepartmentRole> roles;
  final List<Department> departments;
  final List<ResponsibilityOverride> overrides;

  private final Map<String, County> countyByCode;
  private final Map<String, Township> townshipByCode;
  private final Map<String, Category> categoryByCode;
  private final Map<String, Subcategory> subcategoryByCode;
  private final Map<String, DepartmentRole> roleById;
  private final Map<String, List<Department>> departmentsByGroup;
  private final Map<String, List<ResponsibilityOverride>> overridesByPair;

  Catalog(
      List<County> counties,
      List<Township> townships,
      List<Category> categories,
      List<Subcategory> subcategories,
      List<DepartmentRole> roles,
      List<Department> departments,
      List<ResponsibilityOverride> overrides) {
    this.counties = List.copyOf(counties);
    this.townships = List.copyOf(townships);
    this.categories = List.copyOf(categories);
    this.subcategories = List.copyOf(subcategories);
    this.roles = List.copyOf(roles);
    this.departments = List.copyOf(departments);
    this.overrides = List.copyOf(overrides);
    countyByCode = index(counties, County::code);
    townshipByCode = index(townships, Township::code);
    categoryByCode = index(categories, Category::code);
    subcategoryByCode = index(subcategories, Subcategory::code);
    roleById = index(roles, DepartmentRole::role);
    departmentsByGroup =
        departments.stream()
            .filter(department -> !department.retired())
            .collect(groupingBy(Department::groupId));
    overridesByPair =
        overrides.stream()
            .filter(override -> !override.retired())
            .collect(
                groupingBy(override -> pair(override.subcategoryCode(), override.countyCode())));
  }

  private static <T> Map<String, T> index(List<T> rows, Function<T, String> code) {
    return rows.stream().collect(toMap(code, identity(), (first, second) -> first));
  }

  private static String pair(String subcategoryCode, String countyCode) {
    return subcategoryCode + "@" + countyCode;
  }

  Optional<County> county(String code) {
    return Optional.ofNullable(countyByCode.get(code));
  }

  Optional<Township> township(String code) {
    return Optional.ofNullable(townshipByCode.get(code));
  }

  Optional<Category> category(String code) {
    return Optional.ofNullable(categoryByCode.get(code));
  }

  Optional<Subcategory> subcategory(String code) {
    return Optional.ofNullable(subcategoryByCode.get(code));
  }

  Optional<DepartmentRole> role(String role) {
    return Optional.ofNullable(roleById.get(role));
  }

  /** Departments in use with that role there: one, unless the catalog is damaged or has none. */
  List<Department> departments(String countyCode, String role) {
    return departmentsByGroup.getOrDefault(GroupIds.department(countyCode, role), List.of());
  }

  /** The city and the counties in use, with their names. */
  List<Place> places() {
    return Stream.concat(
            Stream.of(Place.CITY),
            counties.stream()
                .filter(county -> !county.retired())
                .map(county -> new Place(county.code(), county.name())))
        .toList();
  }

  Optional<Place> place(String code) {
    return Jurisdictions.CITY.equals(code)
        ? Optional.of(Place.CITY)
        : county(code).map(county -> new Place(county.code(), county.name()));
  }

  /** Who leads that sub-category there: exactly one, unless the catalog is damaged. */
  List<Responsibility> owners(Subcategory subcategory, Place place) {
    List<ResponsibilityOverride> decided =
        overridesByPair.getOrDefault(pair(subcategory.code(), place.code()), List.of());
    if (!decided.isEmpty()) {
      return decided.stream()
          .flatMap(override -> departments(place.code(), override.role()).stream())
          .map(
              department ->
                  new Responsibility(
                      department,
                      trade(subcategory)
                          + "在"
                          + place.name()
                          + "另有分工，由"
                          + department.name()
                          + "主管。"))
          .toList();
    }
    List<String> path = path(subcategory.leadRole(), place.code());
    String last = path.get(path.size() - 1);
    return departments(place.code(), last).stream()
        .map(
            department ->
                new Responsibility(department, reason(subcategory, place, path, department)))
        .toList();
  }

  /** The lead role and those that stand in for it, up to the first with a department there. */
  private List<String> path(String leadRole, String countyCode) {
    Set<String> path = new LinkedHashSet<>();
    String role = leadRole;
    while (role != null && path.add(role) && departments(countyCode, role).isEmpty()) {
      role = role(role).map(DepartmentRole::fallback).orElse(null);
    }
    return new ArrayList<>(path);
  }

  private String reason(
      Subcategory subcategory, Place place, List<String> path, Department department) {
    if (path.size() == 1) {
      return trade(subcategory) + "在" + place.name() + "由" + department.name() + "主管。";
    }
    return trade(subcategory)
        + "应由"
        + roleName(path.get(0))
        + "主管；"
        + place.name()
        + "没有设置该部门，按业务相近原则由"
        + department.name()
        + "负责（《安全生产法》第十条）。";
  }

  static String trade(Subcategory subcategory) {
    return subcategory.code() + " " + subcategory.name();
  }

  String roleName(String role) {
    return role(role).map(DepartmentRole::cityName).orElse(role);
  }

  /** The city or a county. */
  record Place(String code, String name) {

    static final Place CITY = new Place(Jurisdictions.CITY, "泉州市");

    OwnerGroup office() {
      return new OwnerGroup(GroupIds.office(code), name + "安全生产委员会办公室", code);
    }
  }
}
