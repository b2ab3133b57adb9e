package rectify.identity;

/** The ids of the engine's groups; the engine allows letters and digits only. */
public final class GroupIds {

  /** The area code of the city itself, beside those of its counties. */
  public static final String CITY = "350500";

  /** Every enterprise safety officer, beside the group of the enterprise. */
  public static final String ENTERPRISE = "enterprise";

  /** Everybody of a township, a department or an office, beside that group. */
  public static final String OFFICER = "officer";

  public static final String MANAGER = "manager";
  public static final String PROCESS_DESIGNER = "processDesigner";
  public static final String ADMINISTRATOR = "camunda-admin";

  private GroupIds() {}

  /** Whether this is where people work: an enterprise, a township, a department or an office. */
  public static boolean isUnit(String groupId) {
    return groupId.matches("(ent|town|dept|office)\\d.*");
  }

  /**
   * @param id of the enterprise in its register
   */
  public static String enterprise(long id) {
    return "ent" + id;
  }

  /**
   * @param code 9 digits
   */
  public static String township(String code) {
    return "town" + code;
  }

  /**
   * @param area county code or {@link #CITY}
   * @param role lower-case letters, such as {@code emergency}
   */
  public static String department(String area, String role) {
    return "dept" + area + role;
  }

  /**
   * @param area county code or {@link #CITY}
   */
  public static String office(String area) {
    return "office" + area;
  }
}
