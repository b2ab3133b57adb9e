package rectify.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import rectify.bench.CasePath.Step;
import rectify.engine.EngineClock;

/** What people type, the same for every contender. */
final class Answers {

  private Answers() {}

  static Map<String, Object> report(CasePath path) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("location", "二号车间东侧配电房");
    form.put("description", "配电箱前堆放纸箱，通道宽度不足，起火时不能及时断电");
    form.put("level", "general");
    form.put("rectifiedOnSpot", path.rectifiedOnSpot());
    if (path.rectifiedOnSpot()) {
      form.put("onSpotMeasures", "当场清走纸箱，恢复通道");
    }
    return form;
  }

  static Map<String, Object> of(Step step) {
    return switch (step) {
      case RECTIFY -> rectified();
      case PASS -> Map.of("verificationResult", "passed", "verificationOpinion", "现场核查，已整改到位");
      case FAIL -> Map.of("verificationResult", "failed", "verificationOpinion", "通道仍被占用，限期清理");
    };
  }

  private static Map<String, Object> rectified() {
    return Map.of(
        "request", "report",
        "responsiblePerson", "演示安全员",
        "measures", "清走纸箱，划出黄线，每班巡查并记录",
        "funds", 200,
        "rectifiedOn", LocalDate.now(EngineClock.ZONE).toString(),
        "contingencyPlan", "整改期间专人看守，备好灭火器，必要时停电");
  }
}
