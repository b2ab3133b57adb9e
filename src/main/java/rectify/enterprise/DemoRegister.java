package rectify.enterprise;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;
import rectify.jurisdiction.Subcategory;
import rectify.jurisdiction.Township;

/**
 * Invents a register of any size with the spread of Quanzhou: many in Jinjiang and Nan'an, shoes
 * there, stone here, ceramics in Dehua. Every name begins with 演示, every phone number with 0595000,
 * every organisation code with 000, which no real one does. Shares are constructed.
 */
@Component
public class DemoRegister {

  /** A trade, by its sub-category, and what a firm of it is called. */
  private record Trade(String subcategoryCode, int weight, String... suffixes) {}

  /** A county with a rough box of degrees around it and what it is known for. */
  private record Place(
      String countyCode,
      String name,
      String issuerCode,
      int weight,
      double west,
      double south,
      double east,
      double north,
      List<Trade> trades) {}

  private static final int OF_LOCAL_TRADE = 65;

  private static final Trade SHOES = new Trade("0414", 40, "鞋业", "鞋材");
  private static final Trade GARMENTS = new Trade("0423", 30, "服装", "服饰", "制衣");
  private static final Trade WEAVING = new Trade("0421", 15, "织造", "化纤");
  private static final Trade DYEING = new Trade("0422", 8, "染整");
  private static final Trade STONE = new Trade("0406", 35, "石材", "石业");
  private static final Trade QUARRY = new Trade("0203", 3, "石料开采");
  private static final Trade TILES = new Trade("0404", 15, "陶瓷建材", "瓷砖");
  private static final Trade CERAMICS = new Trade("0405", 70, "陶瓷", "瓷业", "陶瓷工艺");
  private static final Trade CLAY = new Trade("0204", 3, "瓷土开采");
  private static final Trade TAPS = new Trade("0408", 25, "卫浴", "水暖", "阀门");
  private static final Trade MACHINES = new Trade("0407", 12, "机械", "数控设备");
  private static final Trade PARTS = new Trade("0409", 10, "汽车配件", "工程机械配件");
  private static final Trade FOUNDRY = new Trade("0410", 4, "铸造");
  private static final Trade FOOD_WORKS = new Trade("0417", 15, "食品", "饮料");
  private static final Trade TEA = new Trade("0801", 30, "茶业", "茶叶");
  private static final Trade FOOD = new Trade("0801", 10, "食品");
  private static final Trade RATTAN = new Trade("0420", 20, "藤铁工艺", "工艺品");
  private static final Trade RESIN = new Trade("0420", 15, "树脂工艺", "工艺礼品");
  private static final Trade BAGS = new Trade("0415", 10, "箱包");
  private static final Trade PLASTICS = new Trade("0419", 8, "塑胶", "橡塑");
  private static final Trade PAPER = new Trade("0416", 8, "包装", "纸业", "彩印");
  private static final Trade FURNITURE = new Trade("0418", 8, "家具", "木业");
  private static final Trade ELECTRONICS = new Trade("0412", 12, "电子科技");
  private static final Trade ENERGY = new Trade("0413", 5, "新能源科技");
  private static final Trade REFINING = new Trade("0306", 25, "石化", "烯烃");
  private static final Trade CHEMICALS = new Trade("0301", 15, "化工", "新材料");
  private static final Trade CHEMICAL_STORES = new Trade("0302", 10, "化工仓储");
  private static final Trade DANGEROUS_QUAY = new Trade("0701", 5, "石化码头");
  private static final Trade QUAY = new Trade("0702", 4, "港务");
  private static final Trade FISHING = new Trade("0704", 8, "渔业捕捞");
  private static final Trade FISH_FARM = new Trade("0706", 5, "水产养殖");
  private static final Trade HYDROPOWER = new Trade("1304", 5, "水电");
  private static final Trade FORESTRY = new Trade("1303", 5, "林业");
  private static final Trade SHIPYARD = new Trade("0411", 4, "船舶修造");

