package rectify.population;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What people type. Nothing of it is about anybody. */
public final class Words {

  /** What those write who write the same each time. */
  public static final String SAME_MEASURES = "已按要求安排专人整改到位，加强日常管理，落实责任，确保安全生产";

  private static final List<String> STANDARD_PHRASES =
      List.of("已安排专人整改完毕", "已按规范整改到位", "已整改完成并加强日常检查");
  private static final List<String> PLACES =
      List.of(
          "一号车间", "二号车间", "三号车间", "原料仓库", "成品仓库", "配电房", "空压机房", "锅炉房", "化学品间", "装卸平台", "宿舍楼",
          "食堂");
  private static final List<String> SIDES = List.of("东侧", "西侧", "南侧", "北侧", "入口处", "中部");
  private static final List<String> THINGS =
      List.of(
          "疏散通道堆放纸箱",
          "灭火器压力不足",
          "配电箱门缺失",
          "临时线路未穿管",
          "防护罩松动",
          "应急照明不亮",
          "安全警示标志脱落",
          "叉车未年检",
          "气瓶未固定",
          "压力表超期未校",
          "消火栓被遮挡",
          "电缆桥架盖板缺失",
          "吸尘管道积尘",
          "作业人员未戴护具");
  private static final List<String> CONSEQUENCES =
      List.of("影响紧急疏散", "存在触电风险", "起火时不能及时扑救", "可能造成机械伤害", "不符合操作规程", "有坍塌倾倒的危险");
  private static final List<String> ACTS =
      List.of("清走堆放物", "更换损坏部件", "重新固定并加锁", "补设警示标志", "请有资质单位检测", "重新敷设线路", "加装防护罩", "调整存放位置");
  private static final List<String> TEAMS = List.of("安全员", "车间主任", "电工班", "维修班", "仓库主管", "值班长");
  private static final List<String> FOLLOW_UPS =
      List.of("每班巡查并记录", "列入每周检查", "已对当班人员培训", "已拍照存档", "已调整操作规程", "一周后复查");
  private static final List<String> OPINIONS =
      List.of("现场核查，已整改到位", "经核查符合要求", "现场查看，隐患已消除", "已核实整改情况，同意");

  private Words() {}

  public static String place(SplittableRandom random) {
    return Draw.one(PLACES, random) + Draw.one(SIDES, random);
  }

  public static String hazard(SplittableRandom random) {
    return "%s%d处，%s"
        .formatted(
            Draw.one(THINGS, random), Draw.between(1, 9, random), Draw.one(CONSEQUENCES, random));
  }

  public static String measures(SplittableRandom random) {
    return "%s，%s，由%s负责，工单%04d号，共%d人%d小时，%s"
        .formatted(
            Draw.one(ACTS, random),
            Draw.one(ACTS, random),
            Draw.one(TEAMS, random),
            Draw.between(1, 9999, random),
            Draw.between(1, 6, random),
            Draw.between(1, 20, random),
            Draw.one(FOLLOW_UPS, random));
  }

  public static String standardPhrase(SplittableRandom random) {
    return Draw.one(STANDARD_PHRASES, random);
  }

  public static String opinion(SplittableRandom random) {
    return Draw.one(OPINIONS, random);
  }

  /** What a supervisor answers. */
  static Map<String, Object> supervised() {
    return Map.of("supervisionMeasure", "visit", "supervisionOpinion", "已上门督促，责成限期整改到位");
  }
}
