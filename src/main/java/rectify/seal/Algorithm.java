package rectify.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * How a hash of the ledger is made; its name stands beside each. SM3 is the national digest (GB/T
 * 32905-2016) that GB/T 39786-2021 asks of systems under cryptographic evaluation. Both come from
 * one library as plain objects: no provider is registered for the whole virtual machine.
 */
public enum Algorithm {
  /** Without a key; only events written before there was one. */
  SHA_256("SHA-256", false),
  HMAC_SHA_256("HMAC-SHA-256", true),
  HMAC_SM3("HMAC-SM3", true);

  private final String written;
  private final boolean keyed;

  Algorithm(String written, boolean keyed) {
    this.written = written;
    this.keyed = keyed;
  }

  /** Its name as it is stored. */
  public String written() {
    return written;
  }

  public boolean keyed() {
    return keyed;
  }

  public static Optional<Algorithm> of(String written) {
    return Arrays.stream(values()).filter(one -> one.written.equals(written)).findFirst();
  }

  private Digest digest() {
    return this == HMAC_SM3 ? new SM3Digest() : new SHA256Digest();
  }

  /** The digest under the code, of bytes. */
  public byte[] digest(byte[] bytes) {
    Digest digest = digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  /** The digest under the code, of a text, in hexadecimal. */
  public String digest(String text) {
    return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The code of a text under a key, in hexadecimal. */
  public String mac(byte[] key, String text) {
    HMac mac = new HMac(digest());
    mac.init(new KeyParameter(key));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(bytes, 0, bytes.length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }
}
