package rectify.supervision;

import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;
import rectify.task.BulkAction;
import rectify.task.OpenTask;

/** Urges the enterprises of a township's overdue cases. */
@Component
class UrgeTogether implements BulkAction {

  private final DrawnLadder ladder;

  UrgeTogether(DrawnLadder ladder) {
    this.ladder = ladder;
  }

  @Override
  public String code() {
    return "urge";
  }

  @Override
  public String processKey() {
    return Supervision.KEY;
  }

  @Override
  public String step() {
    return ladder.rung("township").step();
  }

  @Override
  public String refuses(OpenTask task) {
    return null;
  }

  @Override
  public Map<String, Object> form(String opinion, String measure) {
    if (measure == null || measure.isBlank()) {
      throw new Refusal("请选择督办方式。");
    }
    return Map.of("supervisionMeasure", measure, "supervisionOpinion", opinion);
  }
}