  private static final List<Trade> EVERYWHERE =
      List.of(
          new Trade("0304", 10, "加油站"),
          new Trade("0303", 6, "化工贸易"),
          new Trade("0501", 8, "建筑工程", "建设"),
          new Trade("0502", 3, "市政工程"),
          new Trade("0509", 3, "装饰工程"),
          new Trade("0603", 8, "货运", "运输"),
          new Trade("0602", 2, "危险货物运输"),
          new Trade("0607", 6, "汽车维修"),
          new Trade("0610", 3, "快递"),
          new Trade("0803", 12, "餐饮管理", "酒楼"),
          new Trade("0802", 6, "食品商贸"),
          new Trade("0805", 4, "医药连锁"),
          new Trade("0902", 2, "气体充装"),
          new Trade("1001", 10, "超市", "商场管理"),
          new Trade("1002", 8, "酒店", "宾馆"),
          new Trade("1003", 4, "娱乐"),
          new Trade("1009", 2, "养老服务"),
          new Trade("1014", 8, "物业厂房管理"),
          new Trade("1101", 2, "燃气"),
          new Trade("1103", 2, "污水处理"),
          new Trade("1201", 5, "仓储物流"),
          new Trade("1202", 4, "物业服务"),
          new Trade("1203", 3, "再生资源"),
          new Trade("1302", 3, "畜禽养殖"));

  private static final List<Place> PLACES =
      List.of(
          place("350502", "鲤城", 45, 118.55, 24.88, 118.61, 24.93, PARTS, ELECTRONICS, GARMENTS),
          place("350503", "丰泽", 60, 118.58, 24.87, 118.66, 24.95, RESIN, GARMENTS, ELECTRONICS),
          place("350504", "洛江", 30, 118.60, 24.95, 118.70, 25.15, MACHINES, PARTS, BAGS, FOUNDRY),
          place(
              "350505",
              "泉港",
              45,
              118.78,
              25.07,
              118.95,
              25.22,
              REFINING,
              CHEMICALS,
              CHEMICAL_STORES,
              DANGEROUS_QUAY,
              SHIPYARD),
          place(
              "350521", "惠安", 95, 118.70, 24.95, 118.95, 25.10, STONE, SHOES, FOOD_WORKS, FISHING),
          place("350524", "安溪", 85, 117.80, 24.90, 118.25, 25.25, TEA, RATTAN, FOOD, TILES),
          place(
              "350525",
              "永春",
              45,
              117.95,
              25.25,
              118.45,
              25.45,
              RATTAN,
              FOOD,
              PAPER,
              HYDROPOWER,
              FORESTRY),
          place("350526", "德化", 70, 118.05, 25.45, 118.45, 25.85, CERAMICS, CLAY, HYDROPOWER),
          place(
              "350581", "石狮", 105, 118.62, 24.68, 118.75, 24.80, GARMENTS, WEAVING, DYEING, BAGS,
              FISHING, QUAY),
          place(
              "350582",
              "晋江",
              220,
              118.43,
              24.60,
              118.62,
              24.85,
              SHOES,
              GARMENTS,
              FOOD_WORKS,
              TILES,
              WEAVING,
              PLASTICS,
              DYEING,
              PAPER,
              FURNITURE),
          place(
              "350583", "南安", 175, 118.25, 24.70, 118.55, 25.20, STONE, TAPS, MACHINES, TILES,
              FURNITURE, ENERGY, QUARRY),
          place("350591", "泉开", 15, 118.54, 24.86, 118.57, 24.89, ELECTRONICS, SHOES, GARMENTS),
          place("350592", "泉台", 30, 118.70, 24.85, 118.85, 24.97, STONE, MACHINES, FISH_FARM));

  private static final String[] BRANDS = {
    "青禾", "云帆", "海晏", "金桐", "丰岚", "锦川", "星屿", "博澜", "恒岳", "晨汐", "宏榕", "瑞松", "安澜", "嘉树", "远岫", "鸿渚",
    "明溪", "和畅", "佳禾", "永曜"
  };
  private static final String SURNAMES = "林陈黄王吴李张郑蔡庄苏洪许曾郭";

  private final Jurisdictions jurisdictions;

