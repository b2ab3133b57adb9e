package rectify.jurisdiction;

import java.util.List;
import rectify.identity.GroupIds;

/**
 * Something of the catalog that can be retired and owns things while it is in use.
 *
 * @param code of a township, a sub-category or a county; for a department its county code and role
 *     with a hyphen between, such as {@code 350582-emergency}
 */
public record Unit(Kind kind, String code) {

  /** The kinds of units, as the file {@code successions.csv} names them. */
  public enum Kind {
    TOWNSHIP("乡镇", "\\d{9}"),
    DEPARTMENT("部门", "\\d{6}-[a-z]{1,30}"),
    SUBCATEGORY("行业小类", "\\d{4}"),
    COUNTY("县", "\\d{6}");

    private final String chinese;
    private final String shape;

    Kind(String chinese, String shape) {
      this.chinese = chinese;
      this.shape = shape;
    }

    public String chinese() {
      return chinese;
    }

    String shape() {
      return shape;
    }
  }

  /** The groups work is given to in its name: of a county its office, of a trade none. */
  public List<String> groups() {
    return switch (kind) {
      case TOWNSHIP -> List.of(GroupIds.township(code));
      case DEPARTMENT -> List.of(GroupIds.department(place(), role()));
      case COUNTY -> List.of(GroupIds.office(code));
      case SUBCATEGORY -> List.of();
    };
  }

  /** The county, or the city, of a department. */
  public String place() {
    return code.substring(0, 6);
  }

  /** The role of a department. */
  public String role() {
    return code.substring(7);
  }
}
