package rectify.chain;

import java.util.List;
import java.util.Optional;
import rectify.seal.Algorithm;
import rectify.seal.Seals;

/** Holds a chain against its case, its key and its anchors. */
public class ChainCheck {

  private final Seals seals;

  public ChainCheck(Seals seals) {
    this.seals = seals;
  }

  /**
   * The first thing that does not hold.
   *
   * @param old the chain as it was found when keys came; null if it began later
   * @param leaves what anchors say of it
   */
  public Optional<Broken> of(Chain chain, SealedChain old, List<Leaf> leaves) {
    return walk(chain, old)
        .or(() -> length(chain))
        .or(() -> anchored(chain, leaves))
        .or(() -> state(chain, old))
        .or(() -> beside(chain));
  }

  private Optional<Broken> walk(Chain chain, SealedChain old) {
    if (chain.events() == 0 && chain.links().isEmpty()) {
      return broken(Verdict.ALTERED, 1, "案件没有登记的记录");
    }
    boolean oldHolds = old != null && seals.holds(old.asSeal(), old.text());
    if (old != null && !oldHolds) {
      return broken(Verdict.ALTERED, old.events(), "启用密钥时的封存被改动，或其密钥未提供");
    }
    String previous = Link.BEFORE_THE_FIRST;
    int seq = 0;
    for (Link link : chain.links()) {
      seq++;
      if (seq > chain.events()) {
        break;
      }
      if (link.seq() != seq) {
        return broken(Verdict.ALTERED, seq, "第" + seq + "条缺失或顺序被改动");
      }
      if (!holds(link, previous, old)) {
        return broken(Verdict.ALTERED, seq, "内容与其校验值不符");
      }
      previous = link.hash();
    }
    if (seq == chain.events() && !previous.equals(chain.head())) {
      return broken(Verdict.ALTERED, seq, "案件记下的链头与最后一条记录不符");
    }
    return Optional.empty();
  }

  private boolean holds(Link link, String previous, SealedChain old) {
    if (link.isKeyed()) {
      return seals.holds(link.seal(), link.text(previous));
    }
    // anybody can compute these: they are believed as far as they were sealed when keys came
    boolean asWritten =
        Algorithm.SHA_256.written().equals(link.algorithm())
            && Algorithm.SHA_256.digest(link.text(previous)).equals(link.hash());
    return asWritten
        && old != null
        && link.seq() <= old.events()
        && (link.seq() < old.events() || link.hash().equals(old.head()));
  }

  private static Optional<Broken> length(Chain chain) {
    int written = chain.links().size();
    if (written > chain.events()) {
      return broken(
          Verdict.LOG_LONGER,
          chain.events() + 1,
          "案件记为%d条，记录有%d条".formatted(chain.events(), written));
    }
    if (written < chain.events()) {
      return broken(
          Verdict.CHAIN_LONGER, written + 1, "案件记为%d条，记录只有%d条".formatted(chain.events(), written));
    }
    return Optional.empty();
  }

  private static Optional<Broken> anchored(Chain chain, List<Leaf> leaves) {
    for (Leaf leaf : leaves) {
      if (leaf.events() > chain.links().size()) {
        return broken(
            Verdict.ANCHOR_MISMATCH,
            chain.links().size() + 1,
            "锚定时有%d条，现在只有%d条".formatted(leaf.events(), chain.links().size()));
      }
      if (leaf.events() < 1 || !chain.links().get(leaf.events() - 1).hash().equals(leaf.head())) {
        return broken(Verdict.ANCHOR_MISMATCH, Math.max(1, leaf.events()), "与锚定时的校验值不同");
      }
    }
    return Optional.empty();
  }

  /** What the newest event says the case is like must be what the case is like. */
  private static Optional<Broken> state(Chain chain, SealedChain old) {
    Link last = chain.links().get(chain.links().size() - 1);
    String algorithm = last.isKeyed() ? last.algorithm() : old.algorithm();
    String known = last.isKeyed() ? last.stateHash() : old.stateHash();
    boolean same =
        Algorithm.of(algorithm)
            .map(one -> one.digest(Chain.written(chain.facts())).equals(known))
            .orElse(false);
    return same ? Optional.empty() : broken(Verdict.ALTERED, last.seq(), "案件内容与这一条记下的不符");
  }

  /** Photos and plans are in the chain by what events tell of them. */
  private static Optional<Broken> beside(Chain chain) {
    return Optional.ofNullable(chain.untold())
        .map(it -> new Broken(Verdict.ALTERED, it.seq(), it.detail()));
  }

  private static Optional<Broken> broken(Verdict verdict, int seq, String detail) {
    return Optional.of(new Broken(verdict, seq, detail));
  }
}