  DemoRegister(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  private static Place place(
      String code,
      String name,
      int weight,
      double west,
      double south,
      double east,
      double north,
      Trade... trades) {
    // the zones have no GB/T 2260 code; their firms are licensed by the city
    String issuer = code.startsWith("35059") ? Jurisdictions.CITY : code;
    return new Place(code, name, issuer, weight, west, south, east, north, List.of(trades));
  }

  /**
   * The first enterprises of the register a seed stands for: always the same, and a larger register
   * of the same seed begins with a smaller one.
   *
   * @param size how many, up to 99,999
   */
  public List<EnterpriseDetails> rows(long seed, int size) {
    if (size < 0 || size > 99_999) {
      throw new IllegalArgumentException("0 to 99,999 enterprises, not " + size);
    }
    List<Place> places =
        PLACES.stream()
            .filter(place -> !jurisdictions.townshipsOf(place.countyCode()).isEmpty())
            .toList();
    Map<String, List<Township>> townships =
        places.stream()
            .collect(
                toMap(Place::countyCode, place -> jurisdictions.townshipsOf(place.countyCode())));
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> row(new Random(mixed(seed, number)), number, places, townships))
        .toList();
  }

  private EnterpriseDetails row(
      Random random, int number, List<Place> places, Map<String, List<Township>> townships) {
    Place place = weighted(places, Place::weight, random);
    List<Township> around = townships.get(place.countyCode());
    Township township = around.get(random.nextInt(around.size()));
    boolean local = random.nextInt(100) < OF_LOCAL_TRADE;
    Trade trade = weighted(inUse(local ? place.trades() : EVERYWHERE), Trade::weight, random);
    String brand = BRANDS[random.nextInt(BRANDS.length)];
    String suffix = trade.suffixes()[random.nextInt(trade.suffixes().length)];
    return new EnterpriseDetails(
        creditCode(place, number),
        "演示·%s%s%s有限公司%05d".formatted(place.name(), brand, suffix, number),
        township.code(),
        trade.subcategoryCode(),
        grade(random),
        person(random),
        person(random),
        "0595%08d".formatted(number),
        "演示地址·%s演示路%d号".formatted(township.name(), 1 + random.nextInt(999)),
        between(place.west(), place.east(), random),
        between(place.south(), place.north(), random),
        random.nextInt(100) < 94);
  }

  private List<Trade> inUse(List<Trade> trades) {
    List<Trade> known =
        trades.stream()
            .filter(
                trade ->
                    jurisdictions
                        .findSubcategory(trade.subcategoryCode())
                        .filter(subcategory -> !subcategory.retired())
                        .isPresent())
            .toList();
    if (!known.isEmpty()) {
      return known;
    }
    return jurisdictions.subcategories().stream()
        .map(Subcategory::code)
        .map(code -> new Trade(code, 1, "实业"))
        .toList();
  }

  private static String creditCode(Place place, int number) {
    String body = "%08d".formatted(number);
    return CreditCode.completed("91" + place.issuerCode() + body + organisationDigit(body)).value();
  }

  /** The check digit of an organisation code (GB 11714-1997). */
  private static char organisationDigit(String body) {
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Character.digit(body.charAt(i), 10) * weights[i];
    }
    return "0X987654321".charAt(sum % 11);
  }

  private static String grade(Random random) {
    int percent = random.nextInt(100);
    if (percent < 3) {
      return null;
    }
    return percent < 13 ? "A" : percent < 58 ? "B" : percent < 92 ? "C" : "D";
  }

  private static String person(Random random) {
    return "演示" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + "某";
  }

  private static BigDecimal between(double from, double to, Random random) {
    return BigDecimal.valueOf(Math.round((from + (to - from) * random.nextDouble()) * 1e6), 6);
  }

  private static <T> T weighted(List<T> all, ToIntFunction<T> weight, Random random) {
    int left = random.nextInt(all.stream().mapToInt(weight).sum());
    for (T one : all) {
      left -= weight.applyAsInt(one);
      if (left < 0) {
        return one;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  /** Spreads neighbouring numbers, which {@link Random} would answer alike (splitmix64). */
  private static long mixed(long seed, int number) {
    long z = (seed * 1_000_003 + number) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
