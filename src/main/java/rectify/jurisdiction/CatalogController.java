package rectify.jurisdiction;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/catalog")
class CatalogController {

  private final Jurisdictions jurisdictions;

  CatalogController(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  @GetMapping("/counties")
  List<County> counties() {
    return jurisdictions.counties();
  }

  @GetMapping("/townships")
  List<Township> townships(@RequestParam Optional<String> county) {
    return only(jurisdictions.townships(), county, Township::countyCode);
  }

  @GetMapping("/categories")
  List<Category> categories() {
    return jurisdictions.categories();
  }

  @GetMapping("/subcategories")
  List<Subcategory> subcategories(@RequestParam Optional<String> category) {
    return only(jurisdictions.subcategories(), category, Subcategory::categoryCode);
  }

  @GetMapping("/departments")
  List<Department> departments(@RequestParam Optional<String> county) {
    return only(jurisdictions.departments(), county, Department::countyCode);
  }

  private static <T> List<T> only(
      List<T> rows, Optional<String> wanted, Function<T, String> property) {
    return rows.stream()
        .filter(row -> wanted.isEmpty() || property.apply(row).equals(wanted.get()))
        .toList();
  }
}
