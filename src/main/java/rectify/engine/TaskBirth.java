package rectify.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;

/** Tells of every new task of every diagram, so that no diagram needs a listener for it. */
class TaskBirth extends AbstractBpmnParseListener implements TaskListener {

  private final Supplier<Stream<TaskNews>> hearers;

  TaskBirth(Supplier<Stream<TaskNews>> hearers) {
    this.hearers = hearers;
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(EVENTNAME_CREATE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    ExecutionEntity execution = (ExecutionEntity) task.getExecution();
    List<String> groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Date due = task.getDueDate();
    OpenTask born =
        new OpenTask(
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
            null,
            groups);
    hearers.get().forEach(hearer -> hearer.created(born));
  }
}
