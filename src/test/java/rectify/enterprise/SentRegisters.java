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

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes registers of invented firms as people send them: a seed in, the same files out. Every third
 * is a comma separated file, every third a workbook of Apache POI, every third one of fastexcel.
 */
final class SentRegisters {

  private static final String[] NAMES = {
    "演示鞋业（泉州）有限公司",
    "演示𠮷利石材厂",
    "演示“老王”加工部",
    "演示'90后'车间",
    "演示A&B<C>厂",
    "演示_x000D_厂",
    "演示 甲 乙 厂",
    "演示=1+1厂",
    "-演示厂",
    "演示，顿、号厂",
    "演示㊣品厂",
    "演示Ⅲ号厂",
    "演示½厂",
    "演示👨‍👩‍👧厂"
  };
  private static final String[] PEOPLE = {"演示陈某", "演示·买买提", "演示O'Neil", "演示𡋾某", ""};
  private static final String[] PLACES = {"演示路1号", "演示村 2-1 号", "演示镇 \"东门\" 3号", "演示路00012号", ""};
  private static final String[] PHONES = {
    "13800000000", "0595-80000000", "059580000000", "0595-80000000转801", ""
  };

  private final SplittableRandom random;
  private int firms;

  SentRegisters(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next file. */
  SentRegister next(int number) {
    List<Map<EnterpriseColumn, String>> meant = firms(2 + random.nextInt(9));
    List<EnterpriseColumn> columns = new ArrayList<>(meant.get(0).keySet());
    Collections.shuffle(columns, new Random(random.nextLong()));
    Dressing dressing = new Dressing(random);
    return switch (number % 3) {
      case 0 -> new SentCsv(random, dressing).of(number, columns, meant);
      case 1 -> new SentWorkbook(random, dressing).ofPoi(number, columns, meant);
      default -> new SentWorkbook(random, dressing).ofFastexcel(number, columns, meant);
    };
  }

  private List<Map<EnterpriseColumn, String>> firms(int count) {
    List<Map<EnterpriseColumn, String>> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<EnterpriseColumn, String> firm = new EnumMap<>(EnterpriseColumn.class);
      firm.put(CREDIT_CODE, EnterpriseFixture.code(++firms));
      firm.put(NAME, NAMES[random.nextInt(NAMES.length)] + firms);
      firm.put(TOWNSHIP_CODE, random.nextBoolean() ? "350582001" : "350582101");
      firm.put(SUBCATEGORY_CODE, random.nextBoolean() ? "0414" : "0406");
      firm.put(GRADE, new String[] {"A", "B", "C", "D", ""}[random.nextInt(5)]);
      firm.put(LEGAL_REPRESENTATIVE, PEOPLE[random.nextInt(PEOPLE.length)]);
      firm.put(SAFETY_OFFICER, PEOPLE[random.nextInt(PEOPLE.length)]);
      firm.put(PHONE, PHONES[random.nextInt(PHONES.length)]);
      firm.put(ADDRESS, PLACES[random.nextInt(PLACES.length)]);
      boolean placed = random.nextBoolean();
      firm.put(LONGITUDE, placed ? "118." + (100_000 + random.nextInt(899_999)) : "");
      firm.put(LATITUDE, placed ? "24." + (100_000 + random.nextInt(899_999)) : "");
      firm.put(ENROLLED, random.nextBoolean() ? "是" : "否");
      made.add(firm);
    }
    return made;
  }
}
