package rectify.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Asks whether a person may push a job before it is tried. The engine counts its own refusal as a
 * failure of the job: a few pushes by anybody, and a deadline would never come.
 */
class GuardedManagementService extends ManagementServiceImpl {

  GuardedManagementService(ProcessEngineConfiguration engine) {
    super(engine);
  }

  @Override
  public void executeJob(String jobId) {
    commandExecutor.execute(
        context -> {
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
}
