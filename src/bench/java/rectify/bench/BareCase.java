package rectify.bench;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import rectify.engine.EngineClock;

/** A case as an engine knows it that has no rules and no tables of ours. */
final class BareCase {

  static final String KEY = "bare-hazard-rectification";
  static final String MODEL = KEY + ".bpmn";
  static final String ENTERPRISE = "ent1";
  static final String AUTHORITY = "town350582103";

  private static final AtomicLong IDS = new AtomicLong();

  private BareCase() {}

  static String nextNumber() {
    return "YH350582-2026-%07d".formatted(IDS.incrementAndGet());
  }

  /** What our façade tells the engine, and the dates that our rules would compute. */
  static Map<String, Object> variables(CasePath path) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("hazardId", IDS.get());
    variables.put("source", "self_report");
    variables.put("level", "general");
    variables.put("categoryCode", "04");
    variables.put("countyCode", "350582");
    variables.put("enterpriseGroup", ENTERPRISE);
    variables.put("departmentGroup", "dept350582industry");
    variables.put("authorityGroup", AUTHORITY);
    variables.put("rectifiedOnSpot", path.rectifiedOnSpot());
    variables.put("dueAt", inDays(7));
    variables.put("dueSoonAt", inDays(4));
    variables.put("verificationDueAt", inDays(5));
    return variables;
  }

  private static Date inDays(int days) {
    LocalDateTime moment = LocalDateTime.now(EngineClock.ZONE).withNano(0).plusDays(days);
    return Date.from(moment.atZone(EngineClock.ZONE).toInstant());
  }
}
