package rectify.enterprise;

import static rectify.enterprise.EnterpriseColumn.ADDRESS;
import static rectify.enterprise.EnterpriseColumn.CREDIT_CODE;
import static rectify.enterprise.EnterpriseColumn.ENROLLED;
import static rectify.enterprise.EnterpriseColumn.GRADE;
import static rectify.enterprise.EnterpriseColumn.LATITUDE;
import static rectify.enterprise.EnterpriseColumn.LEGAL_REPRESENTATIVE;
import static rectify.enterprise.EnterpriseColumn.LONGITUDE;
import static rectify.enterprise.EnterpriseColumn.NAME;
import static rectify.enterprise.EnterpriseColumn.PHONE;
import static rectify.enterprise.EnterpriseColumn.SAFETY_OFFICER;
import static rectify.enterprise.EnterpriseColumn.SUBCATEGORY_CODE;
import static rectify.enterprise.EnterpriseColumn.TOWNSHIP_CODE;
import static rectify.enterprise.EnterpriseColumn.TOWNSHIP_NAME;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rectify.clean.CleanText;
import rectify.jurisdiction.County;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;
import rectify.jurisdiction.Township;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;
import rectify.typed.PhoneNumber;

/** What must be true of an enterprise's details, the same for a form and for a spreadsheet. */
@Component
class EnterpriseCheck {

  /** One thing wrong, in the column it is wrong in. */
  record Fault(EnterpriseColumn column, String reason) {}

