package rectify.process;

import java.util.Map;

/** What an enterprise and its authority hand in, whoever found the hazard. */
final class Forms {

  private Forms() {}

  static Map<String, Object> rectified(String on) {
    return Map.of(
        "request", "report",
        "responsiblePerson", "陈安",
        "measures", "更换护栏",
        "funds", 3000,
        "rectifiedOn", on,
        "contingencyPlan", "停用设备");
  }

  static Map<String, Object> extensionRequest(String until) {
    return Map.of("request", "extension", "requestedDueAt", until, "extensionReason", "等待配件");
  }

  static Map<String, Object> extensionGrant(String until) {
    return Map.of("extensionDecision", "granted", "grantedDueAt", until, "extensionOpinion", "属实");
  }

  static Map<String, Object> extensionRefusal() {
    return Map.of("extensionDecision", "refused", "extensionOpinion", "理由不足");
  }
}
