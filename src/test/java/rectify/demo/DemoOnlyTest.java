package rectify.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;

class DemoOnlyTest {

  @Test
  void no_component_of_the_demo_exists_in_another_profile() {
    assertThat(components()).isEmpty();
    assertThat(components("mysql")).isEmpty();
    assertThat(components("demo")).contains(DemoHistory.class.getName());
  }

  private static String[] components(String... profiles) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(profiles);
    return new ClassPathScanningCandidateComponentProvider(true, environment)
        .findCandidateComponents("rectify.demo").stream()
            .map(BeanDefinition::getBeanClassName)
            .filter(name -> !name.contains(DemoHistoryIT.class.getSimpleName()))
            .toArray(String[]::new);
  }
}
