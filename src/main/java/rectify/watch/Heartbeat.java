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
import rectify.timer.BeforeFiring;

/**
 * The sign of life of the product, kept by whichever node runs the job. Each sign looks for the
 * last one first: a node that starts looks before anything is done (before Quartz, the job executor
 * and the web server), and one that lived on while its machine slept or its database was away
 * before it fires what ran out meanwhile. As long as one of several nodes lives, nothing stands
 * still.
 */
@Component
public class Heartbeat implements SmartLifecycle, BeforeFiring {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** How long a node may fire jobs without a sign of life. */
  private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(5);

  private final StandstillMapper mapper;
  private final Aftermath aftermath;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration longest;
  private final boolean atWork;
  private volatile boolean running;
  private volatile LocalDateTime lastSeen;

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

  /** A sign of life; looks at what happened since the last one if that is long ago. */
  public void beat() {
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
    lastSeen = now();
  }

  /**
   * A sign of life before jobs are fired, where this node gave none for a while: the first one
   * after a standstill may be later than the job executor's first look.
   */
  @Override
  public void look() {
    LocalDateTime seen = lastSeen;
    if (seen == null || seen.plus(LONGEST_UNSEEN).isBefore(now())) {
      beat();
    }
  }

  /** A sign of life after a time that is none of a standstill, such as a history made up. */
  public void beatAnew() {
    transaction.executeWithoutResult(status -> mapper.beat(now()));
    lastSeen = now();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public void start() {
    beat();
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
