package rectify.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes when each timer of a case has fired, to the millisecond; the engine's own log knows seconds
 * only. Its cleaning of the history, jobs too, falls into the small hours.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class TimerWatch extends AbstractProcessEnginePlugin {

  /**
   * @param due epoch milliseconds
   * @param fired epoch milliseconds, when its work was done, right before the commit
   */
  record Firing(long due, long fired) {

    double secondsLate() {
      return (fired - due) / 1000.0;
    }
  }

  private final Queue<Firing> firings = new ConcurrentLinkedQueue<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getCustomHistoryEventHandlers().add(new Watching());
  }

  void forget() {
    firings.clear();
  }

  List<Firing> firings() {
    return List.copyOf(firings);
  }

  private final class Watching implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (event instanceof HistoricJobLogEvent job
          && job.isSuccessLog()
          && job.getJobDefinitionType().startsWith("timer")) {
        firings.add(new Firing(job.getJobDueDate().getTime(), System.currentTimeMillis()));
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }
  }
}
