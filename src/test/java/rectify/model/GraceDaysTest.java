package rectify.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * The tables and the assessment of a month wait exactly as long as its self-checks are accepted.
 */
class GraceDaysTest {

  @Test
  void the_setting_is_the_number_in_the_diagram() {
    TimerEventDefinition graceOver =
        Bpmn.readModelFromFile(Path.of("processes/self-check.bpmn").toFile())
            .getModelElementById("Timer_GraceOver");
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = yaml.getObject();

    assertThat(graceOver.getTimeDate().getTextContent())
        .as("宽限期改了的，application.yaml 的 rectify.self-check.grace-days 要一起改")
        .isEqualTo(
            "${deadlines.daysAfter(lastDay, %s)}"
                .formatted(settings.get("rectify.self-check.grace-days")));
  }
}
