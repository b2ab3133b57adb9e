package rectify.chain;

import java.time.LocalDateTime;
import rectify.seal.Algorithm;
import rectify.seal.Seal;
import rectify.seal.Written;

/**
 * An event as a link of its case's chain. Its hash covers the one before it, its own columns and
 * the state the case was in after it.
 *
 * @param kind as it is stored
 * @param algorithm as {@link Algorithm#written()}
 * @param keyId null of events from before there was a key
 * @param stateHash digest of the case after the event; null of events from before there was a key
 */
public record Link(
    long caseId,
    int seq,
    String kind,
    String detail,
    LocalDateTime happenedAt,
    String actor,
    String actorName,
    String origin,
    String algorithm,
    String keyId,
    String stateHash,
    String hash) {

  /** Stands for the hash before a chain's first link. */
  public static final String BEFORE_THE_FIRST = "0".repeat(64);

  boolean isKeyed() {
    return keyId != null;
  }

  /** What is hashed; without a key it is what it was before there were any. */
  public String text(String previous) {
    if (!isKeyed()) {
      return Written.of(previous, caseId, seq, kind, detail, happenedAt, actor, actorName, origin);
    }
    return Written.of(
        "event/1",
        algorithm,
        keyId,
        previous,
        caseId,
        seq,
        kind,
        detail,
        happenedAt,
        actor,
        actorName,
        origin,
        stateHash);
  }

  Seal seal() {
    return new Seal(algorithm, keyId, hash);
  }

  /** The same with its hash. */
  public Link hashed(String value) {
    return new Link(
        caseId,
        seq,
        kind,
        detail,
        happenedAt,
        actor,
        actorName,
        origin,
        algorithm,
        keyId,
        stateHash,
        value);
  }
}
