package rectify.jurisdiction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the catalog's files into its tables. */
@Component
@DependsOnDatabaseInitialization
class CatalogLoader {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogLoader.class);

  private final CatalogMapper mapper;
  private final Resource folder;

  CatalogLoader(
      CatalogMapper mapper,
      ResourceLoader resources,
      @Value("${rectify.catalog:classpath:catalog/}") String folder) {
    this.mapper = mapper;
    this.folder = resources.getResource(folder.endsWith("/") ? folder : folder + "/");
  }

  /**
   * Inserts what is new, updates what changed, retires what is gone; nothing is ever deleted, old
   * cases need the names. A second run changes nothing.
   *
   * @return what the tables hold afterwards
   * @throws rectify.engine.Refusal if any line of any file is bad; nothing is loaded then
   */
  @Transactional
  public Catalog load() {
    Catalog files = CatalogFiles.read(folder);
    Catalog stored = stored();
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

  private Catalog stored() {
    return new Catalog(
        mapper.counties(),
        mapper.townships(),
        mapper.categories(),
        mapper.subcategories(),
        mapper.roles(),
        mapper.departments(),
        mapper.overrides());
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
