package rectify.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The keys of the ledger, from the environment and nowhere else: {@code id=base64}, separated by
 * commas. The first writes; the others only verify what they wrote in their time.
 */
@Component
public class Keys {

  private static final int LEAST_BYTES = 32;

  /** Everybody can read it, so it proves nothing: good for the demo, refused elsewhere. */
  public static final String OF_THE_DEMO = "UmVjdGlmeS1EZW1vLUxlZGdlci1LZXktTm90LUEtU2VjcmV0";

  private final Map<String, byte[]> byId = new LinkedHashMap<>();
  private final Algorithm algorithm;

  Keys(
      @Value("${rectify.ledger.keys:}") String keys,
      @Value("${rectify.ledger.algorithm:HMAC-SHA-256}") String algorithm,
      Environment environment) {
    Arrays.stream(keys.split(",")).map(String::strip).filter(k -> !k.isEmpty()).forEach(this::add);
    if (byId.isEmpty()) {
      throw new KeysUnusable(
          "案件存证没有密钥 (the ledger has no key).",
          "请设置环境变量 RECTIFY_LEDGER_KEYS，形如“2026a=”加上 openssl rand -base64 32 的输出，另行保管一份；仅供演示时可用 demo"
              + " 配置启动。 (Set RECTIFY_LEDGER_KEYS, id=base64 of at least 32 bytes, and keep a copy"
              + " elsewhere; or start with the profile demo to try things out.)");
    }
    if (keys.contains(OF_THE_DEMO) && !environment.acceptsProfiles(Profiles.of("demo"))) {
      throw new KeysUnusable(
          "案件存证用的是演示密钥，人人可见 (the ledger's key is the one of the demo, which everybody knows).",
          "请在环境变量 RECTIFY_LEDGER_KEYS 里换成自己的密钥。 (Set a key of your own in"
              + " RECTIFY_LEDGER_KEYS.)");
    }
    this.algorithm =
        Algorithm.of(algorithm.strip())
            .filter(Algorithm::keyed)
            .orElseThrow(
                () ->
                    new KeysUnusable(
                        "没有“" + algorithm + "”这种存证算法 (no such algorithm of the ledger).",
                        "请把环境变量 RECTIFY_LEDGER_ALGORITHM 设为 HMAC-SHA-256 或 HMAC-SM3。 (Set it to"
                            + " HMAC-SHA-256 or HMAC-SM3.)"));
  }

  private void add(String entry) {
    int equals = entry.indexOf('=');
    String id = equals < 0 ? "" : entry.substring(0, equals).strip();
    byte[] key = equals < 0 ? new byte[0] : bytes(entry.substring(equals + 1).strip());
    if (!id.matches("[A-Za-z0-9-]{1,16}") || key.length < LEAST_BYTES || byId.containsKey(id)) {
      // the entry itself is never shown: it is, or nearly is, a secret
      throw new KeysUnusable(
          "案件存证的第" + (byId.size() + 1) + "个密钥不合格式 (a key of the ledger is malformed).",
          "RECTIFY_LEDGER_KEYS 里每个密钥写成“编号=密钥”，用逗号分开；编号为1至16位字母、数字或连字符且不重复，密钥为不少于32字节的base64。 (Each"
              + " is id=base64 of at least 32 bytes, ids differ.)");
    }
    byId.put(id, key);
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** The id of the key that writes. */
  public String current() {
    return byId.keySet().iterator().next();
  }

  /** The ids of all of them, the one that writes first. */
  public Set<String> ids() {
    return byId.keySet();
  }

  List<String> previous() {
    return byId.keySet().stream().skip(1).toList();
  }

  /** Whether it is one of them. */
  public boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** Tells keys apart and tells nothing else of them. */
  public String checkValue(String id) {
    return Algorithm.HMAC_SHA_256.mac(byId.get(id), Written.of("key/1", id));
  }

  /** The key; null if it is not known. */
  byte[] key(String id) {
    return byId.get(id);
  }

  /** Stops the start-up, saying what to do. */
  public static class KeysUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    public KeysUnusable(String message, String action) {
      super(message);
      this.action = action;
    }

    String action() {
      return action;
    }
  }
}
