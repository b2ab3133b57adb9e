package rectify.task;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import rectify.engine.JobRules;
import rectify.engine.Trusted;
import rectify.refusal.Refusal;

/**
 * Adds to the engine's authorizations: the people of a task's candidate groups may read it and work
 * on it, nobody starts a process past its façade, and what belongs to no process is the
 * administrator's.
 */
class TaskScopeChecker extends AuthorizationCommandChecker {

  @Override
  public void checkReadTask(TaskEntity task) {
    if (!mine(task)) {
      super.checkReadTask(task);
    }
  }

  @Override
  public void checkReadTaskVariable(TaskEntity task) {
    if (!mine(task)) {
      super.checkReadTaskVariable(task);
    }
  }

  @Override
  public void checkTaskWork(TaskEntity task) {
    if (!mine(task)) {
      super.checkTaskWork(task);
    }
  }

  @Override
  public void checkTaskAssign(TaskEntity task) {
    if (!Trusted.active()) {
      super.checkTaskAssign(task);
    }
  }

  /**
   * Retrying every failed job of a process reaches into all counties: not for a county's people.
   */
  @Override
  public void checkUpdateRetriesProcessInstanceByProcessDefinitionId(String processDefinitionId) {
    checkUpdateProcessInstanceByProcessDefinitionId(processDefinitionId);
  }

  @Override
  public void checkCreateProcessInstance(ProcessDefinition processDefinition) {
    if (Trusted.active()) {
      return;
    }
    super.checkCreateProcessInstance(processDefinition);
    if (Context.getCommandContext().getAuthentication() != null) {
      throw Refusal.forbidden("案件只能通过登记表单或隐患上报接口发起，不能直接启动流程。");
    }
  }

  @Override
  public void checkReadJob(JobEntity job) {
    JobRules.checkOwner(Context.getCommandContext(), job.getProcessDefinitionKey());
    super.checkReadJob(job);
  }

  @Override
  public void checkUpdateJob(JobEntity job) {
    JobRules.checkOwner(Context.getCommandContext(), job.getProcessDefinitionKey());
    super.checkUpdateJob(job);
  }

  @Override
  public void checkUpdateRetriesJob(JobEntity job) {
    JobRules.checkOwner(Context.getCommandContext(), job.getProcessDefinitionKey());
    super.checkUpdateRetriesJob(job);
    JobRules.checkRetry(Context.getCommandContext(), job);
  }

  @Override
  public void checkReadHistoricJobLog(HistoricJobLogEventEntity log) {
    JobRules.checkOwner(Context.getCommandContext(), log.getProcessDefinitionKey());
    super.checkReadHistoricJobLog(log);
  }

  private static boolean mine(TaskEntity task) {
    if (task == null) {
      throw Refusal.notFound("找不到这项任务，请刷新任务列表后重试。");
    }
    return TaskScope.mine(task, Context.getCommandContext().getAuthentication());
  }
}
