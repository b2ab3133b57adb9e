package rectify.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/**
 * Configures the engine. Everything here is set before the engine initialises: an expression
 * manager set later would silently expose every Spring bean to a model.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  @Order(0)
  static ProcessEnginePlugin rectifyEnginePlugin(
      ApplicationContext context,
      ObjectProvider<ProcessStart> starts,
      ObjectProvider<TaskFacts> facts,
      ObjectProvider<ProofCheck> proofs,
      ObjectProvider<TaskDrafts> drafts,
      ObjectProvider<FormContent> contents,
      ObjectProvider<TaskNews> news,
      ObjectProvider<TaskReleases> releases,
      ObjectProvider<AccountNews> accounts,
      ObjectProvider<StandIns> standIns,
      ObjectProvider<OnceOnly> once,
      ObjectProvider<PasswordGate> passwords) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        Supplier<Stream<TaskDrafts>> kept = known(drafts);
        HeldTasks held = new HeldTasks(engine, known(releases));
        FormGate gate =
            new FormGate(
                new Proofs(known(proofs)),
                () -> kept.get().findFirst(),
                known(contents),
                StandIns.of(standIns),
                held);
        engine.setIdentityProviderSessionFactory(new Departures.Factory(held, known(accounts)));
        configure(engine, context, starts, facts, gate, held, new KeyedForms(once));
        engine.setIdentityService(new GuardedIdentityService(PasswordGate.of(passwords)));
        engine.setCustomPreBPMNParseListeners(
            new ArrayList<>(List.of(new TaskBirth(known(news), held), new CountyCalls())));
      }
    };
  }

  /** Looked up when first asked: these beans need the engine, which is not there yet. */
  private static <T> Supplier<Stream<T>> known(ObjectProvider<T> beans) {
    Supplier<List<T>> found = SingletonSupplier.of(() -> beans.stream().toList());
    return () -> found.get().stream();
  }

  private static void configure(
      ProcessEngineConfigurationImpl engine,
      ApplicationContext context,
      ObjectProvider<ProcessStart> starts,
      ObjectProvider<TaskFacts> facts,
      FormGate gate,
      HeldTasks held,
      KeyedForms keyed) {
    ProcessBeans beans = new ProcessBeans(context);
    engine.setExpressionManager(new ListExpressions(context, beans));
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setCustomHistoryLevels(List.of(new CaseHistory()));
    engine.setDmnEngineConfiguration(FeelOnce.decisions());

    engine.setTenantIdProvider(new CountyTenants());
    engine.setResourceAuthorizationProvider(new NoTaskAuthorizations());
    engine.setCustomSessionFactories(
        List.of(new TaskScopeAuthorizations.Factory(), new OfferedStarts.Factory(known(starts))));
    engine.setCommandCheckers(
        new ArrayList<>(List.of(CountyChecker.create(), new TaskScopeChecker())));

    engine.setFilterService(new GuardedFilterService());
    engine.setManagementService(new GuardedManagementService(engine));
    engine.setTaskService(new GuardedTaskService(gate, keyed, held));
    engine.setFormService(new GuardedFormService(gate, starts, facts, keyed));
    List<CommandInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new RefusalInterceptor());
    interceptors.add(new NothingDeleted());
    if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
      interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
    }
    engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    List<CommandInterceptor> separate = new ArrayList<>();
    separate.add(new RefusalInterceptor());
    separate.add(new NothingDeleted());
    if (engine.getCustomPreCommandInterceptorsTxRequiresNew() != null) {
      separate.addAll(engine.getCustomPreCommandInterceptorsTxRequiresNew());
    }
    engine.setCustomPreCommandInterceptorsTxRequiresNew(separate);
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
