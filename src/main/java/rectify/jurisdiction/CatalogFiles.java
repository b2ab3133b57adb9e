package rectify.jurisdiction;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import rectify.identity.GroupIds;
import rectify.jurisdiction.CatalogFile.Problem;
import rectify.jurisdiction.CatalogFile.Row;
import rectify.refusal.Refusal;

/** Reads and checks the catalog's files. */
final class CatalogFiles {

  private static final int NAME = 60;
  private static final int NOTE = 200;
  private static final String FLAG = "constructed";
  private static final String SUCCESSIONS = "successions.csv";

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
    List<Succession> successions = successions();
    Map<String, String> departmentGroups = new HashMap<>();
    departments.forEach(it -> departmentGroups.put(it.groupId(), it.role()));
    Map<String, String> trades = new HashMap<>();
    subcategories.forEach(it -> trades.put(it.code(), it.code()));
    for (Succession succession : successions) {
      switch (succession.kind()) {
        case DEPARTMENT ->
            departmentGroups.put(succession.from().groups().get(0), succession.to().role());
        case SUBCATEGORY -> trades.put(succession.code(), succession.successor());
        default -> {
          // no override names a place that is gone
        }
      }
    }
    List<ResponsibilityOverride> overrides = overrides(trades, places, departmentGroups);
    Catalog catalog =
        new Catalog(
            counties,
            townships,
            categories,
            subcategories,
            roles,
            departments,
            overrides,
            successions);
    successions.forEach(succession -> checkSuccessor(catalog, succession));
    return catalog;
  }

  /** A catalog kept outside the program may be older than this file: then nobody succeeds. */
  private List<Succession> successions() {
    List<Succession> successions = new ArrayList<>();
    if (!isThere(SUCCESSIONS)) {
      return successions;
    }
    for (Row row : rows(SUCCESSIONS, "kind", "code", "successor", "from", "basis")) {
      String named = row.shaped("kind", "乡镇|部门|行业小类|县", "乡镇、部门、行业小类或县");
      Optional<Unit.Kind> kind =
          Arrays.stream(Unit.Kind.values()).filter(it -> it.chinese().equals(named)).findFirst();
      String day = row.shaped("from", "\\d{4}-\\d{2}-\\d{2}", "“2026-03-09”格式的日期");
      String basis = row.text("basis", 200);
      if (kind.isEmpty()) {
        continue;
      }
      String code = row.shaped("code", kind.get().shape(), kind.get().chinese() + "的代码");
      String successor = row.shaped("successor", kind.get().shape(), kind.get().chinese() + "的代码");
      row.unique("code", named + " " + code);
      LocalDate from = day(row, day);
      if (from == null
          || !code.matches(kind.get().shape())
          || !successor.matches(kind.get().shape())) {
        continue;
      }
      if (kind.get() == Unit.Kind.DEPARTMENT
          && !code.substring(0, 6).equals(successor.substring(0, 6))) {
        row.wrong("successor", "部门只能由同一地方的部门承接。");
      }
      if (kind.get() != Unit.Kind.SUBCATEGORY && code.equals(successor)) {
        row.wrong("successor", "不能由自己承接自己。");
      }
      successions.add(new Succession(kind.get(), code, successor, from, basis));
    }
    return successions;
  }

  private static LocalDate day(Row row, String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      row.wrong("from", "“" + typed + "”不是有效的日期。");
      return null;
    }
  }

  private void checkSuccessor(Catalog catalog, Succession succession) {
    Unit heir = catalog.heir(succession.from());
    boolean known =
        succession.isChangeOfLead()
            || catalog.units(false).anyMatch(unit -> unit.equals(heir))
                && !heir.equals(succession.from());
    if (!known) {
      problems.add(
          new Problem(
              SUCCESSIONS,
              0,
              "successor",
              succession.kind().chinese()
                  + succession.code()
                  + "的承接者“"
                  + succession.successor()
                  + "”不在目录中，请改正或先在相应的文件中补上。"));
    }
  }

  private boolean isThere(String file) {
    try {
      return folder.createRelative(file).exists();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        rows(
            "industry-subcategories.csv",
            "code",
            "name",
            "category_code",
            "lead_role",
            FLAG,
            "note")) {
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
              row.optional("note", NOTE),
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
      Map<String, String> subcategories, Set<String> places, Map<String, String> departmentGroups) {
    List<ResponsibilityOverride> overrides = new ArrayList<>();
    for (Row row :
        rows("responsibility-overrides.csv", "subcategory_code", "county_code", "role")) {
      String subcategory =
          row.known("subcategory_code", subcategories::containsKey, " industry-subcategories.csv ");
      String place = row.known("county_code", places::contains, " counties.csv（市级为 350500）");
      row.unique("county_code", subcategory + " " + place);
      String role =
          row.known(
              "role",
              candidate -> departmentGroups.containsKey(GroupIds.department(place, candidate)),
              "该县的部门（departments.csv）");
      overrides.add(
          new ResponsibilityOverride(
              subcategories.getOrDefault(subcategory, subcategory),
              place,
              departmentGroups.getOrDefault(GroupIds.department(place, role), role),
              false));
    }
    return overrides;
  }

  private List<Row> rows(String file, String... header) {
    return new CatalogFile(folder, file, List.of(header), problems).rows();
  }
}
