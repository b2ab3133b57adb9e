package rectify.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import rectify.deadline.Deadlines;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.inspection.Orders;
import rectify.simulation.Stage;

/** What somebody does in a scene: the step it is done at, and the form that is handed in. */
enum Turn {
  ACKNOWLEDGED(
      HazardRectification.ACKNOWLEDGE_MAJOR,
      null,
      with("acknowledgement", "已收到报告，今日派员到场核实并督促落实临时管控")),
  PLANNED(
      HazardRectification.SUBMIT_PLAN,
      null,
      with(
          "planGoals", "消除重大隐患，恢复到设计规范要求，经主管部门核查合格后复产",
          "planMeasures", "停用相关设备，委托有资质单位拆除改造，改造后检测合格再投用",
          "planFunds", "自筹二十八万元，材料已订购，专款专用",
          "planStaff", "主要负责人任组长，安全员和设备主管各一名，外协施工队八人",
          "planSchedule", "第一周停用清空，第二至五周改造，第六周检测验收",
          "planSafeguards", "改造期间现场拉警戒线，动火作业审批，专人值守并备足灭火器材")),
  APPROVED(
      HazardRectification.REVIEW_PLAN,
      null,
      with("planDecision", "approved", "planOpinion", "方案六项齐全、措施可行，同意按方案治理")),
  REVISED(
      HazardRectification.REVIEW_PLAN,
      null,
      with("planDecision", "rejected", "planOpinion", "应急措施过于笼统，请写明停用设备的断电挂牌责任人后重报")),
  RECTIFIED(HazardRectification.RECTIFY, "after", Turn::report),
  EXTENSION(
      HazardRectification.RECTIFY,
      null,
      (hazard, days) ->
          Map.of(
              "request", "extension",
              "requestedDueAt", hazard.dueAt().plusDays(7).toString(),
              "extensionReason", "更换的配件须从外地调货，供货单位书面答复一周内到货，到货后两日内可以装好")),
  GRANTED(
      HazardRectification.DECIDE_EXTENSION,
      null,
      (hazard, days) ->
          Map.of(
              "extensionDecision", "granted",
              "grantedDueAt", hazard.dueAt().plusDays(7).toString(),
              "extensionOpinion", "供货证明属实，同意延期，延期期间专人看守")),
  REFUSED(
      HazardRectification.DECIDE_EXTENSION,
      null,
      with("extensionDecision", "refused", "extensionOpinion", "本地即可采购，理由不充分，请按原期限整改")),
  PASSED(
      HazardRectification.VERIFY,
      null,
      with("verificationResult", "passed", "verificationOpinion", "现场核查，照片与现场一致，隐患已消除")),
  FAILED(
      HazardRectification.VERIFY,
      null,
      with("verificationResult", "failed", "verificationOpinion", "只整改了一半，里侧仍不符合要求，请补齐后重新报告")),
  RECHECKED(
      Orders.RECHECK,
      "scene",
      with("recheckResult", "passed", "recheckOpinion", "两名执法人员现场复查，已按指令书整改到位")),
  ORDERED_AGAIN(
      Orders.RECHECK,
      "scene",
      (hazard, days) ->
          Map.of(
              "recheckResult", "failed",
              "recheckOpinion", "现场复查仍未整改到位，责令继续整改",
              "newDueAt", days.apply(7).toString())),
  ACCEPTED(
      Orders.ACCEPT_TRANSFER,
      null,
      with("transferDecision", "accepted", "transferOpinion", "属本单位职责，予以接收")),
  SENT_BACK(
      Orders.ACCEPT_TRANSFER,
      null,
      with("transferDecision", "returned", "transferOpinion", "该企业已转产，主管部门待核定，予以退回"));

  private final String step;
  private final String photo;
  private final BiFunction<Hazard, WorkingDays, Map<String, Object>> form;

  Turn(String step, String photo, BiFunction<Hazard, WorkingDays, Map<String, Object>> form) {
    this.step = step;
    this.photo = photo;
    this.form = form;
  }

  /** The nth working day from now. */
  interface WorkingDays {
    LocalDate apply(int n);
  }

  /** The user task's id in its diagram. */
  String step() {
    return step;
  }

  static boolean isStep(String step) {
    return Arrays.stream(values()).anyMatch(turn -> turn.step.equals(step));
  }

  /** The kind of evidence it needs; null if none. */
  String photo() {
    return photo;
  }

  /** Whether whoever does it wants to see what becomes of the case. */
  boolean makesCurious() {
    return switch (this) {
      case ACKNOWLEDGED, APPROVED, EXTENSION, FAILED, ORDERED_AGAIN, SENT_BACK -> true;
      default -> false;
    };
  }

  Map<String, Object> form(Hazard hazard, Stage stage, Deadlines deadlines) {
    LocalDate today = stage.now().toLocalDate();
    Map<String, Object> filled =
        new HashMap<>(form.apply(hazard, n -> deadlines.lastDayAfterWorkingDays(today, n)));
    if (this == RECTIFIED) {
      filled.put("rectifiedOn", today.toString());
      filled.put("responsiblePerson", stage.person().name());
    }
    if (step.equals(Orders.RECHECK)) {
      filled.put("secondOfficer", stage.colleague().id());
    }
    return filled;
  }

  private static Map<String, Object> report(Hazard hazard, WorkingDays days) {
    return Map.of(
        "request",
        "report",
        "measures",
        "已针对“" + hazard.location() + "”的问题整改完毕：" + hazard.description() + "的情况已消除，并列入每班交接检查",
        "funds",
        800 + hazard.location().length() * 150,
        "contingencyPlan",
        "整改期间停用该处设备，专人看守，备好灭火器");
  }

  private static BiFunction<Hazard, WorkingDays, Map<String, Object>> with(String... fields) {
    Map<String, Object> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return (hazard, days) -> form;
  }
}
