package rectify.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rectify.chain.Broken;
import rectify.chain.Link;
import rectify.chain.Verdict;
import rectify.seal.Seals;

/** Holds the anchors against their key, each other and what stands under them. */
@Component
class AnchorAudit {

  private static final int NEWEST = 2;

  private final Anchors anchors;
  private final Seals seals;
  private final ChainFindings findings;
  private final LedgerMapper mapper;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AnchorAudit(
      Anchors anchors,
      Seals seals,
      ChainFindings findings,
      LedgerMapper mapper,
      TransactionTemplate transaction,
      Clock clock) {
    this.anchors = anchors;
    this.seals = seals;
    this.findings = findings;
    this.mapper = mapper;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** All seals; the trees of the newest and of one more in turn, or of all. */
  void run(boolean wholly) {
    List<Anchor> all = mapper.anchors();
    long turn = LocalDate.now(clock).toEpochDay();
    for (int i = 0; i < all.size(); i++) {
      boolean tree = wholly || i >= all.size() - NEWEST || i == turn % all.size();
      String subject = "anchor/" + all.get(i).id();
      String number = all.get(i).day() + "的锚定";
      Optional<Broken> broken = of(all, i, tree);
      if (broken.isPresent()) {
        transaction.executeWithoutResult(
            status -> findings.found(null, subject, number, null, broken.get()));
      } else if (tree) {
        transaction.executeWithoutResult(status -> findings.hold(List.of(subject)));
      }
    }
  }

  /**
   * What does not hold of one anchor.
   *
   * @param all oldest first
   * @param wholly whether its tree is built again
   */
  private Optional<Broken> of(List<Anchor> all, int index, boolean wholly) {
    Anchor anchor = all.get(index);
    int number = index + 1;
    String previous = index == 0 ? Link.BEFORE_THE_FIRST : all.get(index - 1).seal();
    if (!anchor.previous().equals(previous)) {
      return broken(number, "前一次锚定缺失或被改动");
    }
    if (!seals.holds(anchor.asSeal(), anchor.text())) {
      return broken(number, "锚定的内容与其封印不符");
    }
    if (wholly) {
      Anchors.Placed placed = anchors.place(anchor, 0);
      if (placed.leaves() != anchor.chains() || !placed.tree().root().equals(anchor.root())) {
        return broken(number, "锚定时的案件清单被改动");
      }
    }
    return Optional.empty();
  }

  private static Optional<Broken> broken(int number, String detail) {
    return Optional.of(new Broken(Verdict.ANCHOR_MISMATCH, number, detail));
  }
}
