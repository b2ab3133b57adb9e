package rectify.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.identity.Deputies;
import rectify.identity.People;
import rectify.notification.NotificationMapper.Outgoing;
import rectify.notification.NotificationMapper.Recipient;
import rectify.task.OpenTasks;

/**
 * Takes notices out of the outbox and addresses them to persons: into everybody's inbox, and on to
 * the channels that carry them. Each notice in a transaction of its own, so that a crash leaves it
 * either untouched or spread, on whichever node.
 */
@Component
public class Spread {

  private static final Logger LOG = LoggerFactory.getLogger(Spread.class);
  private static final int BATCH = 200;

  private final NotificationMapper mapper;
  private final List<Channel> channels;
  private final People people;
  private final Deputies deputies;
  private final OpenTasks openTasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Spread(
      NotificationMapper mapper,
      List<Channel> channels,
      People people,
      Deputies deputies,
      OpenTasks openTasks,
      TransactionTemplate transaction,
      Clock clock) {
    this.mapper = mapper;
    this.channels = channels;
    this.people = people;
    this.deputies = deputies;
    this.openTasks = openTasks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Spreads what lies in the outbox. */
  public void run() {
    List<Notice> batch;
    int failed;
    do {
      batch = mapper.unspread(BATCH);
      failed = 0;
      for (Notice notice : batch) {
        try {
          transaction.executeWithoutResult(status -> spread(notice));
        } catch (RuntimeException e) {
          failed++;
          LOG.error("notice {} could not be spread, it stays in the outbox", notice.id(), e);
        }
      }
    } while (batch.size() == BATCH && failed == 0);
  }

  private void spread(Notice notice) {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    if (mapper.markSpread(notice.id(), now) == 0) {
      return;
    }
    List<Recipient> recipients = recipients(notice);
    if (!recipients.isEmpty()) {
      mapper.putIntoInboxes(notice.id(), recipients);
    }
    List<Outgoing> outgoing = new ArrayList<>();
    for (Recipient recipient : recipients) {
      for (Channel channel : channels) {
        if (channel.carries(notice.kind(), recipient.person())) {
          outgoing.add(new Outgoing(channel.name(), recipient.person(), channel.notBefore(now)));
        }
      }
    }
    if (!outgoing.isEmpty()) {
      mapper.insertDeliveries(notice.id(), outgoing);
    }
    mapper.reached(notice.id(), recipients.size());
  }

  private List<Recipient> recipients(Notice notice) {
    Map<String, Recipient> byPerson = new LinkedHashMap<>();
    List<String> own =
        notice.personal() ? List.of(notice.recipient()) : people.members(notice.recipient());
    own.forEach(person -> byPerson.put(person, new Recipient(person, null)));
    if (notice.personal()) {
      String absent = notice.recipient();
      deputies.standInsOf(absent).stream()
          .filter(person -> concerns(notice, person, absent))
          .forEach(person -> byPerson.putIfAbsent(person, new Recipient(person, absent)));
    }
    return List.copyOf(byPerson.values());
  }

  /** Whoever stands in hears of the unit they share; a notice to that unit reaches them anyway. */
  private boolean concerns(Notice notice, String person, String absent) {
    return notice.taskId() == null
        || openTasks.of(List.of(notice.taskId())).stream()
            .anyMatch(task -> deputies.standsIn(person, absent, task.groups()));
  }
}
