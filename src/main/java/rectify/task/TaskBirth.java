package rectify.task;

import java.util.Date;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells of every new task of every diagram, so that no diagram needs a listener for it. */
class TaskBirth extends AbstractBpmnParseListener implements TaskListener {

  private final Supplier<Stream<TaskNews>> hearers;
  private final HeldTasks held;

  TaskBirth(Supplier<Stream<TaskNews>> hearers, HeldTasks held) {
    this.hearers = hearers;
    this.held = held;
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(EVENTNAME_CREATE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    held.giveNobodyWhatIsNotTheirs((TaskEntity) task);
    OpenTask born = seen((TaskEntity) task);
    hearers.get().forEach(hearer -> hearer.created(born));
  }

  /** A task as the features see it, while the engine works on it. */
  static OpenTask seen(TaskEntity task) {
    ExecutionEntity execution = task.getExecution();
    Date due = task.getDueDate();
    return new OpenTask(
        task.getId(),
        task.getName(),
        task.getProcessDefinitionId(),
        task.getTaskDefinitionKey(),
        execution.getProcessDefinition().getKey(),
        execution.getVariable(TaskFacts.CASE_ID) instanceof Long id ? id : null,
        execution.getVariable(OpenTasks.TITLE) instanceof String title ? title : null,
        task.getTenantId(),
        OpenTasks.chinaTime(task.getCreateTime()),
        due == null ? null : OpenTasks.chinaTime(due),
        task.getAssignee(),
        task.getOwner(),
        TaskScope.groups(task));
  }
}
