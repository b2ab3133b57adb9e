package rectify.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Seals texts with the ledger's present key, and knows its own seals again. */
@Component
public class Seals {

  private final Keys keys;

  Seals(Keys keys) {
    this.keys = keys;
  }

  /** What new seals are made with; the text to be sealed names both. */
  public Algorithm algorithm() {
    return keys.algorithm();
  }

  public String keyId() {
    return keys.current();
  }

  /** The seal under the present key, in hexadecimal. */
  public String seal(String text) {
    return keys.algorithm().mac(keys.key(keys.current()), text);
  }

  /** Whether this is the seal of the text, by a key we know. */
  public boolean holds(Seal seal, String text) {
    Algorithm algorithm = Algorithm.of(seal.algorithm()).filter(Algorithm::keyed).orElse(null);
    byte[] key = seal.keyId() == null ? null : keys.key(seal.keyId());
    if (algorithm == null || key == null) {
      return false;
    }
    return MessageDigest.isEqual(
        algorithm.mac(key, text).getBytes(StandardCharsets.US_ASCII),
        seal.hash().getBytes(StandardCharsets.US_ASCII));
  }
}
