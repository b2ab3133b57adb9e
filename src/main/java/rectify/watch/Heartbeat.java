package rectify.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sign of life of the product, kept by whichever node runs the job. A node that starts looks
 * for the last one before anything is done: before Quartz, the job executor and the web server, so
 * that whatever ran out while no node lived is seen to first. As long as one of several nodes
 * lives, nothing stands still.
 */
@Component
public class Heartbeat implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final StandstillMapper mapper;
  private final Aftermath aftermath;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration longest;
  private final boolean atWork;
  private volatile boolean running;

  /**
   * @param longest silence that is no standstill; 0 looks for none
   * @param atWork whether the jobs run here; a command beside the product only looks
   */
  Heartbeat(
      StandstillMapper mapper,
      Aftermath aftermath,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${rectify.watch.standstill-after}") Duration longest,
      @Value("${spring.quartz.auto-startup:true}") boolean atWork) {
    this.mapper = mapper;
    this.aftermath = aftermath;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.longest = longest;
    this.atWork = atWork;
  }

  /** A sign of life. */
  public void beat() {
    transaction.executeWithoutResult(status -> mapper.beat(now()));
  }

  /** Looks for the last sign of life, and at what happened since if it is long ago. */
  public void begin() {
    transaction.executeWithoutResult(
        status -> {
          LocalDateTime last = mapper.lockLastBeat();
          LocalDateTime now = now();
          mapper.beat(now);
          if (last != null && !longest.isZero() && last.plus(longest).isBefore(now)) {
            Standstill noticed = aftermath.of(last, now);
            LOG.warn(
                "The product stood still from {} to {}: standstill {}", last, now, noticed.id());
          }
        });
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public void start() {
    begin();
    running = true;
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
  public boolean isAutoStartup() {
    return atWork;
  }

  /** Quartz and the web server start at the end; the job executor when all has started. */
  @Override
  public int getPhase() {
    return 0;
  }
}
