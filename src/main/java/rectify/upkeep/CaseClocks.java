package rectify.upkeep;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rectify.deadline.RecountNews;
import rectify.hazard.CaseLog;
import rectify.hazard.CaseRows;
import rectify.hazard.Change;
import rectify.hazard.Fact;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.HazardRectification;
import rectify.register.Ledger;
import rectify.timer.Waiting;

/**
 * Enters in the history of a case that its clocks were moved and why; the number of other work than
 * a case is passed over, its history is kept where it is.
 */
@Component
public class CaseClocks implements RecountNews {

  private final CaseRows rows;
  private final CaseLog log;

  CaseClocks(CaseRows rows, CaseLog log) {
    this.rows = rows;
    this.log = log;
  }

  /** A self-reported hazard's, as long as the city's rule alone has set it. */
  @Override
  public boolean rolls(Waiting task) {
    if (!task.processKey().equals(HazardRectification.KEY)) {
      return false;
    }
    Hazard hazard = Ledger.idOf(task.number()).map(rows::byId).orElse(null);
    return hazard != null
        && hazard.dueAt() != null
        && hazard.dueAt().equals(hazard.originalDueAt())
        && hazard.dueAt().equals(task.due().toLocalDate());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void recounted(String number, List<String> clocks, LocalDate lastDay) {
    String detail = "节假日安排有变化，期限随之调整：" + String.join("；", clocks);
    Ledger.idOf(number)
        .ifPresent(
            id ->
                log.change(
                    rows.lock(id),
                    HazardEvent.Kind.RECOUNTED,
                    detail,
                    lastDay == null ? Change.NONE : Change.of(Fact.DUE_AT, lastDay)));
  }

  /** What became of a case's clocks after the product had stood still. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void afterStandstill(String number, String detail) {
    note(number, HazardEvent.Kind.STANDSTILL, detail);
  }

  /** Moves the last day of rectification by the time lost; the original one is kept. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postpone(String number, LocalDate dueAt, String detail) {
    long id = Ledger.idOf(number).orElseThrow();
    log.change(rows.lock(id), HazardEvent.Kind.STANDSTILL, detail, Change.of(Fact.DUE_AT, dueAt));
  }

  private void note(String number, HazardEvent.Kind kind, String detail) {
    Ledger.idOf(number).ifPresent(id -> log.note(rows.lock(id), kind, detail));
  }
}
