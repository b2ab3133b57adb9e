package rectify.jurisdiction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import rectify.identity.GroupIds;
import rectify.refusal.Refusal;

/**
 * Places, trades and departments, and which department answers for which trade where.
 *
 * <p>Everything is in memory and immutable. Lists hold what is in use, in the order of the codes; a
 * look-up by code also finds what has been retired, so that an old case still has its names.
 */
@Service
public class Jurisdictions {

  /** The city itself, where a county code is expected: 泉州市. */
  public static final String CITY = GroupIds.CITY;

  private static final long NANOS_BETWEEN_LOOKS = Duration.ofSeconds(5).toNanos();

  private final CatalogLoader loader;
  private volatile Catalog catalog;
  private volatile String state = "";
  private volatile long lookedAt = System.nanoTime();

  Jurisdictions(CatalogLoader loader) {
    this.loader = loader;
    reload();
  }

  /** Reads the catalog files again; a file with an error refuses and changes nothing. */
  void reload() {
    catalog = loader.load();
    state = loader.state();
  }

  /** Reads the tables again, after something has moved. */
  public void refresh() {
    state = loader.state();
    catalog = loader.stored();
  }

  /** Answers from what is being written, until {@link #refresh()}. */
  public void anticipate(Catalog written) {
    catalog = written;
  }

  /** Looks every few seconds whether another node has moved something. */
  public Catalog catalog() {
    if (System.nanoTime() - lookedAt > NANOS_BETWEEN_LOOKS) {
      lookedAt = System.nanoTime();
      if (!loader.state().equals(state)) {
        refresh();
      }
    }
    return catalog;
  }

  /** The 13 counties and zones, without the city. */
  public List<County> counties() {
    return catalog().counties.stream().filter(county -> !county.retired()).toList();
  }

  /** The county, refused as not found if there is none; the city is no county. */
  public County county(String code) {
    return findCounty(code).orElseThrow(missing("县（市、区）", code));
  }

  public Optional<County> findCounty(String code) {
    return catalog().county(code);
  }

  /** The Chinese name of a county or, for {@link #CITY}, of the city; refused as not found. */
  public String placeName(String countyCode) {
    return place(countyCode).name();
  }

  public List<Township> townships() {
    return catalog().townships.stream().filter(township -> !township.retired()).toList();
  }

  /** The townships a county supervises, which need not carry its digits. */
  public List<Township> townshipsOf(String countyCode) {
    return townships().stream()
        .filter(township -> township.countyCode().equals(countyCode))
        .toList();
  }

  /**
   * The township that does the work of this one: itself, or who took over from it.
   *
   * @throws Refusal if it is retired and nobody has
   */
  public Township townshipInCharge(String code) {
    return township(inUse(new Unit(Unit.Kind.TOWNSHIP, code)).code());
  }

  /** The sub-category that took the place of this one, or itself; refused as above. */
  public Subcategory subcategoryInUse(String code) {
    return subcategory(inUse(new Unit(Unit.Kind.SUBCATEGORY, code)).code());
  }

  private Unit inUse(Unit unit) {
    Catalog now = catalog();
    if (now.units(true).noneMatch(unit::equals)) {
      return unit;
    }
    Unit heir = now.heir(unit);
    if (now.units(true).anyMatch(heir::equals)) {
      throw Refusal.conflict(
          now.nameOf(heir) + "（" + heir.code() + "）已停用，还没有写明由谁承接，现在无人办理，请联系系统管理员在责任目录中补上承接单位后重试。");
    }
    return heir;
  }

  /** The township, refused as not found if there is none. */
  public Township township(String code) {
    return findTownship(code).orElseThrow(missing("乡镇（街道、园区）", code));
  }

  public Optional<Township> findTownship(String code) {
    return catalog().township(code);
  }

  /** The 13 industry categories in their official order. */
  public List<Category> categories() {
    return catalog().categories.stream().filter(category -> !category.retired()).toList();
  }

  /** The category, refused as not found if there is none. */
  public Category category(String code) {
    return catalog().category(code).orElseThrow(missing("行业大类", code));
  }

  public List<Subcategory> subcategories() {
    return catalog().subcategories.stream().filter(subcategory -> !subcategory.retired()).toList();
  }

  /** The sub-category, refused as not found if there is none. */
  public Subcategory subcategory(String code) {
    return findSubcategory(code).orElseThrow(missing("行业小类", code));
  }

  public Optional<Subcategory> findSubcategory(String code) {
    return catalog().subcategory(code);
  }

  public List<DepartmentRole> roles() {
    return catalog().roles.stream().filter(role -> !role.retired()).toList();
  }

  /** The departments of the city and of all counties. */
  public List<Department> departments() {
    return catalog().departments.stream().filter(department -> !department.retired()).toList();
  }

  /**
   * The department that has exactly this role in the county (or the city), without standing in;
   * empty if there is none.
   */
  public Optional<Department> department(String countyCode, String role) {
    return catalog().departments(countyCode, role).stream().findFirst();
  }

