package rectify.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.notification.NotificationMapper.Due;
import rectify.task.OpenTasks;

/**
 * Sends what is due, at least once. Whoever sends claims it first for a few minutes: two nodes
 * never send the same at once, and what a killed node had claimed is taken up again. What fails is
 * tried again after growing waits and then parked for the operator.
 */
@Component
class Deliverer {

  static final Duration CLAIM = Duration.ofMinutes(5);

  static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
  private static final int BATCH = 500;

  /** A channel that fails so often in a row is down: the rest waits without being tried. */
  private static final int DOWN = 3;

  private final NotificationMapper mapper;
  private final OpenTasks openTasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deliverer(
      NotificationMapper mapper,
      OpenTasks openTasks,
      TransactionTemplate transaction,
      Clock clock) {
    this.mapper = mapper;
    this.openTasks = openTasks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Sends what is due through a channel. */
  void run(Channel channel) {
    int failures = 0;
    List<Due> batch;
    do {
      batch = mapper.due(channel.name(), now(), BATCH);
      Set<Object> done = new HashSet<>();
      for (Due due : batch) {
        if (!channel.isOpen(now())) {
          return;
        }
        if (done.add(channel.bundles() ? due.person() : due.id())) {
          failures = send(channel, due) ? 0 : failures + 1;
          if (failures == DOWN) {
            LOG.warn("{} is down, what is left waits for the next run", channel.name());
            return;
          }
        }
      }
    } while (batch.size() == BATCH);
  }

  private boolean send(Channel channel, Due due) {
    String claim = UUID.randomUUID().toString();
    LocalDateTime now = now();
    Long only = channel.bundles() ? null : due.id();
    Integer claimed =
        transaction.execute(
            status ->
                mapper.claim(channel.name(), due.person(), only, claim, now, now.plus(CLAIM)));
    if (claimed == null || claimed == 0) {
      return true;
    }
    List<Delivery> deliveries = mapper.claimed(claim);
    List<Delivery> current = stillToBeDone(deliveries);
    try {
      if (!current.isEmpty()) {
        channel.send(due.person(), current);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      fail(channel, claim, deliveries, e);
      return false;
    }
    transaction.executeWithoutResult(
        status -> mapper.finished(claim, current.isEmpty() ? "OBSOLETE" : "SENT", now()));
    return true;
  }

  /** What was done since it was told needs no telling any more. */
  private List<Delivery> stillToBeDone(List<Delivery> deliveries) {
    Set<String> open =
        openTasks.stillOpen(
            deliveries.stream().map(Delivery::taskId).filter(Objects::nonNull).toList());
    return deliveries.stream()
        .filter(delivery -> delivery.taskId() == null || open.contains(delivery.taskId()))
        .toList();
  }

  private void fail(Channel channel, String claim, List<Delivery> deliveries, Exception failure) {
    int tried = deliveries.stream().mapToInt(Delivery::attempts).max().orElse(0);
    boolean parked = tried >= WAITS.size();
    LocalDateTime next = parked ? now() : now().plus(WAITS.get(tried));
    String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    LOG.warn(
        "{} did not take {} notices, attempt {}: {}",
        channel.name(),
        deliveries.size(),
        tried + 1,
        error);
    transaction.executeWithoutResult(
        status ->
            mapper.failed(
                claim,
                parked ? "PARKED" : "WAITING",
                next,
                error.length() <= 500 ? error : error.substring(0, 500)));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
