package rectify.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether and when cases were verified, for whoever shows them. */
@Component
public class Checks {

  private final LedgerMapper mapper;

  Checks(LedgerMapper mapper) {
    this.mapper = mapper;
  }

  /** By case, in one query; none for a case not verified yet. */
  public Map<Long, Check> of(Collection<Long> caseIds) {
    return caseIds.isEmpty()
        ? Map.of()
        : mapper.checks(caseIds).stream()
            .collect(Collectors.toMap(Check::caseId, Function.identity(), (first, more) -> first));
  }

  /** In words, with how long a forgery could stay unseen. */
  public String sentence(long caseId) {
    return Optional.ofNullable(of(List.of(caseId)).get(caseId))
            .map(Check::sentence)
            .orElse(Check.NOT_YET)
        + "；"
        + anchored();
  }

  /** Since when a forgery could stay unseen, in words: what came before stands outside, too. */
  public String anchored() {
    Anchor outside = mapper.newestAnchorOutside();
    return outside == null
        ? "还没有锚定离开系统"
        : "最近离开系统的锚定是" + outside.drawnAt().format(Check.MINUTE) + "的";
  }
}
