package rectify.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the anchors against their key, each other and what stands under them. */
@Component
class AnchorCheck {

  private final Anchors anchors;
  private final Seals seals;

  AnchorCheck(Anchors anchors, Seals seals) {
    this.anchors = anchors;
    this.seals = seals;
  }

  /**
   * What does not hold of one anchor.
   *
   * @param all oldest first
   * @param wholly whether its tree is built again
   */
  Optional<Broken> of(List<Anchor> all, int index, boolean wholly) {
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
