package rectify.ledger;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Chains;
import rectify.chain.Head;
import rectify.chain.Leaf;
import rectify.chain.Link;
import rectify.chain.MerkleTree;
import rectify.seal.Algorithm;
import rectify.seal.Seals;

/**
 * Draws the heads of all chains together, once a day. Costs what changed since the day before: the
 * chains that did not change stand in earlier anchors, which each anchor covers.
 */
@Service
class Anchors {

  private static final int AT_ONCE = 500;

  /** No change takes longer from its event to its commit. */
  private static final int LONGEST_CHANGE_DAYS = 1;

  private final Chains chains;
  private final Seals seals;
  private final LedgerMapper mapper;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Anchors(
      Chains chains,
      Seals seals,
      LedgerMapper mapper,
      TransactionTemplate transaction,
      Clock clock) {
    this.chains = chains;
    this.seals = seals;
    this.mapper = mapper;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Today's; drawn if there is none yet, whichever node comes first. */
  Anchor ofToday() {
    LocalDate today = LocalDate.now(clock);
    Anchor there = mapper.anchorOf(today);
    if (there != null) {
      return there;
    }
    try {
      transaction.executeWithoutResult(status -> draw(today));
    } catch (DuplicateKeyException otherNode) {
      // one anchor a day is all there may be
    }
    return mapper.anchorOf(today);
  }

  private void draw(LocalDate today) {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    Anchor last = mapper.newestAnchor();
    List<Head> changed = new ArrayList<>();
    long[] more = new long[2];
    if (last == null) {
      long from = 0;
      List<Head> heads;
      while (!(heads = chains.headsAfter(from, AT_ONCE)).isEmpty()) {
        keepChanged(heads, changed, more);
        from = heads.get(heads.size() - 1).caseId();
      }
    } else {
      List<Long> ids = chains.changedSince(last.drawnAt().minusDays(LONGEST_CHANGE_DAYS));
      for (int i = 0; i < ids.size(); i += AT_ONCE) {
        keepChanged(chains.heads(ids.subList(i, Math.min(ids.size(), i + AT_ONCE))), changed, more);
      }
    }
    MerkleTree tree = new MerkleTree(seals.algorithm());
    changed.forEach(tree::add);
    Anchor anchor =
        new Anchor(
            0,
            today,
            now,
            last == null ? Link.BEFORE_THE_FIRST : last.seal(),
            changed.size(),
            tree.root(),
            (last == null ? 0 : last.allChains()) + more[0],
            (last == null ? 0 : last.allEvents()) + more[1],
            seals.algorithm().written(),
            seals.keyId(),
            null);
    NewAnchor row = new NewAnchor(anchor.sealed(seals.seal(anchor.text())));
    mapper.insertAnchor(row);
    for (int i = 0; i < changed.size(); i += AT_ONCE) {
      mapper.insertLeaves(row.getId(), changed.subList(i, Math.min(changed.size(), i + AT_ONCE)));
    }
  }

  private void keepChanged(List<Head> heads, List<Head> changed, long[] more) {
    if (heads.isEmpty()) {
      return;
    }
    Map<Long, Leaf> known =
        mapper.newestLeaves(heads.stream().map(Head::caseId).toList()).stream()
            .collect(toMap(Leaf::caseId, Function.identity()));
    for (Head head : heads) {
      Leaf leaf = known.get(head.caseId());
      if (leaf == null || head.events() > leaf.events()) {
        changed.add(head);
        more[0] += leaf == null ? 1 : 0;
        more[1] += head.events() - (leaf == null ? 0 : leaf.events());
      }
    }
  }

  /** The tree of an anchor, and where in it a case stands; -1 if it does not. */
  Placed place(Anchor anchor, long caseId) {
    MerkleTree tree =
        new MerkleTree(Algorithm.of(anchor.algorithm()).orElse(Algorithm.HMAC_SHA_256));
    int index = -1;
    int count = 0;
    long after = 0;
    List<Leaf> leaves;
    while (!(leaves = mapper.leavesOfAnchor(anchor.id(), after, 10 * AT_ONCE)).isEmpty()) {
      for (Leaf leaf : leaves) {
        if (leaf.caseId() == caseId) {
          index = count;
        }
        count++;
        tree.add(leaf.asHead());
      }
      after = leaves.get(leaves.size() - 1).caseId();
    }
    return new Placed(tree, index, count);
  }

  record Placed(MerkleTree tree, int index, int leaves) {}
}
