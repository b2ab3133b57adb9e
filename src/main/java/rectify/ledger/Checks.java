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

  /** In words. */
  public String sentence(long caseId) {
    return Optional.ofNullable(of(List.of(caseId)).get(caseId))
        .map(Check::sentence)
        .orElse(Check.NOT_YET);
  }
}
