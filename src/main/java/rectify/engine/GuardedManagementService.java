package rectify.engine;

import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.MetricsQuery;
import org.camunda.bpm.engine.management.UpdateJobDefinitionSuspensionStateSelectBuilder;
import org.camunda.bpm.engine.management.UpdateJobSuspensionStateSelectBuilder;
import org.camunda.bpm.engine.runtime.JobQuery;
import rectify.refusal.Refusal;

/**
 * The engine's management service with the {@link JobRules} before every change of a job, and the
 * whole engine's figures for administrators only. Who may push a job is asked before it is tried:
 * the engine counts its own refusal as a failure of the job, and after a few pushes by anybody a
 * deadline would never come.
 */
class GuardedManagementService extends ManagementServiceImpl {

  GuardedManagementService(ProcessEngineConfiguration engine) {
    super(engine);
  }

  @Override
  public void executeJob(String jobId) {
    commandExecutor.execute(
        context -> {
          JobRules.onlyAdministrators(context);
          JobEntity job = jobId == null ? null : context.getJobManager().findJobById(jobId);
          if (job != null) {
            for (CommandChecker checker :
                context.getProcessEngineConfiguration().getCommandCheckers()) {
              checker.checkUpdateJob(job);
            }
          }
          return null;
        });
    super.executeJob(jobId);
  }

  @Override
  public void deleteJob(String jobId) {
    onlyAdministrators();
    super.deleteJob(jobId);
  }

  @Override
  public void setJobDuedate(String jobId, Date newDuedate, boolean cascade) {
    onlyAdministrators();
    super.setJobDuedate(jobId, newDuedate, cascade);
  }

  @Override
  public void recalculateJobDuedate(String jobId, boolean creationDateBased) {
    onlyAdministrators();
    super.recalculateJobDuedate(jobId, creationDateBased);
  }

  @Override
  public void setJobPriority(String jobId, long priority) {
    onlyAdministrators();
    super.setJobPriority(jobId, priority);
  }

  @Override
  public UpdateJobSuspensionStateSelectBuilder updateJobSuspensionState() {
    onlyAdministrators();
    return super.updateJobSuspensionState();
  }

  @Override
  public UpdateJobDefinitionSuspensionStateSelectBuilder updateJobDefinitionSuspensionState() {
    onlyAdministrators();
    return super.updateJobDefinitionSuspensionState();
  }

  @Override
  public void setOverridingJobPriorityForJobDefinition(String jobDefinitionId, long priority) {
    onlyAdministrators();
    super.setOverridingJobPriorityForJobDefinition(jobDefinitionId, priority);
  }

  @Override
  public void setOverridingJobPriorityForJobDefinition(
      String jobDefinitionId, long priority, boolean cascade) {
    onlyAdministrators();
    super.setOverridingJobPriorityForJobDefinition(jobDefinitionId, priority, cascade);
  }

  @Override
  public void clearOverridingJobPriorityForJobDefinition(String jobDefinitionId) {
    onlyAdministrators();
    super.clearOverridingJobPriorityForJobDefinition(jobDefinitionId);
  }

  @Override
  public SetJobRetriesBuilderImpl setJobRetries(int retries) {
    return new Retry(commandExecutor, retries);
  }

  @Override
  public JobQuery createJobQuery() {
    return new CountyJobs(commandExecutor);
  }

  @Override
  public MetricsQuery createMetricsQuery() {
    onlyAdministratorsSeeFigures();
    return super.createMetricsQuery();
  }

  @Override
  public long getUniqueTaskWorkerCount(Date startTime, Date endTime) {
    onlyAdministratorsSeeFigures();
    return super.getUniqueTaskWorkerCount(startTime, endTime);
  }

  @Override
  public void reportDbMetricsNow() {
    onlyAdministratorsSeeFigures();
    super.reportDbMetricsNow();
  }

  private void onlyAdministrators() {
    commandExecutor.execute(
        context -> {
          JobRules.onlyAdministrators(context);
          return null;
        });
  }

  private void onlyAdministratorsSeeFigures() {
    commandExecutor.execute(
        context -> {
          if (!JobRules.mayTouchAnyJob(context)) {
            throw Refusal.forbidden("运行指标涉及全市数据，只有系统管理员可以查看。");
          }
          return null;
        });
  }

  /** Another try for a job; from anybody but an administrator only for one that has failed. */
  private static class Retry extends SetJobRetriesBuilderImpl {

    Retry(CommandExecutor executor, int retries) {
      super(executor, retries);
    }

    @Override
    protected void validateParameters() {
      super.validateParameters();
      commandExecutor.execute(
          context -> {
            JobRules.checkRetry(context, retries, isDueDateSet);
            if (jobDefinitionId != null) {
              JobRules.onlyAdministrators(context);
            }
            return null;
          });
    }
  }
}
