package rectify.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import rectify.refusal.Refusal;

/**
 * What an authority has to do by a day of its own, as the diagrams call it: in a case, or outside
 * of any.
 */
public enum Duty {
  ACKNOWLEDGEMENT("acknowledgement", "接收重大隐患报告", HazardEvent.Kind.MAJOR_ACKNOWLEDGED),
  PLAN_REVIEW("plan-review", "审查治理方案", HazardEvent.Kind.PLAN_REVIEWED),
  VERIFICATION("verification", "验收", HazardEvent.Kind.RETURNED),
  RECHECK("recheck", "复查", HazardEvent.Kind.RECHECKED),
  /** A recheck ends the round in which more time was asked for. */
  EXTENSION(
      "extension",
      "审批延期申请",
      HazardEvent.Kind.EXTENSION_GRANTED,
      HazardEvent.Kind.EXTENSION_REFUSED,
      HazardEvent.Kind.RECHECKED),
  TRANSFER(
      "transfer", "接收移送", HazardEvent.Kind.TRANSFER_ACCEPTED, HazardEvent.Kind.TRANSFER_RETURNED),
  DESIGNATION("designation", "指定承办单位", HazardEvent.Kind.AUTHORITY_DESIGNATED),
  /** The enterprise's own: without a plan a major hazard is not treated at all. */
  PLAN("plan", "报送治理方案", HazardEvent.Kind.PLAN_FILED),
  INSPECTION("inspection", "inspection", "办结现场检查"),
  CHECK_UP("check-up", "self-check-reminder", "核实未按时自查企业"),
  RED_LIGHT("red-light", "red-light-attention", "处置红灯企业"),
  FINDING_REVIEW("finding-review", "assessment-finding", "审定考核评估发现"),
  SIGNING("signing", "statistics-signing", "签发统计表"),
  /** The top of the ladder over the enterprise; it repeats there and has nobody above it. */
  SUPERVISION("supervision", "市级督办");

  private final String code;
  private final String chinese;
  private final String processKey;
  private final Set<HazardEvent.Kind> done;

  Duty(String code, String chinese, HazardEvent.Kind... done) {
    this.code = code;
    this.chinese = chinese;
    this.processKey = null;
    this.done = Set.of(done);
  }

  Duty(String code, String processKey, String chinese) {
    this.code = code;
    this.chinese = chinese;
    this.processKey = processKey;
    this.done = Set.of();
  }

  /** The duty of this name; refused with a sentence for the designer if there is none. */
  public static Duty of(String code) {
    return Arrays.stream(values())
        .filter(duty -> duty.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("未知的职责“" + code + "”，请流程设计员核对流程图。"));
  }

  /** Those that are done, or owed no more, once this has happened to the case. */
  public static List<Duty> doneBy(HazardEvent.Kind happened) {
    return Arrays.stream(values())
        .filter(duty -> happened == HazardEvent.Kind.CLOSED || duty.done.contains(happened))
        .toList();
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  /** The process whose task it is where it belongs to no case; null for a case's. */
  public String processKey() {
    return processKey;
  }
}
