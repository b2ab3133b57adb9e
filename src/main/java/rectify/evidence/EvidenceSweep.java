package rectify.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away what belongs to nothing: drafts nobody came back to, files without a row. */
@Component
class EvidenceSweep {

  /** How long a draft waits for its report. */
  static final int DRAFT_DAYS = 7;

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);
  private static final int A_TIME = 200;

  private final EvidenceMapper mapper;
  private final EvidenceStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EvidenceSweep(
      EvidenceMapper mapper, EvidenceStore store, TransactionTemplate transaction, Clock clock) {
    this.mapper = mapper;
    this.store = store;
    this.transaction = transaction;
    this.clock = clock;
  }

  void sweep() {
    LocalDateTime before = LocalDateTime.now(clock).minusDays(DRAFT_DAYS);
    for (Evidence draft : mapper.draftsBefore(before)) {
      transaction.executeWithoutResult(
          status -> {
            if (mapper.deleteDraft(draft.id()) == 1) {
              store.deleteOnCommit(draft.storedAs());
            }
          });
    }
    store.clearIncoming();
    List<String> places = store.placesAtRest();
    for (int from = 0; from < places.size(); from += A_TIME) {
      List<String> some = places.subList(from, Math.min(places.size(), from + A_TIME));
      Set<String> known = mapper.known(some);
      some.stream()
          .filter(place -> !known.contains(place))
          .forEach(
              place -> {
                LOG.warn("Deleted evidence files {} that no row knows", place);
                store.delete(place);
              });
    }
  }
}
