package rectify.chain;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** What this room asks of the room that keeps the cases. */
public interface Chains {

  /** Heads by id, above an id. */
  List<Head> headsAfter(long caseId, int most);

  /** Heads of these cases, by id. */
  List<Head> heads(Collection<Long> caseIds);

  /** Ids of the cases something happened to since then, in order. */
  List<Long> changedSince(LocalDateTime since);

  /** Whole chains, by id. */
  List<Chain> chains(Collection<Long> caseIds);

  /** One whole chain that nobody adds to before the transaction ends; null if there is none. */
  Chain locked(long caseId);
}
