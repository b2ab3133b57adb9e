package rectify.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/** Lets the engine set timers at a pace, and somebody look before any is fired. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

  @Bean
  @Order(2)
  static ProcessEnginePlugin timerPlugin(
      ObjectProvider<Pace> paces, ObjectProvider<BeforeFiring> lookouts) {
    Supplier<List<Pace>> known = SingletonSupplier.of(() -> paces.stream().toList());
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
          factories.addAll(engine.getCustomSessionFactories());
        }
        factories.add(new PacedTimers.Factory(() -> known.get().stream()));
        engine.setCustomSessionFactories(factories);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
          interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new LookBeforeFiring(lookouts));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
      }
    };
  }
}
