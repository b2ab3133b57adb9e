package rectify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import rectify.whole.WholeSystem;

/** What an expression of a model reaches: the product's own steps and nothing else. */
@WholeSystem
class ExpressionExposureIT {

  @Autowired private ApplicationContext context;
  @Autowired private ProcessEngine engine;

  @Test
  void a_model_reaches_every_process_bean() {
    Map<String, Object> beans = context.getBeansWithAnnotation(ProcessBean.class);

    assertThat(beans).containsKeys("hazards", "deadlines", "supervision", "orders");
    beans.forEach((name, bean) -> assertThat(value("${" + name + "}")).isSameAs(bean));
  }

  @Test
  void a_model_reaches_no_other_bean() {
    List<String> others =
        Stream.of(context.getBeanDefinitionNames())
            .filter(name -> name.matches("[A-Za-z_]\\w*"))
            .filter(name -> context.findAnnotationOnBean(name, ProcessBean.class) == null)
            .toList();

    assertThat(others).contains("dataSource", "people", "enterprises");
    for (String name : others) {
      assertThatThrownBy(() -> value("${" + name + "}"))
          .as(name)
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining(name);
    }
  }

  private Object value(String expression) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            command ->
                configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }
}
