package rectify.drill;

import java.time.LocalDate;
import java.util.Map;
import rectify.engine.EngineClock;

/** What people do to a case, in order, and what it leaves behind. */
enum Step {
  REPORT("reports", "REGISTERED", null),
  RECTIFY("rectifications", "RECTIFICATION_REPORTED", "Activity_Rectify"),
  VERIFY("verifications", "CLOSED", "Activity_Verify");

  private final String plural;
  private final String event;
  private final String task;

  Step(String plural, String event, String task) {
    this.plural = plural;
    this.event = event;
    this.task = task;
  }

  String plural() {
    return plural;
  }

  /** The kind of event a case has once the step is done. */
  String event() {
    return event;
  }

  /** The task in the diagram; null for the report, which is none. */
  String task() {
    return task;
  }

  /** The form as it is filled in. */
  Map<String, Object> form() {
    return switch (this) {
      case REPORT -> Map.of("location", "演练车间东侧", "description", "演练：安全出口堆放杂物", "level", "general");
      case RECTIFY ->
          Map.of(
              "request", "report",
              "responsiblePerson", "演练整改人",
              "measures", "清理杂物并划线管理",
              "funds", 500,
              "rectifiedOn", LocalDate.now(EngineClock.ZONE).toString(),
              "contingencyPlan", "整改期间专人值守");
      case VERIFY -> Map.of("verificationResult", "passed", "verificationOpinion", "现场核查，已整改到位");
    };
  }
}
