package rectify.form;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Service;
import rectify.task.TaskLock;
import rectify.task.TaskScope;

/** The open tasks of whoever asks, for features that work beside a form. */
@Service
public class OwnTasks {

  private final ProcessEngine engine;
  private final Proofs proofs = new Proofs(Stream::empty);

  OwnTasks(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * An open task.
   *
   * @param businessKey of its process: the number of a case or an inspection
   * @param step its id in the diagram
   * @param mine whether the person who asks may do it
   * @param proof what it needs; null if nothing
   * @param amongProofs whether its process asks for proof, in this step or in another
   * @param oneOfMany whether it has proof of its own, apart from others of its step
   */
  public record OpenTask(
      String id,
      String businessKey,
      String step,
      String name,
      boolean mine,
      RequiredProof proof,
      boolean amongProofs,
      boolean oneOfMany) {}

  /** The open task of this id, whosever it is: the caller checks the rights to its case. */
  public Optional<OpenTask> find(String taskId) {
    return inEngine(
        context ->
            Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                .filter(task -> !task.isDeleted())
                .map(task -> open(context, task)));
  }

  /**
   * The same, to go with what is done to it: nobody finishes it until the transaction ends. Must be
   * called in one.
   */
  public Optional<OpenTask> hold(String taskId) {
    inEngine(
        context -> {
          TaskLock.take(context, taskId);
          return null;
        });
    return find(taskId);
  }

  /** Whether the person who asks has an open task of this case or inspection. */
  public boolean hasOneOf(String businessKey) {
    return inEngine(
        context -> {
          TaskQueryImpl query = new TaskQueryImpl();
          query.processInstanceBusinessKey(businessKey);
          for (Task task : context.getTaskManager().findTasksByQueryCriteria(query)) {
            if (TaskScope.mine((TaskEntity) task, context.getAuthentication())) {
              return true;
            }
          }
          return false;
        });
  }

  /** What the start of a process needs. */
  public Optional<RequiredProof> proofOfStart(String processDefinitionId) {
    return proofs.of(
        processDefinitionId,
        () -> {
          BpmnModelInstance model =
              engine.getRepositoryService().getBpmnModelInstance(processDefinitionId);
          return model.getModelElementsByType(StartEvent.class).stream()
              .filter(start -> start.getCamundaFormRef() != null)
              .findFirst()
              .orElse(null);
        });
  }

  private OpenTask open(CommandContext context, TaskEntity task) {
    RequiredProof proof = proofs.of(task).orElse(null);
    return new OpenTask(
        task.getId(),
        Proofs.businessKey(context, task),
        task.getTaskDefinitionKey(),
        task.getName(),
        TaskScope.mine(task, context.getAuthentication()),
        proof,
        Proofs.areAskedIn(task.getBpmnModelInstance()),
        proof != null && Proofs.isOneOfMany(task));
  }

  private <T> T inEngine(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
