package rectify.supervision;

import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;
import rectify.deadline.Deadlines;
import rectify.timer.Pace;

/**
 * A ladder that missed rungs, or begins when several are past already, takes one step a working
 * day: each supervisor has a day before the next is called.
 */
@Component
class LadderPace implements Pace {

  private final Deadlines deadlines;

  LadderPace(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public Set<String> processKeys() {
    return Set.of(Supervision.KEY, DutySupervision.KEY);
  }

  @Override
  public Date next(Date step) {
    return deadlines.workingDaysAfter(step, 1);
  }
}
