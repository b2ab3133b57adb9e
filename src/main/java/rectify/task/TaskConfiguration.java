package rectify.task;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import rectify.engine.EnginePart;

/** Tells the engine whose task it is, and who hears of it. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

  @Bean
  @Order(1)
  static ProcessEnginePlugin taskPlugin(
      ObjectProvider<TaskNews> news, ObjectProvider<TaskReleases> releases) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        HeldTasks held = new HeldTasks(engine, known(releases));
        engine.setResourceAuthorizationProvider(new NoTaskAuthorizations());
        engine.setCustomSessionFactories(
            with(engine.getCustomSessionFactories(), new TaskScopeAuthorizations.Factory()));
        engine.setCommandCheckers(with(engine.getCommandCheckers(), new TaskScopeChecker()));
        engine.setFilterService(new GuardedFilterService());
        engine.setCustomPreBPMNParseListeners(
            with(engine.getCustomPreBPMNParseListeners(), new TaskBirth(known(news), held)));
      }
    };
  }

  /**
   * Writes no authorization row for a task: who may work on it follows from its candidate groups
   * alone ({@link TaskScopeChecker}). Rows per task made a city's inbox take half a minute, and
   * outlived the candidate they were written for.
   */
  private static class NoTaskAuthorizations extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(
        Task task, String oldAssignee, String newAssignee) {
      return null;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
      return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
      return null;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
      return null;
    }
  }
}
