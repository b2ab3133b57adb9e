package rectify.timer;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import rectify.engine.EnginePart;

/** Lets the engine set timers at a pace, and somebody look before any is fired. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

  @Bean
  @Order(5)
  static ProcessEnginePlugin timerPlugin(
      ObjectProvider<Pace> paces, ObjectProvider<BeforeFiring> lookouts) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(
            with(engine.getCustomSessionFactories(), new PacedTimers.Factory(known(paces))));
        engine.setCustomPreCommandInterceptorsTxRequired(
            with(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new LookBeforeFiring(lookouts)));
      }
    };
  }
}
