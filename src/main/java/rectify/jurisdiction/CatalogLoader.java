package rectify.jurisdiction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the catalog's files into its tables. */
@Component
@DependsOnDatabaseInitialization
public class CatalogLoader {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogLoader.class);

  /** Looks only: the tables stay as they are. */
  public static final String PREVIEW = "reorganisation-preview";

  private final CatalogMapper mapper;
  private final Resource folder;
  private final ObjectProvider<SuccessionMapper> successions;
  private final Supplier<RetiredUnits> units;
  private final boolean previewOnly;

  @Autowired
  CatalogLoader(
      CatalogMapper mapper,
      ResourceLoader resources,
      @Value("${rectify.catalog:classpath:catalog/}") String folder,
      ObjectProvider<SuccessionMapper> successions,
      ObjectProvider<Holdings> holdings,
      Environment environment) {
    this.mapper = mapper;
    this.folder = resources.getResource(folder.endsWith("/") ? folder : folder + "/");
    this.successions = successions;
    this.units = () -> new RetiredUnits(holdings);
    this.previewOnly = environment.containsProperty(PREVIEW);
  }

  /** Without a database to keep anything in. */
  CatalogLoader(CatalogMapper mapper, ResourceLoader resources, String folder) {
    this.mapper = mapper;
    this.folder = resources.getResource(folder.endsWith("/") ? folder : folder + "/");
    this.successions = null;
    this.units = null;
    this.previewOnly = true;
  }

  /** What the files say, checked. */
  public Catalog files() {
    return CatalogFiles.read(folder);
  }

  /**
   * Inserts what is new, updates what changed, retires what is gone; nothing is ever deleted, old
   * cases need the names. A second run changes nothing. What has a successor stays as it is until
   * everything it owns has moved, see {@code Reorganisations}.
   *
   * @return what the tables hold afterwards
   * @throws rectify.refusal.Refusal if any line of any file is bad, or something that is gone still
   *     owns anything and has no successor; nothing is loaded then
   */
  @Transactional
  public Catalog load() {
    Catalog stored = stored();
    Catalog files = files().exceptSucceeded(stored);
    if (previewOnly && !stored.counties.isEmpty()) {
      return stored;
    }
    Set<Unit> kept = files.units(false).collect(Collectors.toSet());
    units
        .get()
        .refuseIfHeld(stored, stored.units(false).filter(unit -> !kept.contains(unit)).toList());
    save(
        "counties",
        files.counties,
        stored.counties,
        County::code,
        County::asRetired,
        mapper::saveCounties);
    save(
        "townships",
        files.townships,
        stored.townships,
        Township::code,
        Township::asRetired,
        mapper::saveTownships);
    save(
        "categories",
        files.categories,
        stored.categories,
        Category::code,
        Category::asRetired,
        mapper::saveCategories);
    save(
        "department roles",
        files.roles,
        stored.roles,
        DepartmentRole::role,
        DepartmentRole::asRetired,
        mapper::saveRoles);
    save(
        "sub-categories",
        files.subcategories,
        stored.subcategories,
        Subcategory::code,
        Subcategory::asRetired,
        mapper::saveSubcategories);
    save(
        "departments",
        files.departments,
        stored.departments,
        Department::groupId,
        Department::asRetired,
        mapper::saveDepartments);
    save(
        "responsibility overrides",
        files.overrides,
        stored.overrides,
        override ->
            override.subcategoryCode() + " " + override.countyCode() + " " + override.role(),
        ResponsibilityOverride::asRetired,
        mapper::saveOverrides);
    return stored();
  }

  /** Retires a unit of which nothing is left. */
  public void retire(Catalog stored, Unit unit) {
    switch (unit.kind()) {
      case TOWNSHIP ->
          stored
              .township(unit.code())
              .ifPresent(it -> mapper.saveTownships(List.of(it.asRetired())));
      case COUNTY ->
          stored.county(unit.code()).ifPresent(it -> mapper.saveCounties(List.of(it.asRetired())));
      case SUBCATEGORY ->
          stored
              .subcategory(unit.code())
              .ifPresent(it -> mapper.saveSubcategories(List.of(it.asRetired())));
      case DEPARTMENT ->
          stored.departments.stream()
              .filter(it -> it.unit().equals(unit))
              .forEach(it -> mapper.saveDepartments(List.of(it.asRetired())));
    }
  }

  /** Changes when another node has moved something. */
  String state() {
    return successions == null ? "" : successions.getObject().state();
  }

  /** The successions that have come to pass. */
  public List<Succession> applied() {
    return successions.getObject().applied();
  }

  public Catalog stored() {
    return new Catalog(
        mapper.counties(),
        mapper.townships(),
        mapper.categories(),
        mapper.subcategories(),
        mapper.roles(),
        mapper.departments(),
        mapper.overrides(),
        applied());
  }

  /** Rows are written in the order of their keys, so that two nodes starting at once take turns. */
  private static <T> void save(
      String what,
      List<T> wanted,
      List<T> stored,
      Function<T, String> key,
      UnaryOperator<T> retire,
      Consumer<List<T>> write) {
    Set<T> same = new HashSet<>(stored);
    Set<String> kept = wanted.stream().map(key).collect(Collectors.toSet());
    List<T> changed =
        Stream.concat(
                wanted.stream(),
                stored.stream().filter(row -> !kept.contains(key.apply(row))).map(retire))
            .filter(row -> !same.contains(row))
            .sorted((a, b) -> key.apply(a).compareTo(key.apply(b)))
            .toList();
    if (!changed.isEmpty()) {
      write.accept(changed);
      LOG.info("Catalog: wrote {} {}", changed.size(), what);
    }
  }
}
