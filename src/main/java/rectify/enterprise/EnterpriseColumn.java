package rectify.enterprise;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Township;

/** The columns of the register as a spreadsheet, in the order of the export. */
enum EnterpriseColumn {
  CREDIT_CODE("统一社会信用代码"),
  NAME("企业名称"),
  TOWNSHIP_CODE("乡镇代码"),
  TOWNSHIP_NAME("乡镇名称"),
  SUBCATEGORY_CODE("行业小类代码"),
  GRADE("分级"),
  LEGAL_REPRESENTATIVE("法定代表人"),
  SAFETY_OFFICER("安全员"),
  PHONE("联系电话"),
  ADDRESS("地址"),
  LONGITUDE("经度"),
  LATITUDE("纬度"),
  ENROLLED("是否入网");

  private final String header;

  EnterpriseColumn(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  static Optional<EnterpriseColumn> ofHeader(String header) {
    return Arrays.stream(values()).filter(column -> column.header.equals(header)).findFirst();
  }

  /** The cell of an enterprise as the import reads it back; empty, never null. */
  String cell(Enterprise enterprise, Jurisdictions jurisdictions) {
    return switch (this) {
      case CREDIT_CODE -> enterprise.creditCode();
      case NAME -> enterprise.name();
      case TOWNSHIP_CODE -> enterprise.townshipCode();
      case TOWNSHIP_NAME ->
          jurisdictions.findTownship(enterprise.townshipCode()).map(Township::name).orElse("");
      case SUBCATEGORY_CODE -> enterprise.subcategoryCode();
      case GRADE -> enterprise.grade() == null ? "" : enterprise.grade().name();
      case LEGAL_REPRESENTATIVE -> text(enterprise.legalRepresentative());
      case SAFETY_OFFICER -> text(enterprise.safetyOfficer());
      case PHONE -> text(enterprise.phone());
      case ADDRESS -> text(enterprise.address());
      case LONGITUDE -> text(enterprise.longitude());
      case LATITUDE -> text(enterprise.latitude());
      case ENROLLED -> enterprise.enrolled() ? "是" : "否";
    };
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String text(BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }
}
