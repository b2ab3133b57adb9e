package rectify.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import rectify.chain.Chain;
import rectify.chain.Leaf;
import rectify.chain.Link;
import rectify.chain.SealedChain;

/**
 * The proof of a case: all that is hashed, word for word, and how it hangs on the anchors. Whoever
 * has it can verify it with {@code Verifier.java} and without us.
 */
@Service
public class ProofFiles {

  private final EventAudit audit;
  private final Anchors anchors;
  private final LedgerMapper mapper;
  private final Clock clock;

  ProofFiles(EventAudit audit, Anchors anchors, LedgerMapper mapper, Clock clock) {
    this.audit = audit;
    this.anchors = anchors;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The proof, to be written as JSON; it says what we found ourselves just now. */
  public Map<String, Object> of(Chain chain) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("format", "rectify-proof/1");
    proof.put("caseNumber", chain.caseNumber());
    proof.put("caseId", chain.caseId());
    proof.put("issuedAt", LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
    proof.put(
        "found",
        audit
            .now(chain)
            .map(broken -> broken.verdict().chinese(broken.seq()) + "：" + broken.detail())
            .orElse("未被改动"));
    proof.put("events", chain.events());
    proof.put("head", chain.head());
    proof.put("facts", chain.facts());
    List<Long> id = List.of(chain.caseId());
    proof.put(
        "sealedBefore",
        mapper.sealedChains(id).stream().findFirst().map(ProofFiles::sealed).orElse(null));
    proof.put("links", chain.links().stream().map(ProofFiles::link).toList());
    List<Map<String, Object>> anchored = new ArrayList<>();
    for (Leaf leaf : mapper.leavesOf(id)) {
      anchored.add(anchored(leaf));
    }
    proof.put("anchors", anchored);
    return proof;
  }

  private Map<String, Object> anchored(Leaf leaf) {
    Anchor anchor = mapper.anchor(leaf.anchorId());
    Map<String, Object> said = new LinkedHashMap<>();
    if (anchor == null) {
      said.put("missing", leaf.anchorId());
      return said;
    }
    said.putAll(anchor(anchor));
    Anchors.Placed placed = anchors.place(anchor, leaf.caseId());
    said.put("leafEvents", leaf.events());
    said.put("leafHead", leaf.head());
    said.put("path", placed.index() < 0 ? List.of() : placed.tree().path(placed.index()));
    return said;
  }

  static Map<String, Object> anchor(Anchor anchor) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("day", anchor.day().toString());
    said.put("drawnAt", anchor.drawnAt().toString());
    said.put("previous", anchor.previous());
    said.put("chains", anchor.chains());
    said.put("root", anchor.root());
    said.put("allChains", anchor.allChains());
    said.put("allEvents", anchor.allEvents());
    said.put("algorithm", anchor.algorithm());
    said.put("keyId", anchor.keyId());
    said.put("seal", anchor.seal());
    return said;
  }

  private static Map<String, Object> sealed(SealedChain sealed) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("events", sealed.events());
    said.put("head", sealed.head());
    said.put("stateHash", sealed.stateHash());
    said.put("algorithm", sealed.algorithm());
    said.put("keyId", sealed.keyId());
    said.put("seal", sealed.seal());
    return said;
  }

  private static Map<String, Object> link(Link link) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("seq", link.seq());
    said.put("kind", link.kind());
    said.put("detail", link.detail());
    said.put("happenedAt", link.happenedAt().toString());
    said.put("actor", link.actor());
    said.put("actorName", link.actorName());
    said.put("origin", link.origin());
    said.put("algorithm", link.algorithm());
    said.put("keyId", link.keyId());
    said.put("stateHash", link.stateHash());
    said.put("hash", link.hash());
    return said;
  }
}
