package rectify.supervision;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.upkeep.CaseRestart;

/** Puts back who is set on the late duties of a case. */
@Component
@Order(3)
class DutyRestart implements CaseRestart {

  private final DutySupervision duties;

  DutyRestart(DutySupervision duties) {
    this.duties = duties;
  }

  @Override
  public String restart(Hazard hazard) {
    return duties.restart(hazard) == 0 ? null : "履职督办";
  }
}