  /**
   * The outcome.
   *
   * @param enterprise null if there are faults; its id and times are not set
   */
  record Checked(Enterprise enterprise, List<Fault> faults) {}

  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9.]+E\\+?[0-9]+");
  private static final Set<String> YES = Set.of("是", "已入网", "1", "TRUE", "Y", "YES");
  private static final Set<String> NO = Set.of("否", "未入网", "0", "FALSE", "N", "NO", "");
  private static final int LONGEST_NUMBER = 24;

  private final Jurisdictions jurisdictions;

  EnterpriseCheck(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  Checked check(EnterpriseDetails details) {
    return check(details, new ArrayList<>());
  }

  /**
   * @throws Refusal naming everything that is wrong
   */
  Enterprise checked(EnterpriseDetails details) {
    Checked checked = check(details);
    if (!checked.faults().isEmpty()) {
      throw new Refusal(
          checked.faults().stream()
              .map(fault -> fault.column().header() + "：" + fault.reason())
              .collect(Collectors.joining("；", "", "。")));
    }
    return checked.enterprise();
  }

  /**
   * Checks a spreadsheet's row.
   *
   * @param cells the columns the spreadsheet has
   * @param known the enterprise as registered, which keeps what the spreadsheet has no column for;
   *     null if it is new
   * @param clearBlanks whether a blank cell clears what is registered rather than keeps it
   */
  Checked check(Map<EnterpriseColumn, String> cells, Enterprise known, boolean clearBlanks) {
    Map<EnterpriseColumn, String> all = KnownCells.and(cells, known, clearBlanks, jurisdictions);
    List<Fault> faults = new ArrayList<>();
    EnterpriseDetails details =
        new EnterpriseDetails(
            all.get(CREDIT_CODE),
            all.get(NAME),
            townshipCode(all, faults),
            all.get(SUBCATEGORY_CODE),
            all.get(GRADE),
            all.get(LEGAL_REPRESENTATIVE),
            all.get(SAFETY_OFFICER),
            all.get(PHONE),
            all.get(ADDRESS),
            degrees(LONGITUDE, all, faults),
            degrees(LATITUDE, all, faults),
            yesOrNo(all, faults));
    return check(details, faults);
  }

  private Checked check(EnterpriseDetails details, List<Fault> faults) {
    String creditCode = creditCode(details.creditCode(), faults);
    String name = text(NAME, details.name(), 200, faults);
    if (name == null) {
      faults.add(new Fault(NAME, "请填写企业名称"));
    }
    Township township = township(details.townshipCode(), faults);
    String subcategory = subcategory(details.subcategoryCode(), faults);
    Enterprise.Grade grade = grade(details.grade(), faults);
    String legalRepresentative =
        text(LEGAL_REPRESENTATIVE, details.legalRepresentative(), 60, faults);
    String safetyOfficer = text(SAFETY_OFFICER, details.safetyOfficer(), 60, faults);
    String phone = phone(details.phone(), faults);
    String address = text(ADDRESS, details.address(), 300, faults);
    place(details, faults);
    if (!faults.isEmpty()) {
      return new Checked(null, inColumnOrder(faults));
    }
    return new Checked(
        new Enterprise(
            0,
            creditCode,
            name,
            township.code(),
            township.countyCode(),
            subcategory,
            grade,
            legalRepresentative,
            safetyOfficer,
            phone,
            address,
            sixDecimals(details.longitude()),
            sixDecimals(details.latitude()),
            Boolean.TRUE.equals(details.enrolled()),
            null,
            null),
        List.of());
  }

  private static List<Fault> inColumnOrder(List<Fault> faults) {
    return faults.stream().sorted((a, b) -> a.column().compareTo(b.column())).toList();
  }

  private static String creditCode(String typed, List<Fault> faults) {
    if (SCIENTIFIC.matcher(narrow(typed)).matches()) {
      faults.add(new Fault(CREDIT_CODE, "被电子表格当作数字，末几位已丢失；请把该列设为文本格式后重新填写"));
      return null;
    }
    try {
      return CreditCode.parse(typed).value();
    } catch (Refusal refusal) {
      faults.add(new Fault(CREDIT_CODE, refusal.getMessage()));
      return null;
    }
  }

  private String townshipCode(Map<EnterpriseColumn, String> cells, List<Fault> faults) {
    String code = narrow(cells.get(TOWNSHIP_CODE));
    String name = clean(cells.get(TOWNSHIP_NAME));
    if (name.isEmpty()) {
      return code;
    }
    if (!code.isEmpty()) {
      jurisdictions
          .findTownship(code)
          .filter(township -> !isCalled(name, township))
          .ifPresent(
              township ->
                  faults.add(
                      new Fault(
                          TOWNSHIP_NAME,
                          "“%s”与乡镇代码%s（%s）不一致，请改正其中一个".formatted(name, code, fullName(township)))));
      return code;
    }
    List<Township> called =
        jurisdictions.townships().stream().filter(township -> isCalled(name, township)).toList();
    if (called.isEmpty()) {
      faults.add(new Fault(TOWNSHIP_NAME, "没有名为“" + name + "”的乡镇、街道或园区，请核对或改填9位乡镇代码"));
      return null;
    }
    if (called.size() > 1) {
      faults.add(
          new Fault(
              TOWNSHIP_NAME,
              called.stream()
                  .map(this::fullName)
                  .collect(Collectors.joining("、", "“" + name + "”不止一个，请写明是哪一个：", ""))));
      return null;
    }
    return called.get(0).code();
  }

  private boolean isCalled(String name, Township township) {
    return name.endsWith(township.name())
        && (name.equals(township.name()) || name.equals(fullName(township)));
  }

  private String fullName(Township township) {
    return jurisdictions.findCounty(township.countyCode()).map(County::name).orElse("")
        + township.name();
  }

  private Township township(String typed, List<Fault> faults) {
    String code = narrow(typed);
    if (code.isEmpty()) {
      if (faults.stream().noneMatch(fault -> fault.column() == TOWNSHIP_NAME)) {
        faults.add(new Fault(TOWNSHIP_CODE, "请填写乡镇代码（9位）或乡镇名称"));
      }
      return null;
    }
    Optional<Township> township =
        jurisdictions.findTownship(code).filter(known -> !known.retired());
    if (township.isEmpty()) {
      faults.add(new Fault(TOWNSHIP_CODE, "没有代码为“" + code + "”的乡镇、街道或园区，应为本市现用的9位代码"));
    }
    return township.orElse(null);
  }

  private String subcategory(String typed, List<Fault> faults) {
    String digits = narrow(typed);
    if (digits.isEmpty()) {
      faults.add(new Fault(SUBCATEGORY_CODE, "请填写行业小类代码（4位）"));
      return null;
    }
    // a spreadsheet that takes 0414 for a number stores 414
    String code = digits.matches("[1-9][0-9]{2}") ? "0" + digits : digits;
    Optional<Subcategory> subcategory =
        jurisdictions.findSubcategory(code).filter(known -> !known.retired());
    if (subcategory.isEmpty()) {
      faults.add(new Fault(SUBCATEGORY_CODE, "没有代码为“" + digits + "”的行业小类，请对照行业小类目录填写4位代码"));
    }
    return code;
  }

  private static Enterprise.Grade grade(String typed, List<Fault> faults) {
    String grade = narrow(typed).replaceFirst("级$", "");
    if (grade.isEmpty()) {
      return null;
    }
    if (!grade.matches("[A-D]")) {
      faults.add(new Fault(GRADE, "“" + clean(typed) + "”不是有效分级，应为A、B、C、D之一，尚未评定的留空"));
      return null;
    }
    return Enterprise.Grade.valueOf(grade);
  }

  private static String phone(String typed, List<Fault> faults) {
    String phone = text(PHONE, typed == null ? null : narrow(typed), 40, faults);
    if (phone != null && !PhoneNumber.is(phone)) {
      faults.add(new Fault(PHONE, PhoneNumber.problem(clean(typed))));
      return null;
    }
    return phone;
  }

  private static String text(
      EnterpriseColumn column, String typed, int longest, List<Fault> faults) {
    String text = clean(typed);
    if (text.length() > longest) {
      faults.add(new Fault(column, "最多%d字，现为%d字，请精简".formatted(longest, text.length())));
    }
    if (text.chars().anyMatch(Character::isISOControl) || !wellFormed(text)) {
      faults.add(new Fault(column, "含有无法识别的字符，请重新输入"));
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF || c == 0xFFFD);
  }

  private static void place(EnterpriseDetails details, List<Fault> faults) {
    BigDecimal longitude = details.longitude();
    BigDecimal latitude = details.latitude();
    if (faults.stream().anyMatch(fault -> Set.of(LONGITUDE, LATITUDE).contains(fault.column()))) {
      return;
    }
    if (longitude == null && latitude == null) {
      return;
    }
    if (longitude == null) {
      faults.add(new Fault(LONGITUDE, "填了纬度就要填经度"));
    } else if (latitude == null) {
      faults.add(new Fault(LATITUDE, "填了经度就要填纬度"));
    } else if (isLongitude(latitude) && isLatitude(longitude)) {
      faults.add(new Fault(LONGITUDE, "经度和纬度似乎填反了，请对调"));
    } else {
      if (!isLongitude(longitude)) {
        faults.add(new Fault(LONGITUDE, "经度应在73至136度之间（十进制度数）"));
      }
      if (!isLatitude(latitude)) {
        faults.add(new Fault(LATITUDE, "纬度应在3至54度之间（十进制度数）"));
      }
    }
  }

  private static boolean isLongitude(BigDecimal degrees) {
    return degrees.compareTo(BigDecimal.valueOf(73)) >= 0
        && degrees.compareTo(BigDecimal.valueOf(136)) <= 0;
  }

  private static boolean isLatitude(BigDecimal degrees) {
    return degrees.compareTo(BigDecimal.valueOf(3)) >= 0
        && degrees.compareTo(BigDecimal.valueOf(54)) <= 0;
  }

  private static BigDecimal degrees(
      EnterpriseColumn column, Map<EnterpriseColumn, String> cells, List<Fault> faults) {
    String typed = narrow(cells.get(column)).replaceFirst("[°度]$", "");
    if (typed.isEmpty()) {
      return null;
    }
    if (typed.length() <= LONGEST_NUMBER) {
      try {
        return new BigDecimal(typed);
      } catch (NumberFormatException e) {
        // told below, like a number too long to be one
      }
    }
    faults.add(new Fault(column, "“" + clean(cells.get(column)) + "”不是数字，应为十进制度数，例如118.589421"));
    return null;
  }

  private static BigDecimal sixDecimals(BigDecimal degrees) {
    return degrees == null ? null : degrees.setScale(6, RoundingMode.HALF_UP);
  }

  private static Boolean yesOrNo(Map<EnterpriseColumn, String> cells, List<Fault> faults) {
    String typed = narrow(cells.get(ENROLLED));
    if (!YES.contains(typed) && !NO.contains(typed)) {
      faults.add(new Fault(ENROLLED, "“" + clean(cells.get(ENROLLED)) + "”无法识别，请填“是”或“否”"));
    }
    return YES.contains(typed);
  }

  /** Trims, and turns line breaks and odd blanks into plain ones. */
  static String clean(String typed) {
    return SheetReader.clean(typed);
  }

  /** As {@link #clean}, half width and in upper case: for codes, numbers and yes or no. */
  private static String narrow(String typed) {
    return CleanText.code(typed).toUpperCase(Locale.ROOT);
  }
}
