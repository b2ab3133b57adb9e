package rectify.account;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import rectify.engine.EnginePart;
import rectify.task.HeldTasks;
import rectify.task.TaskReleases;

/** Puts what an account needs before every door that changes one or checks its password. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  @Order(3)
  static ProcessEnginePlugin accountPlugin(
      ObjectProvider<AccountNews> accounts,
      ObjectProvider<TaskReleases> releases,
      ObjectProvider<PasswordGate> passwords) {
    return new EnginePart() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        HeldTasks held = new HeldTasks(engine, known(releases));
        engine.setIdentityProviderSessionFactory(new Departures.Factory(held, known(accounts)));
        engine.setIdentityService(new GuardedIdentityService(PasswordGate.of(passwords)));
      }
    };
  }
}
