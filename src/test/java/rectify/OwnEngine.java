package rectify;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Sees to it that the web applications and the engine's REST API mean this test's engine: each
 * looks engines up by name in a registry of its own, once for the whole JVM, where another test's
 * may have come, or gone, since. Works for every Spring test, see {@code
 * META-INF/spring.factories}.
 */
class OwnEngine implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext test) {
    test.getApplicationContext()
        .getBeanProvider(ProcessEngine.class)
        .ifAvailable(this::answersToItsName);
  }

  private void answersToItsName(ProcessEngine own) {
    RuntimeContainerDelegate engines = RuntimeContainerDelegate.INSTANCE.get();
    ProcessEngine other = engines.getProcessEngineService().getProcessEngine(own.getName());
    if (other != own) {
      if (other != null) {
        engines.unregisterProcessEngine(other);
      }
      engines.registerProcessEngine(own);
    }
    ProcessEngines.registerProcessEngine(own);
    if (other != own || Cockpit.getRuntimeDelegate() == null) {
      webApplicationsBeginAnew();
    }
  }

  /** A product that ends takes theirs away from the whole JVM. */
  private static void webApplicationsBeginAnew() {
    Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
    Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
    Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
    Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
  }
}
