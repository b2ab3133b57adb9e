package rectify.upkeep;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rectify.hazard.CaseRows;
import rectify.hazard.Hazard;
import rectify.hazard.HazardEvent;
import rectify.hazard.Hazards;
import rectify.identity.People;
import rectify.refusal.Refusal;
import rectify.register.Ledger;

/** Repairs an open case whose process ended outside its drawn ends. */
@Service
class CaseRestarts {

  private final CaseRows rows;
  private final Hazards hazards;
  private final ObjectProvider<CaseRestart> restarts;
  private final People people;

  CaseRestarts(
      CaseRows rows, Hazards hazards, ObjectProvider<CaseRestart> restarts, People people) {
    this.rows = rows;
    this.hazards = hazards;
    this.restarts = restarts;
    this.people = people;
  }

  /**
   * Puts a case's processes back. Safe to repeat: what runs already is left alone.
   *
   * @return what runs again
   * @throws Refusal for anybody but an administrator, if there is no such case, if it is closed, or
   *     if everything it needs runs
   */
  @Transactional
  List<String> restart(String caseNumber) {
    if (!people.current().standing().administrator()) {
      throw Refusal.forbidden("案件流程由系统管理员恢复，如有需要请联系系统管理员。");
    }
    Hazard hazard =
        Ledger.idOf(caseNumber)
            .map(rows::lock)
            .filter(found -> found.caseNumber().equals(caseNumber))
            .orElseThrow(() -> Refusal.notFound("没有这个案件，请核对案件编号。"));
    if (hazard.isClosed()) {
      throw Refusal.conflict("案件" + caseNumber + "已销号，不需要恢复流程。");
    }
    List<String> again =
        restarts
            .orderedStream()
            .map(restart -> restart.restart(hazards.get(hazard.id())))
            .filter(Objects::nonNull)
            .toList();
    if (again.isEmpty()) {
      throw Refusal.conflict("案件" + caseNumber + "的流程正在运行，不需要恢复。");
    }
    hazards.note(
        hazard.id(), HazardEvent.Kind.RESTARTED, "流程曾中断，恢复到" + String.join("、", again) + "，原期限不变");
    return again;
  }
}
