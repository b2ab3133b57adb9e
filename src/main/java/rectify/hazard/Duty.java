package rectify.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import rectify.refusal.Refusal;

/** What an authority has to do in a case by a day of its own, as the diagrams call it. */
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
  /** The top of the ladder over the enterprise; it repeats there and has nobody above it. */
  SUPERVISION("supervision", "市级督办");

  private final String code;
  private final String chinese;
  private final Set<HazardEvent.Kind> done;

  Duty(String code, String chinese, HazardEvent.Kind... done) {
    this.code = code;
    this.chinese = chinese;
    this.done = Set.of(done);
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
}
