package rectify.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import rectify.engine.ProcessBean;

/** Puts the gate before every deployment, and has each task take its deadline from its clock. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  @Bean
  @Order(1)
  static ProcessEnginePlugin modelGatePlugin(ApplicationContext context) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers = new ArrayList<>();
        if (engine.getCustomPreDeployers() != null) {
          deployers.addAll(engine.getCustomPreDeployers());
        }
        deployers.add(
            new ModelGate(
                () -> beans(context), ModelDeployer.read(), () -> new EngineLook(engine)));
        engine.setCustomPreDeployers(deployers);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
          listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new DrawnDeadlines());
        engine.setCustomPreBPMNParseListeners(listeners);
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
