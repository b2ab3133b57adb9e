package rectify.upkeep;

import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.hazard.HazardRectification;
import rectify.hazard.Hazards;
import rectify.task.BulkAction;
import rectify.task.OpenTask;

/** Accepts general hazards that were rectified on the spot. */
@Component
class AcceptTogether implements BulkAction {

  private final Hazards hazards;

  AcceptTogether(Hazards hazards) {
    this.hazards = hazards;
  }

  @Override
  public String code() {
    return "accept";
  }

  @Override
  public String processKey() {
    return HazardRectification.KEY;
  }

  @Override
  public String step() {
    return HazardRectification.VERIFY;
  }

  @Override
  public String refuses(OpenTask task) {
    Hazard hazard = hazards.get(task.caseId());
    if (hazard.isMajor()) {
      return "重大隐患须单独验收，请打开任务办理。";
    }
    if (!hazard.rectifiedOnSpot() || hazard.returnedTimes() > 0) {
      return "不是当场整改的隐患，须单独核查，请打开任务办理。";
    }
    return null;
  }

  @Override
  public Map<String, Object> form(String opinion, String measure) {
    return Map.of("verificationResult", "passed", "verificationOpinion", opinion);
  }
}
