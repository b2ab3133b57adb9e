package rectify.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets many calls of the engine write to the database together when the last is done: a batch of
 * starts is then a few large statements instead of a dozen for each.
 */
@Component
public class OneCommand {

  private final ObjectProvider<ProcessEngine> engine;

  OneCommand(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /** Makes the calls in the transaction that is open; none of them is written if one fails. */
  public void run(Runnable calls) {
    ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              calls.run();
              return null;
            });
  }
}
