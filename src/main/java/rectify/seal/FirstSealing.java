package rectify.seal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the papers there were before papers were sealed, as they are found: once for each room, in
 * one transaction with the room's own row, whichever node comes first. What has no seal after that
 * is not believed.
 */
@Component
public class FirstSealing {

  private static final Logger LOG = LoggerFactory.getLogger(FirstSealing.class);
  private static final int AT_ONCE = 200;

  private final List<Papers> rooms;
  private final PaperSeals seals;
  private final PaperSealMapper mapper;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstSealing(
      List<Papers> rooms,
      PaperSeals seals,
      PaperSealMapper mapper,
      TransactionTemplate transaction,
      Clock clock) {
    this.rooms = rooms;
    this.seals = seals;
    this.mapper = mapper;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Before anybody can write, and after the keys were found to be the right ones. */
  public void sealWhatWasThere() {
    for (Papers room : rooms) {
      try {
        transaction.executeWithoutResult(status -> begin(room));
      } catch (DuplicateKeyException otherNode) {
        LOG.info("Another node has just sealed every {} from before there were seals", room.room());
      }
    }
  }

  private void begin(Papers room) {
    if (mapper.roundOf(room.room()) != null) {
      return;
    }
    // a second node waits here, and then finds the row
    mapper.begin(room.room(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    if (!mapper.sealed(room.room(), 0, Long.MAX_VALUE).isEmpty()) {
      LOG.error(
          "It was deleted since when each {} is sealed; nothing is sealed again", room.room());
      return;
    }
    long from = 0;
    int sealed = 0;
    List<Paper> found;
    while (!(found = room.after(from, AT_ONCE)).isEmpty()) {
      seals.seal(found);
      sealed += found.size();
      from = found.get(found.size() - 1).id();
    }
    if (sealed > 0) {
      LOG.warn(
          "Sealed {} of {} as they were found, from before there were seals", sealed, room.room());
    }
  }
}
