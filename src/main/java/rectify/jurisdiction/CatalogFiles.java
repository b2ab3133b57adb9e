package rectify.jurisdiction;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import rectify.engine.Refusal;
import rectify.identity.GroupIds;
import rectify.jurisdiction.CatalogFile.Problem;
import rectify.jurisdiction.CatalogFile.Row;

/** Reads and checks the catalog's files. */
final class CatalogFiles {

  private static final int NAME = 60;
  private static final String FLAG = "constructed";

  private final Resource folder;
  private final List<Problem> problems = new ArrayList<>();

  private CatalogFiles(Resource folder) {
    this.folder = folder;
  }

  /** The catalog, or a refusal that lists every bad line of every file. */
  static Catalog read(Resource folder) {
    CatalogFiles files = new CatalogFiles(folder);
    Catalog catalog = files.catalog();
    if (!files.problems.isEmpty()) {
      throw new Refusal(
          "责任目录文件有 "
              + files.problems.size()
              + " 处错误，没有载入任何内容，请改正后重试：\n"
              + String.join("\n", files.problems.stream().map(Problem::sentence).toList()));
    }
    return catalog;
  }

  private Catalog catalog() {
    List<County> counties = counties();
    Set<String> places = counties.stream().map(County::code).collect(toSet());
    List<Township> townships = townships(Set.copyOf(places));
    places.add(Jurisdictions.CITY);

    List<Category> categories = categories();
    List<DepartmentRole> roles = roles();
    Set<String> roleIds = roles.stream().map(DepartmentRole::role).collect(toSet());
    List<Subcategory> subcategories =
        subcategories(categories.stream().map(Category::code).collect(toSet()), roleIds);
    List<Department> departments = departments(places, roleIds);
    List<ResponsibilityOverride> overrides =
        overrides(
            subcategories.stream().map(Subcategory::code).collect(toSet()),
            places,
            departments.stream().map(Department::groupId).collect(toSet()));
    return new Catalog(
        counties, townships, categories, subcategories, roles, departments, overrides);
  }

  private List<County> counties() {
    List<County> counties = new ArrayList<>();
    for (Row row : rows("counties.csv", "code", "name", "short_name", "zone", FLAG)) {
      String code = row.shaped("code", "\\d{6}", "六位数字");
      row.unique("code", code);
      if (code.equals(Jurisdictions.CITY)) {
        row.wrong("code", Jurisdictions.CITY + " 是市本级，不能作为县（市、区）。");
      }
      String shortName = row.text("short_name", 4);
      row.unique("short_name", shortName);
      counties.add(
          new County(
              code, row.text("name", NAME), shortName, row.flag("zone"), row.flag(FLAG), false));
    }
    return counties;
  }

  private List<Township> townships(Set<String> counties) {
    List<Township> townships = new ArrayList<>();
    for (Row row : rows("townships.csv", "code", "name", "kind", "county_code")) {
      String code = row.shaped("code", "\\d{9}", "九位数字");
      row.unique("code", code);
      townships.add(
          new Township(
              code,
              row.text("name", NAME),
              row.shaped("kind", "街道|镇|乡|园区", "街道、镇、乡或园区"),
              row.known("county_code", counties::contains, " counties.csv "),
              false));
    }
    return townships;
  }

  private List<Category> categories() {
    List<Category> categories = new ArrayList<>();
    for (Row row : rows("industry-categories.csv", "code", "name")) {
      String code = row.shaped("code", "\\d{2}", "两位数字");
      row.unique("code", code);
      categories.add(new Category(code, row.text("name", NAME), false));
    }
    return categories;
  }

  private List<Subcategory> subcategories(Set<String> categories, Set<String> roles) {
    List<Subcategory> subcategories = new ArrayList<>();
    for (Row row :
        rows("industry-subcategories.csv", "code", "name", "category_code", "lead_role", FLAG)) {
      String code = row.shaped("code", "\\d{4}", "四位数字");
      row.unique("code", code);
      String category =
          row.known("category_code", categories::contains, " industry-categories.csv ");
      if (!code.startsWith(category)) {
        row.wrong("code", "“" + code + "”应以所属大类“" + category + "”开头。");
      }
      subcategories.add(
          new Subcategory(
              code,
              row.text("name", NAME),
              category,
              row.known("lead_role", roles::contains, " department-roles.csv "),
              row.flag(FLAG),
              false));
    }
    return subcategories;
  }

  private List<DepartmentRole> roles() {
    List<Row> rows =
        rows("department-roles.csv", "role", "city_name", "county_name", "fallback", FLAG);
    Map<String, String> fallbacks = new HashMap<>();
    for (Row row : rows) {
      fallbacks.put(row.shaped("role", "[a-z]{1,30}", "小写字母"), row.optional("fallback", NAME));
    }
    List<DepartmentRole> roles = new ArrayList<>();
    for (Row row : rows) {
      String role = row.optional("role", NAME);
      row.unique("role", role);
      String fallback = row.optionallyKnown("fallback", fallbacks::containsKey, " role 列");
      if (circular(role, fallbacks)) {
        row.wrong("fallback", "“" + role + "”的替代角色绕了一圈又回到自己，请改正。");
      }
      roles.add(
          new DepartmentRole(
              role,
              row.text("city_name", NAME),
              row.optional("county_name", NAME),
              fallback,
              row.flag(FLAG),
              false));
    }
    return roles;
  }

  private static boolean circular(String role, Map<String, String> fallbacks) {
    Set<String> seen = new HashSet<>();
    for (String next = fallbacks.get(role); next != null; next = fallbacks.get(next)) {
      if (next.equals(role)) {
        return true;
      }
      if (!seen.add(next)) {
        return false;
      }
    }
    return false;
  }

  private List<Department> departments(Set<String> places, Set<String> roles) {
    List<Department> departments = new ArrayList<>();
    for (Row row : rows("departments.csv", "county_code", "role", "name", FLAG)) {
      Department department =
          new Department(
              row.known("county_code", places::contains, " counties.csv（市级为 350500）"),
              row.known("role", roles::contains, " department-roles.csv "),
              row.text("name", NAME),
              row.flag(FLAG),
              false);
      row.unique("role", department.countyCode() + " " + department.role());
      departments.add(department);
    }
    return departments;
  }

  private List<ResponsibilityOverride> overrides(
      Set<String> subcategories, Set<String> places, Set<String> departmentGroups) {
    List<ResponsibilityOverride> overrides = new ArrayList<>();
    for (Row row :
        rows("responsibility-overrides.csv", "subcategory_code", "county_code", "role")) {
      String subcategory =
          row.known("subcategory_code", subcategories::contains, " industry-subcategories.csv ");
      String place = row.known("county_code", places::contains, " counties.csv（市级为 350500）");
      row.unique("county_code", subcategory + " " + place);
      String role =
          row.known(
              "role",
              candidate -> departmentGroups.contains(GroupIds.department(place, candidate)),
              "该县的部门（departments.csv）");
      overrides.add(new ResponsibilityOverride(subcategory, place, role, false));
    }
    return overrides;
  }

  private List<Row> rows(String file, String... header) {
    return new CatalogFile(folder, file, List.of(header), problems).rows();
  }
}
