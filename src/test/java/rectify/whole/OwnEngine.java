package rectify.whole;

import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Sees to it that the engine's REST API means this test's engine: it looks engines up by name, once
 * for the whole JVM, where another test's may have come, or gone, since.
 */
class OwnEngine implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext test) {
    ProcessEngine own = test.getApplicationContext().getBean(ProcessEngine.class);
    RuntimeContainerDelegate engines = RuntimeContainerDelegate.INSTANCE.get();
    ProcessEngine known = engines.getProcessEngineService().getProcessEngine(own.getName());
    if (known != own) {
      if (known != null) {
        engines.unregisterProcessEngine(known);
      }
      engines.registerProcessEngine(own);
    }
  }
}
