package rectify.enterprise;

import java.math.BigDecimal;

/** Invented details, complete and correct. */
final class EnterpriseFixture {

  /** 青阳街道, 晋江市. */
  static final String QINGYANG = "350582001";

  /** 溪美街道, 南安市. */
  static final String XIMEI = "350583001";

  /** 清濛经济开发区, under 350591 in spite of its digits. */
  static final String QINGMENG = "350502400";

  static final String SHOES = "0414";
  static final String STONE = "0406";

  private EnterpriseFixture() {}

  /** A code of the artificial range 91350500000…, by number. */
  static String code(int number) {
    return CreditCode.completed("91350500" + "%09d".formatted(number)).value();
  }

  static EnterpriseDetails details(int number, String name) {
    return details(number, name, QINGYANG, SHOES);
  }

  static EnterpriseDetails details(int number, String name, String township, String subcategory) {
    return new EnterpriseDetails(
        code(number),
        name,
        township,
        subcategory,
        "B",
        "演示林某",
        "演示陈某",
        "059500000001",
        "演示路1号",
        new BigDecimal("118.589421"),
        new BigDecimal("24.807123"),
        true);
  }
}
