package rectify.hazard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rectify.chain.Chain.Untold;
import rectify.chain.Link;
import rectify.evidence.EvidenceFiles.Proof;

/**
 * The photos, files and plans of some cases, held against what the events tell of them: a hash
 * each. So one that is exchanged in the database shows, though it is no part of the case's own row.
 */
final class Beside {

  private static final String HASH = "([0-9a-f]{64})";

  /** Only where no text that a person wrote can stand: a photo's name may look like a hash. */
  private static final Map<String, Pattern> TOLD =
      Map.of(
          HazardEvent.Kind.EVIDENCE_ADDED.name(), Pattern.compile("SHA-256 " + HASH + "）$"),
          HazardEvent.Kind.PLAN_FILED.name(),
              Pattern.compile("^" + Pattern.quote(TreatmentPlans.FILED) + HASH));

  private final Map<String, List<Proof>> proofs;
  private final Map<Long, List<TreatmentPlan>> plans;

  Beside(List<Proof> proofs, List<TreatmentPlan> plans) {
    this.proofs = proofs.stream().collect(groupingBy(Proof::caseNumber));
    this.plans = plans.stream().collect(groupingBy(TreatmentPlan::hazardId));
  }

  /** The first thing that is not as an event tells; null if all is. */
  Untold untold(Hazard hazard, List<Link> links) {
    Map<String, Set<String>> there =
        Map.of(
            HazardEvent.Kind.EVIDENCE_ADDED.name(), hashes(hazard, proof -> true),
            HazardEvent.Kind.PLAN_FILED.name(), filed(hazard));
    for (Link link : links) {
      Pattern pattern = TOLD.get(link.kind());
      Matcher told = pattern == null ? null : pattern.matcher(link.detail());
      if (told != null && told.find() && !there.get(link.kind()).contains(told.group(1))) {
        return new Untold(link.seq(), "这一条记下校验值的照片、文件或方案已被更换或删除");
      }
    }
    return allTold(hashes(hazard, Proof::counts), HazardEvent.Kind.EVIDENCE_ADDED.name(), links)
            && allTold(filed(hazard), HazardEvent.Kind.PLAN_FILED.name(), links)
        ? null
        : new Untold(links.size(), "案件里有照片、文件或方案与各条记录记下的校验值都不符");
  }

  private Set<String> hashes(Hazard hazard, Predicate<Proof> which) {
    return proofs.getOrDefault(hazard.caseNumber(), List.of()).stream()
        .filter(which)
        .map(Proof::sha256)
        .collect(toSet());
  }

  private Set<String> filed(Hazard hazard) {
    return plans.getOrDefault(hazard.id(), List.of()).stream()
        .map(TreatmentPlan::digest)
        .collect(toSet());
  }

  /**
   * One taken back at a visit came into its case without an event; it counts for nothing. An event
   * that was cut, or is from before plans had a hash, may have told of any of them.
   */
  private static boolean allTold(Set<String> there, String kind, List<Link> links) {
    if (there.isEmpty()) {
      return true;
    }
    List<String> details =
        links.stream().filter(link -> link.kind().equals(kind)).map(Link::detail).toList();
    String all = details.stream().collect(Collectors.joining("\n"));
    return details.stream().anyMatch(it -> it.endsWith("…") || !it.contains("SHA-256 "))
        || there.stream().allMatch(all::contains);
  }
}
