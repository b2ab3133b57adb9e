package rectify.whole;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What people fill in. */
final class Forms {

  private Forms() {}

  static Map<String, Object> hazard() {
    return Map.of("location", "2号车间配电箱", "description", "箱门缺失，导线裸露", "level", "general");
  }

  static Map<String, Object> corrected() {
    return with(hazard(), Map.of("rectifiedOnSpot", true, "onSpotMeasures", "已装复箱门并上锁"));
  }

  static Map<String, Object> major() {
    return Map.of(
        "location",
        "涂装车间",
        "description",
        "可燃气体报警装置停用",
        "level",
        "major",
        "majorBasis",
        "《重大事故隐患判定标准》第四条");
  }

  static Map<String, Object> rectified(LocalDate on) {
    return Map.of(
        "request",
        "report",
        "responsiblePerson",
        "演示责任人",
        "measures",
        "更换箱门，重新敷设导线",
        "funds",
        1200,
        "rectifiedOn",
        on.toString(),
        "contingencyPlan",
        "整改期间断电挂牌，专人监护");
  }

  static Map<String, Object> extension(LocalDate until) {
    return Map.of(
        "request", "extension", "requestedDueAt", until.toString(), "extensionReason", "配件须外地调货");
  }

  static Map<String, Object> granted(LocalDate until) {
    return Map.of(
        "extensionDecision",
        "granted",
        "grantedDueAt",
        until.toString(),
        "extensionOpinion",
        "情况属实");
  }

  static Map<String, Object> plan() {
    return Map.of(
        "planGoals", "恢复报警装置",
        "planMeasures", "更换探头",
        "planFunds", "3万元",
        "planStaff", "设备部",
        "planSchedule", "三月底前",
        "planSafeguards", "停用涂装线");
  }

  static Map<String, Object> verified(String result) {
    return Map.of("verificationResult", result, "verificationOpinion", "已现场核查");
  }

  static Map<String, Object> with(Map<String, ?> form, Map<String, ?> more) {
    Map<String, Object> both = new HashMap<>(form);
    both.putAll(more);
    return both;
  }
}
