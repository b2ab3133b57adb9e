package rectify.hazard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rectify.chain.Chain;
import rectify.chain.Chains;
import rectify.chain.Head;
import rectify.chain.Link;
import rectify.evidence.EvidenceFiles;

/** The chains of the cases, for whoever verifies them. */
@Component
public class HazardChains implements Chains {

  private final HazardMapper mapper;
  private final EvidenceFiles evidence;

  HazardChains(HazardMapper mapper, EvidenceFiles evidence) {
    this.mapper = mapper;
    this.evidence = evidence;
  }

  @Override
  public List<Head> headsAfter(long caseId, int most) {
    return mapper.headsAfter(caseId, most);
  }

  @Override
  public List<Head> heads(Collection<Long> caseIds) {
    return caseIds.isEmpty() ? List.of() : mapper.heads(caseIds);
  }

  @Override
  public List<Long> changedSince(LocalDateTime since) {
    return mapper.changedSince(since);
  }

  @Override
  public List<Chain> chains(Collection<Long> caseIds) {
    if (caseIds.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Link>> links =
        mapper.eventsOf(caseIds).stream()
            .map(HazardEvent::link)
            .collect(groupingBy(Link::caseId, mapping(link -> link, toList())));
    List<Hazard> hazards = mapper.byIds(caseIds);
    Beside beside = beside(hazards);
    return hazards.stream()
        .map(hazard -> chain(hazard, links.getOrDefault(hazard.id(), List.of()), beside))
        .toList();
  }

  @Override
  public Chain locked(long caseId) {
    Hazard hazard = mapper.lock(caseId);
    return hazard == null
        ? null
        : chain(
            hazard,
            mapper.events(caseId).stream().map(HazardEvent::link).toList(),
            beside(List.of(hazard)));
  }

  private Beside beside(List<Hazard> hazards) {
    if (hazards.isEmpty()) {
      return new Beside(List.of(), List.of());
    }
    return new Beside(
        evidence.proofs(hazards.stream().map(Hazard::caseNumber).toList()),
        mapper.plansOf(hazards.stream().map(Hazard::id).toList()));
  }

  private static Chain chain(Hazard hazard, List<Link> links, Beside beside) {
    return new Chain(
        hazard.id(),
        hazard.caseNumber(),
        hazard.countyCode(),
        hazard.version(),
        hazard.lastEventHash(),
        Fact.of(hazard, Change.NONE),
        links,
        beside.untold(hazard, links));
  }
}
