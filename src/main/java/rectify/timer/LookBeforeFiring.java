package rectify.timer;

import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets somebody look whenever the executor is about to take up jobs, in a transaction of theirs.
 */
class LookBeforeFiring extends CommandInterceptor {

  private final Iterable<BeforeFiring> lookouts;

  LookBeforeFiring(Iterable<BeforeFiring> lookouts) {
    this.lookouts = lookouts;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AcquireJobsCmd) {
      lookouts.forEach(BeforeFiring::look);
    }
    return next.execute(command);
  }
}
