package rectify.chain;

import rectify.seal.Seal;
import rectify.seal.Written;

/**
 * A chain as it was found when keys came: what stands in it without a key is believed so far and no
 * further.
 */
public record SealedChain(
    long caseId,
    int events,
    String head,
    String stateHash,
    String algorithm,
    String keyId,
    String seal) {

  public String text() {
    return Written.of("chain/1", algorithm, keyId, caseId, events, head, stateHash);
  }

  public SealedChain sealed(String value) {
    return new SealedChain(caseId, events, head, stateHash, algorithm, keyId, value);
  }

  Seal asSeal() {
    return new Seal(algorithm, keyId, seal);
  }
}
