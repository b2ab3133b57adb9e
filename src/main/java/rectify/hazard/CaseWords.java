package rectify.hazard;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.enterprise.Enterprise;
import rectify.enterprise.Enterprises;
import rectify.jurisdiction.Jurisdictions;
import rectify.page.SearchWords;

/** Keeps what a case is found by, from its registration on; older cases get theirs at the start. */
@Component
class CaseWords implements SmartInitializingSingleton {

  private static final int AT_ONCE = 500;

  private final CaseWordMapper mapper;
  private final Jurisdictions jurisdictions;
  private final TransactionTemplate transaction;

  CaseWords(CaseWordMapper mapper, Jurisdictions jurisdictions, TransactionTemplate transaction) {
    this.mapper = mapper;
    this.jurisdictions = jurisdictions;
    this.transaction = transaction;
  }

  void keep(Hazard hazard) {
    mapper.insertWords(hazard.id(), words(hazard));
  }

  private String words(Hazard hazard) {
    return SearchWords.together(
        hazard.caseNumber(),
        hazard.enterpriseName(),
        jurisdictions.placeName(hazard.countyCode())
            + jurisdictions.township(hazard.townshipCode()).name(),
        hazard.location(),
        hazard.description());
  }

  /** A case is found by the name its enterprise has now, beside the one it was registered with. */
  @EventListener
  void stored(Enterprises.Stored stored) {
    List<Long> changed =
        stored.enterprises().stream().map(Enterprise::id).filter(id -> id > 0).toList();
    for (int from = 0; from < changed.size(); from += AT_ONCE) {
      rename(changed.subList(from, Math.min(from + AT_ONCE, changed.size())));
    }
  }

  private void rename(List<Long> enterprises) {
    mapper
        .renamed(enterprises)
        .forEach(one -> mapper.addWords(one.id(), SearchWords.together(one.name())));
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> rename(List.of()));

    long after = 0;
    List<Hazard> found;
    while (!(found = mapper.withoutWords(after, AT_ONCE)).isEmpty()) {
      List<Hazard> some = found;
      try {
        transaction.executeWithoutResult(status -> some.forEach(this::keep));
        after = some.get(some.size() - 1).id();
      } catch (DuplicateKeyException otherNode) {
        // it has done some of them meanwhile: what is left is read again
        after = some.get(0).id() - 1;
      }
    }
  }
}
