package rectify.diagram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;

/**
 * Somebody notices when a task is late: it has a timer on itself or on a subprocess around it, or
 * names the timer that watches it, as a rung of a ladder names the next one.
 */
public final class ClockRules {

  private static final String WATCHING = "clock";

  private final ProcessFile process;
  private final Report report;

  public ClockRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
  }

  public void check() {
    process.all(UserTask.class).forEach(this::clock);
  }

  private void clock(UserTask task) {
    List<String> watching = watching(task).toList();
    if (watching.isEmpty() && !hasTimer(task)) {
      say(task, "没有时钟：逾期时没有人会知道。请在任务或它所在的子流程上加定时边界事件；已有别的定时事件看着的，在扩展属性clock里写明它的ID。");
    }
    watching.stream()
        .filter(id -> timers().noneMatch(timer -> id.equals(timer.getId())))
        .forEach(id -> say(task, "扩展属性clock写的“" + id + "”不是本图的定时边界事件，请改为看着此任务的定时事件的ID。"));
  }

  private boolean hasTimer(UserTask task) {
    List<ModelElementInstance> around =
        Stream.<ModelElementInstance>iterate(
                task,
                element -> element == task || element instanceof SubProcess,
                ModelElementInstance::getParentElement)
            .toList();
    return timers().anyMatch(timer -> around.contains(timer.getAttachedTo()));
  }

  private Stream<BoundaryEvent> timers() {
    return process.all(BoundaryEvent.class).stream()
        .filter(
            event ->
                event.getEventDefinitions().stream()
                    .anyMatch(TimerEventDefinition.class::isInstance));
  }

  private static Stream<String> watching(UserTask task) {
    return Optional.ofNullable(task.getExtensionElements()).stream()
        .flatMap(elements -> elements.getElements().stream())
        .filter(CamundaProperties.class::isInstance)
        .flatMap(all -> ((CamundaProperties) all).getCamundaProperties().stream())
        .filter(property -> WATCHING.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue);
  }

  private void say(UserTask task, String sentence) {
    report.say(process.file(), task.getId(), task.getName(), sentence);
  }
}