  /**
   * The departments a matter of a county may be handed to: the county's own, and the authorities
   * above it that answer there directly, such as the ports' and the post's.
   */
  public List<Department> departmentsFor(String countyCode) {
    Catalog now = catalog();
    return departments().stream()
        .filter(
            department ->
                department
                    .countyCode()
                    .equals(now.isOfTheCityAlone(department.role()) ? CITY : countyCode))
        .toList();
  }

  /** The one of {@link #departmentsFor} with this role; empty if there is none. */
  public Optional<Department> departmentFor(String countyCode, String role) {
    return department(catalog().isOfTheCityAlone(role) ? CITY : countyCode, role);
  }

  /**
   * The one department in charge of a sub-category in a county, or in the city for {@link #CITY}.
   * Refused as not found for unknown codes, and as a conflict if nobody or more than one is in
   * charge (安全生产法 art. 10).
   */
  public Department leadDepartment(String subcategoryCode, String countyCode) {
    return responsibility(subcategoryCode, countyCode).department();
  }

  /** The sub-categories a department is in charge of. */
  public List<Subcategory> tradesOf(Department department) {
    return tradesOf(department, department.countyCode());
  }

  /** The sub-categories a department is in charge of in a county, which need not be its own. */
  public List<Subcategory> tradesOf(Department department, String countyCode) {
    Catalog.Place place = place(countyCode);
    return subcategories().stream()
        .filter(
            trade ->
                catalog().owners(trade, place).stream()
                    .anyMatch(owner -> owner.department().equals(department)))
        .toList();
  }

  /** Like {@link #leadDepartment}, with the reason. */
  public Responsibility responsibility(String subcategoryCode, String countyCode) {
    Subcategory subcategory =
        subcategory(inUse(new Unit(Unit.Kind.SUBCATEGORY, subcategoryCode)).code());
    Catalog.Place place =
        place(
            countyCode.equals(CITY) ? CITY : inUse(new Unit(Unit.Kind.COUNTY, countyCode)).code());
    List<Responsibility> owners = catalog().owners(subcategory, place);
    if (owners.size() != 1) {
      throw Refusal.conflict(
          Catalog.trade(subcategory)
              + "在"
              + place.name()
              + (owners.isEmpty() ? "没有主管部门" : "有多个主管部门")
              + "，请系统管理员先在责任目录中明确唯一的主管部门。");
    }
    return owners.get(0);
  }

  /** The identity group of the safety commission office (安委办) of a county, or of the city. */
  public OwnerGroup office(String countyCode) {
    return place(countyCode).office();
  }

  /**
   * The short name that stands in the numbers of an area's documents, such as 晋; the city's is 泉.
   */
  public String shortName(String areaCode) {
    return areaCode.equals(CITY) ? "泉" : county(areaCode).shortName();
  }

  /** A few signs that tell an authority's numbers from its neighbours': 陈埭, 消防救援. */
  public String mark(String groupId) {
    String name =
        catalog().townships.stream()
            .filter(it -> it.groupId().equals(groupId))
            .map(Township::name)
            .findFirst()
            .orElseGet(
                () -> groupId.startsWith("dept") ? catalog().roleName(groupId.substring(10)) : "");
    return name.replaceAll("(镇|乡|街道|局|支队|大队|委员会|中心|部门)$", "");
  }

  /**
   * The name under which a department, an office or a township signs documents, such as 晋江市陈埭镇人民政府;
   * a park signs with its own name.
   */
  public String organ(String groupId) {
    for (Township township : catalog().townships) {
      if (township.groupId().equals(groupId)) {
        String suffix =
            switch (township.kind()) {
              case "镇", "乡" -> "人民政府";
              case "街道" -> "办事处";
              default -> "";
            };
        return placeName(township.countyCode()) + township.name() + suffix;
      }
    }
    return Jurisdictions.ownerGroups(catalog()).stream()
        .filter(owner -> owner.id().equals(groupId))
        .map(OwnerGroup::name)
        .findFirst()
        .orElse(groupId);
  }

  /** Every group work can be given to: departments, townships and safety commission offices. */
  public List<OwnerGroup> ownerGroups() {
    return ownerGroups(catalog());
  }

  public static List<OwnerGroup> ownerGroups(Catalog catalog) {
    return Stream.of(
            catalog.places().stream().map(Catalog.Place::office),
            catalog.departments.stream()
                .filter(department -> !department.retired())
                .map(
                    department ->
                        new OwnerGroup(
                            department.groupId(), department.name(), department.countyCode())),
            catalog.townships.stream()
                .filter(township -> !township.retired())
                .map(
                    township ->
                        new OwnerGroup(
                            township.groupId(),
                            catalog.county(township.countyCode()).map(County::name).orElse("")
                                + township.name(),
                            township.countyCode())))
        .flatMap(groups -> groups)
        .toList();
  }

  private Catalog.Place place(String code) {
    return catalog().place(code).orElseThrow(missing("县（市、区）", code));
  }

  private static Supplier<Refusal> missing(String what, String code) {
    return () -> Refusal.notFound("没有代码为“" + code + "”的" + what + "，请核对后重试。");
  }
}
