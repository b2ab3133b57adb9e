package rectify.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Configures the engine; each room above brings its own part. Everything is set before the engine
 * initialises: an expression manager set later would silently expose every Spring bean to a model.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  @Order(0)
  static ProcessEnginePlugin rectifyEnginePlugin(ApplicationContext context) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ListExpressions(context, new ProcessBeans(context)));
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setCustomHistoryLevels(with(engine.getCustomHistoryLevels(), new CaseHistory()));
        engine.setDmnEngineConfiguration(FeelOnce.decisions());
        engine.setTenantIdProvider(new CountyTenants());
        engine.setCommandCheckers(with(engine.getCommandCheckers(), CountyChecker.create()));
        engine.setManagementService(new GuardedManagementService(engine));
        engine.setCustomPreBPMNParseListeners(
            with(engine.getCustomPreBPMNParseListeners(), new CountyCalls()));
        engine.setCustomPreCommandInterceptorsTxRequired(
            outermost(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
            outermost(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
      }
    };
  }

  /** Ours stand around all others: a refusal of theirs is told as well. */
  private static List<CommandInterceptor> outermost(List<CommandInterceptor> others) {
    List<CommandInterceptor> all =
        new ArrayList<>(List.of(new RefusalInterceptor(), new NothingDeleted()));
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
