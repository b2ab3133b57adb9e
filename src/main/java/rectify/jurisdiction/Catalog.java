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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rectify.identity.GroupIds;

/** Everything the catalog says, at one moment. Retired rows are found by code but own nothing. */
public final class Catalog {

  final List<County> counties;
  public final List<Township> townships;
  final List<Category> categories;
  public final List<Subcategory> subcategories;
  final List<DepartmentRole> roles;
  final List<Department> departments;
  final List<ResponsibilityOverride> overrides;
  public final List<Succession> successions;

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
    this(counties, townships, categories, subcategories, roles, departments, overrides, List.of());
  }

  /**
   * @param successions of files, what is to come; of tables, what has come
   */
  Catalog(
      List<County> counties,
      List<Township> townships,
      List<Category> categories,
      List<Subcategory> subcategories,
      List<DepartmentRole> roles,
      List<Department> departments,
      List<ResponsibilityOverride> overrides,
      List<Succession> successions) {
    this.successions = List.copyOf(successions);
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

  public Optional<County> county(String code) {
    return Optional.ofNullable(countyByCode.get(code));
  }

  Optional<Township> township(String code) {
    return Optional.ofNullable(townshipByCode.get(code));
  }

  Optional<Category> category(String code) {
    return Optional.ofNullable(categoryByCode.get(code));
  }

  public Optional<Subcategory> subcategory(String code) {
    return Optional.ofNullable(subcategoryByCode.get(code));
  }

  Optional<DepartmentRole> role(String role) {
    return Optional.ofNullable(roleById.get(role));
  }

  /**
   * Departments in use with that role there, or whoever took over from the one that had it: one,
   * unless the catalog is damaged or has none.
   */
  List<Department> departments(String countyCode, String role) {
    List<Department> own = departmentsByGroup.get(GroupIds.department(countyCode, role));
    if (own != null) {
      return own;
    }
    Unit gone = new Unit(Unit.Kind.DEPARTMENT, countyCode + "-" + role);
    Unit heir = heir(gone);
    return heir.equals(gone)
        ? List.of()
        : departmentsByGroup.getOrDefault(heir.groups().get(0), List.of());
  }

  /** The city and the counties in use, with their names. */
  public List<Place> places() {
    return Stream.concat(
            Stream.of(Place.CITY),
            counties.stream()
                .filter(county -> !county.retired())
                .map(county -> new Place(county.code(), county.name())))
        .toList();
  }

  public Optional<Place> place(String code) {
    return Jurisdictions.CITY.equals(code)
        ? Optional.of(Place.CITY)
        : county(code).map(county -> new Place(county.code(), county.name()));
  }

  /** Who leads that sub-category there: exactly one, unless the catalog is damaged. */
  public List<Responsibility> owners(Subcategory subcategory, Place place) {
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
    if (isOfTheCityAlone(last)) {
      return departments(Jurisdictions.CITY, last).stream()
          .map(
              department ->
                  new Responsibility(
                      department,
                      trade(subcategory)
                          + "在"
                          + place.name()
                          + "由市级或者垂直管理的"
                          + department.name()
                          + "直接主管。"))
          .toList();
    }
    return departments(place.code(), last).stream()
        .map(
            department ->
                new Responsibility(department, reason(subcategory, place, path, department)))
        .toList();
  }

  /** Ports, post, telecom, rail, air and sea have an authority above the counties. */
  boolean isOfTheCityAlone(String role) {
    return role(role).filter(it -> it.countyName() == null && it.fallback() == null).isPresent();
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
      return trade(subcategory)
          + "在"
          + place.name()
          + "由"
          + department.name()
          + "主管。"
          + (subcategory.note() == null ? "" : "（市级默认，可修改：" + subcategory.note() + "）");
    }
    return trade(subcategory)
        + "应由"
        + roleName(path.get(0))
        + "主管；"
        + place.name()
        + "没有设置该部门，按市级规定由"
        + department.name()
        + "负责。";
  }

  public static String trade(Subcategory subcategory) {
    return subcategory.code() + " " + subcategory.name();
  }

  public String roleName(String role) {
    return role(role).map(DepartmentRole::cityName).orElse(role);
  }

  /**
   * These files, with every unit that names a successor as the tables have it: nobody retires it
   * before what it owns has moved, and nobody takes it up again afterwards.
   */
  Catalog exceptSucceeded(Catalog stored) {
    Set<Unit> leaving =
        successions.stream()
            .filter(succession -> !succession.isChangeOfLead())
            .map(Succession::from)
            .collect(Collectors.toSet());
    return new Catalog(
        merged(
            counties,
            stored.counties,
            it -> leaving.contains(new Unit(Unit.Kind.COUNTY, it.code()))),
        merged(
            townships,
            stored.townships,
            it -> leaving.contains(new Unit(Unit.Kind.TOWNSHIP, it.code()))),
        categories,
        merged(
            subcategories,
            stored.subcategories,
            it -> leaving.contains(new Unit(Unit.Kind.SUBCATEGORY, it.code()))),
        roles,
        merged(departments, stored.departments, it -> leaving.contains(it.unit())),
        overrides,
        successions);
  }

  private static <T> List<T> merged(List<T> files, List<T> stored, Predicate<T> leaving) {
    return Stream.concat(files.stream().filter(leaving.negate()), stored.stream().filter(leaving))
        .toList();
  }

  /** Who has taken over from a unit, through every succession; the unit itself if nobody has. */
  public Unit heir(Unit unit) {
    Set<Unit> seen = new LinkedHashSet<>();
    Unit heir = unit;
    while (seen.add(heir)) {
      Unit current = heir;
      heir =
          successions.stream()
              .filter(succession -> succession.from().equals(current))
              .map(Succession::to)
              .findFirst()
              .orElse(current);
    }
    return heir;
  }

  /** Every unit that is no longer in use. */
  Stream<Unit> retiredUnits() {
    return units(true);
  }

  /** The units in use, or those that are not. */
  public Stream<Unit> units(boolean retired) {
    return Stream.of(
            townships.stream()
                .filter(township -> township.retired() == retired)
                .map(township -> new Unit(Unit.Kind.TOWNSHIP, township.code())),
            departments.stream()
                .filter(department -> department.retired() == retired)
                .map(Department::unit),
            subcategories.stream()
                .filter(subcategory -> subcategory.retired() == retired)
                .map(subcategory -> new Unit(Unit.Kind.SUBCATEGORY, subcategory.code())),
            counties.stream()
                .filter(county -> county.retired() == retired)
                .map(county -> new Unit(Unit.Kind.COUNTY, county.code())))
        .flatMap(units -> units);
  }

  /** The Chinese name of a unit, retired or not; its code if it is unknown. */
  public String nameOf(Unit unit) {
    return switch (unit.kind()) {
      case TOWNSHIP ->
          township(unit.code())
              .map(it -> county(it.countyCode()).map(County::name).orElse("") + it.name())
              .orElse(unit.code());
      case SUBCATEGORY -> subcategory(unit.code()).map(Catalog::trade).orElse(unit.code());
      case COUNTY -> county(unit.code()).map(County::name).orElse(unit.code());
      case DEPARTMENT ->
          departments.stream()
              .filter(department -> department.unit().equals(unit))
              .findFirst()
              .map(Department::name)
              .orElse(unit.code());
    };
  }

  /** The county of a unit; the city for a sub-category, which is everybody's. */
  public String placeOf(Unit unit) {
    return switch (unit.kind()) {
      case TOWNSHIP -> township(unit.code()).map(Township::countyCode).orElse(Jurisdictions.CITY);
      case DEPARTMENT -> unit.place();
      case COUNTY -> unit.code();
      case SUBCATEGORY -> Jurisdictions.CITY;
    };
  }

  /** The name of the group of a unit: of a county that of its office. */
  public String nameOfOwner(Unit unit) {
    return unit.kind() == Unit.Kind.COUNTY
        ? place(unit.code()).map(place -> place.office().name()).orElse(unit.code())
        : nameOf(unit);
  }

  /** The city or a county. */
  public record Place(String code, String name) {

    public static final Place CITY = new Place(Jurisdictions.CITY, "泉州市");

    public OwnerGroup office() {
      return new OwnerGroup(GroupIds.office(code), name + "安全生产委员会办公室", code);
    }
  }
}
