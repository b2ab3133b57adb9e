package rectify.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What runs and ran on a deployment, in all counties, whoever asks. */
@Component
public class DeploymentUse {

  private final ProcessEngine engine;

  DeploymentUse(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * How a deployment is used.
   *
   * @param openCases instances that run on it
   * @param endedCases instances that ran on it
   * @param decisions what its tables decided, as far as the engine keeps it
   * @param onlyVersions the names of what would be gone with it
   */
  public record Use(long openCases, long endedCases, long decisions, List<String> onlyVersions) {}

  /** Counts. */
  public Use of(String deploymentId) {
    Command<Use> count =
        context -> {
          context.disableTenantCheck();
          return context.runWithoutAuthorization(() -> count(deploymentId));
        };
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(count);
  }

  private Use count(String deploymentId) {
    var repository = engine.getRepositoryService();
    var history = engine.getHistoryService();
    List<ProcessDefinition> processes =
        repository.createProcessDefinitionQuery().deploymentId(deploymentId).list();
    List<DecisionDefinition> decisions =
        repository.createDecisionDefinitionQuery().deploymentId(deploymentId).list();
    long ended = 0;
    List<String> only = new ArrayList<>();
    for (ProcessDefinition process : processes) {
      ended +=
          history
              .createHistoricProcessInstanceQuery()
              .processDefinitionId(process.getId())
              .finished()
              .count();
      if (repository.createProcessDefinitionQuery().processDefinitionKey(process.getKey()).count()
          < 2) {
        only.add(process.getName());
      }
    }
    long decided = 0;
    for (DecisionDefinition decision : decisions) {
      decided +=
          history
              .createHistoricDecisionInstanceQuery()
              .decisionDefinitionId(decision.getId())
              .count();
      if (repository
              .createDecisionDefinitionQuery()
              .decisionDefinitionKey(decision.getKey())
              .count()
          < 2) {
        only.add(decision.getName());
      }
    }
    long open =
        engine.getRuntimeService().createProcessInstanceQuery().deploymentId(deploymentId).count();
    return new Use(open, ended, decided, only);
  }
}
