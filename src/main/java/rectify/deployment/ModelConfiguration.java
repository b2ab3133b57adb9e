package rectify.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import rectify.engine.EnginePart;
import rectify.engine.ProcessBean;
import rectify.model.DrawnDeadlines;
import rectify.model.ModelDeployer;

/** Puts the gate before every deployment, and has each task take its deadline from its clock. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  @Bean
  @Order(4)
  static ProcessEnginePlugin modelGatePlugin(ApplicationContext context) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelGate gate =
            new ModelGate(() -> beans(context), ModelDeployer.read(), () -> new EngineLook(engine));
        engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), gate));
        engine.setCustomPreBPMNParseListeners(
            with(engine.getCustomPreBPMNParseListeners(), new DrawnDeadlines()));
      }
    };
  }

  /** What a model may call, by name; the beans themselves need the engine, so only their types. */
  private static Map<String, Class<?>> beans(ApplicationContext context) {
    Map<String, Class<?>> beans = new LinkedHashMap<>();
    for (String name : context.getBeanNamesForAnnotation(ProcessBean.class)) {
      beans.put(name, ClassUtils.getUserClass(context.getType(name)));
    }
    return beans;
  }
}
