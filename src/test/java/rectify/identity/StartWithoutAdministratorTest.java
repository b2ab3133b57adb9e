package rectify.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.ibatis.annotations.Mapper;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

class StartWithoutAdministratorTest {

  /** Without doors: a second web application in this JVM would take the first one's filters. */
  @EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
  @ComponentScan(
      basePackages = {
        "rectify.refusal",
        "rectify.clean",
        "rectify.schema",
        "rectify.engine",
        "rectify.once",
        "rectify.task",
        "rectify.form",
        "rectify.account"
      })
  @MapperScan(
      basePackages = {"rectify.engine", "rectify.once", "rectify.identity"},
      annotationClass = Mapper.class)
  @Import({People.class, AuthorizationSeed.class, FirstAdministrator.class, IdentityStart.class})
  static class Rooms {}

  @Test
  void outside_the_demo_the_start_fails() {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.NONE);

    assertThatThrownBy(
            () ->
                application.run(
                    "--spring.datasource.url=jdbc:h2:mem:nobody;MODE=MySQL;DB_CLOSE_DELAY=-1",
                    // closing the default engine would take it from the other tests of this JVM
                    "--camunda.bpm.process-engine-name=nobody",
                    "--camunda.bpm.job-execution.enabled=false",
                    "--spring.quartz.auto-startup=false"))
        .isInstanceOf(FirstAdministrator.AdministratorMissing.class)
        .hasMessageContaining("系统还没有管理员");
  }
}
