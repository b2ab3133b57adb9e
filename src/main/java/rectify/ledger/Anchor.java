package rectify.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import rectify.seal.Seal;
import rectify.seal.Written;

/**
 * The heads of all chains at a moment, in one seal.
 *
 * @param previous seal of the anchor before
 * @param chains how many had changed since that one
 * @param root of the tree over the heads of those
 * @param allChains how many chains there were in all
 * @param allEvents how many events there were in all
 */
record Anchor(
    long id,
    LocalDate day,
    LocalDateTime drawnAt,
    String previous,
    int chains,
    String root,
    long allChains,
    long allEvents,
    String algorithm,
    String keyId,
    String seal) {

  String text() {
    return Written.of(
        "anchor/1", algorithm, keyId, previous, day, drawnAt, chains, root, allChains, allEvents);
  }

  Anchor sealed(String value) {
    return new Anchor(
        id, day, drawnAt, previous, chains, root, allChains, allEvents, algorithm, keyId, value);
  }

  Seal asSeal() {
    return new Seal(algorithm, keyId, seal);
  }
}
