package rectify.supervision;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.upkeep.CaseRestart;

/**
 * Puts a case's ladder back: the rungs that were not answered are asked again, those still to come
 * are climbed on their days, and none is climbed twice.
 */
@Component
@Order(2)
class LadderRestart implements CaseRestart {

  private final Ladders ladders;
  private final SupervisionMapper mapper;

  LadderRestart(Ladders ladders, SupervisionMapper mapper) {
    this.ladders = ladders;
    this.mapper = mapper;
  }

  @Override
  public String restart(Hazard hazard) {
    if (!Boolean.TRUE.equals(mapper.running(hazard.id())) || ladders.runs(hazard)) {
      return null;
    }
    ladders.renew(hazard, "恢复流程");
    return "逾期督办";
  }
}
