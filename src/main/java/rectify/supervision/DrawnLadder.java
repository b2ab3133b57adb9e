package rectify.supervision;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rectify.hazard.Hazard;
import rectify.identity.GroupIds;
import rectify.jurisdiction.Jurisdictions;
import rectify.model.DrawnTasks;
import rectify.model.DrawnTasks.DrawnTask;
import rectify.refusal.Refusal;

/**
 * The rungs as {@code supervision.bpmn} draws them: the extension properties of a rung's user task
 * say which it is. A designer draws another by drawing its task.
 */
@Component
class DrawnLadder {

  private static final String CODE = "rung";
  private static final String NAME = "rungName";
  private static final String HEIGHT = "rungOrder";

  private final DrawnTasks tasks;
  private final Jurisdictions jurisdictions;

  DrawnLadder(DrawnTasks tasks, Jurisdictions jurisdictions) {
    this.tasks = tasks;
    this.jurisdictions = jurisdictions;
  }

  /**
   * A rung in a diagram.
   *
   * @param step the user task that asks for its answer
   * @param groups whom the task is given to, such as {@code ${officeGroup}}
   */
  record DrawnRung(RungLevel level, String step, String groups) {}

  /** The newest drawing of a rung. */
  DrawnRung rung(String code) {
    return find(task -> code.equals(task.properties().get(CODE)))
        .orElseThrow(() -> new Refusal("督办级别“" + code + "”不存在，请流程设计员核对流程图。"));
  }

  RungLevel level(String code) {
    return rung(code).level();
  }

  /** The rung a user task is of; a designer may add tasks that are of none. */
  Optional<DrawnRung> ofStep(String step) {
    return find(task -> task.step().equals(step) && task.properties().containsKey(CODE));
  }

  private Optional<DrawnRung> find(Predicate<DrawnTask> wanted) {
    return drawn().filter(wanted).findFirst().map(DrawnLadder::rung);
  }

  private Stream<DrawnTask> drawn() {
    return tasks.of(Supervision.KEY).stream();
  }

  private static DrawnRung rung(DrawnTask task) {
    Map<String, String> said = task.properties();
    return new DrawnRung(
        new RungLevel(said.get(CODE), said.get(NAME), Integer.parseInt(said.get(HEIGHT).strip())),
        task.step(),
        task.groups());
  }

  /** Whom a rung asks in a case. */
  String groupOf(DrawnRung rung, Hazard hazard) {
    return groups(hazard).get(rung.groups().replaceAll("[${}\\s]", ""));
  }

  /** The supervisors of a case, by the variable its ladder has them in. */
  Map<String, String> groups(Hazard hazard) {
    return Map.of(
        "townshipGroup", jurisdictions.townshipInCharge(hazard.townshipCode()).groupId(),
        "departmentGroup", hazard.departmentGroup(),
        "officeGroup", GroupIds.office(hazard.countyCode()),
        "cityOfficeGroup", GroupIds.office(GroupIds.CITY));
  }
}
