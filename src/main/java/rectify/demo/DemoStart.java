package rectify.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings the demo into being before anybody can reach it: after the models, the guides and the
 * people are there, before the web server listens, Quartz starts and the job executor works.
 */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

  /** Before the watch looks for the last sign of life, and well before the web server. */
  static final int BEFORE_ANYBODY = -1;

  private final DemoEnterprises enterprises;
  private final DemoSafetyOfficers safetyOfficers;
  private final DemoChecklists checklists;
  private final DemoHistory history;
  private final boolean withHistory;
  private volatile boolean running;

  DemoStart(
      DemoEnterprises enterprises,
      DemoSafetyOfficers safetyOfficers,
      DemoChecklists checklists,
      DemoHistory history,
      @Value("${rectify.demo.history:false}") boolean withHistory) {
    this.enterprises = enterprises;
    this.safetyOfficers = safetyOfficers;
    this.checklists = checklists;
    this.history = history;
    this.withHistory = withHistory;
  }

  @Override
  public void start() {
    if (withHistory) {
      history.makeAfter(this::settle);
    } else {
      settle();
    }
    running = true;
  }

  private void settle() {
    enterprises.register();
    safetyOfficers.employ();
    checklists.answer();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_ANYBODY;
  }
}
