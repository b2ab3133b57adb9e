package rectify.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The processes of a case for features that start, tell and take them away; puts one back where it
 * was, when it ended outside its drawn ends.
 */
@Component
public class CaseProcesses {

  private final ObjectProvider<ProcessEngine> engine;

  CaseProcesses(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /** Whether a process runs for this number; asks nobody's rights. */
  public boolean runs(String processKey, String number) {
    return Trusted.call(
        () ->
            runtime()
                    .createNativeProcessInstanceQuery()
                    .sql(
                        "select count(*) from ACT_RU_EXECUTION e"
                            + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
                            + " where e.PARENT_ID_ is null and d.KEY_ = #{processKey}"
                            + " and e.BUSINESS_KEY_ = #{number}")
                    .parameter("processKey", processKey)
                    .parameter("number", number)
                    .count()
                > 0);
  }

  /** Whether a process runs for this number whose variables are like these. */
  public boolean runs(String processKey, String number, Map<String, Object> like) {
    return Trusted.call(() -> running(processKey, number, like).count() > 0);
  }

  /** Whether a process that runs for this number has a step that calls this. */
  public boolean draws(String number, String call) {
    return Trusted.call(
        () ->
            runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .distinct()
                .map(engine.getObject().getRepositoryService()::getBpmnModelInstance)
                .flatMap(model -> model.getModelElementsByType(ServiceTask.class).stream())
                .map(ServiceTask::getCamundaExpression)
                .anyMatch(expression -> expression != null && expression.contains(call)));
  }

  /** The number of the process an open task belongs to; null if it is done, or has none. */
  public String numberOf(String taskId) {
    return Trusted.call(
        () -> {
          Task task =
              engine.getObject().getTaskService().createTaskQuery().taskId(taskId).singleResult();
          ProcessInstance its =
              task == null
                  ? null
                  : runtime()
                      .createProcessInstanceQuery()
                      .processInstanceId(task.getProcessInstanceId())
                      .singleResult();
          return its == null ? null : its.getBusinessKey();
        });
  }

  /**
   * Starts the newest version before some of its steps instead of at its beginning. Timers are set
   * from the dates in the variables, so the original ones hold.
   */
  public void startAt(
      String processKey, String number, Map<String, Object> variables, List<String> steps) {
    Trusted.call(
        () -> {
          ProcessInstantiationBuilder start =
              runtime()
                  .createProcessInstanceByKey(processKey)
                  .businessKey(number)
                  .setVariables(variables);
          steps.forEach(start::startBeforeActivity);
          return start.execute();
        });
  }

  /** Starts the newest version at its beginning. */
  public void start(String processKey, String number, Map<String, Object> variables) {
    Trusted.call(() -> runtime().startProcessInstanceByKey(processKey, number, variables));
  }

  /**
   * Sends a message to the processes of this number that wait for it.
   *
   * @param like what its variables must be to be meant
   * @param news variables it is told
   * @return whether anybody waited
   */
  public boolean tell(
      String number, String message, Map<String, Object> like, Map<String, Object> news) {
    return Trusted.call(
        () -> {
          MessageCorrelationBuilder letter =
              runtime().createMessageCorrelation(message).processInstanceBusinessKey(number);
          like.forEach(letter::processInstanceVariableEquals);
          return !letter.setVariables(news).correlateAllWithResult().isEmpty();
        });
  }

  /** Takes the processes of this number away. */
  public void takeAway(String processKey, String number, Map<String, Object> like, String why) {
    Trusted.call(
        () -> {
          running(processKey, number, like)
              .list()
              .forEach(found -> runtime().deleteProcessInstance(found.getId(), why));
          return null;
        });
  }

  private ProcessInstanceQuery running(String processKey, String number, Map<String, Object> like) {
    ProcessInstanceQuery query =
        runtime()
            .createProcessInstanceQuery()
            .processDefinitionKey(processKey)
            .processInstanceBusinessKey(number);
    like.forEach(query::variableValueEquals);
    return query;
  }

  private RuntimeService runtime() {
    return engine.getObject().getRuntimeService();
  }
}
