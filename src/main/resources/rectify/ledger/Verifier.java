import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies the proof file of a case. Needs a JDK (17 or newer) and nothing else:
 *
 * <pre>java Verifier.java proof.json [--key 2026a=BASE64]... [--anchor SEAL-OR-ROOT]...</pre>
 *
 * Without a key it checks what can be checked without: order and number of the events, the state of
 * the case against its newest event, the way to the anchors' roots, events from before there was a
 * key. With the key it checks every hash. Give the seal or the root printed on a page that was kept
 * outside of the system: only that shows that nobody who had database and key wrote it all anew.
 * Ends with 0 if all holds, 1 if something does not, 2 if the file cannot be read.
 */
public class Verifier {

  private final Map<String, byte[]> keys = new HashMap<>();
  private final List<String> printed = new ArrayList<>();
  private final PrintStream out;
  private int unkeyed;

  Verifier(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /** The same for whoever calls it from Java; the exit code. */
  public static int run(String[] args, PrintStream out) throws Exception {
    Verifier verifier = new Verifier(out);
    String file = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--key") && i + 1 < args.length) {
        String[] key = args[++i].split("=", 2);
        verifier.keys.put(key[0], Base64.getDecoder().decode(key[1]));
      } else if (args[i].equals("--anchor") && i + 1 < args.length) {
        verifier.printed.add(args[++i].replaceAll("\\s", "").toLowerCase());
      } else {
        file = args[i];
      }
    }
    if (file == null) {
      out.println("用法：java Verifier.java 存证文件.json [--key 编号=密钥] [--anchor 锚定页上的封印或树根]");
      return 2;
    }
    Map<String, Object> proof;
    try {
      proof = map(new Json(Files.readString(Path.of(file))).read());
      if (!"rectify-proof/1".equals(proof.get("format"))) {
        throw new IllegalArgumentException("format");
      }
    } catch (Exception e) {
      out.println("不是可以核验的存证文件：" + file);
      return 2;
    }
    String broken = verifier.broken(proof);
    out.println(proof.get("caseNumber") + "：" + (broken == null ? "核验通过" : broken));
    return broken == null ? 0 : 1;
  }

  /** What does not hold first; null if all does. */
  private String broken(Map<String, Object> proof) throws Exception {
    long caseId = number(proof.get("caseId"));
    long events = number(proof.get("events"));
    List<Object> links = list(proof.get("links"));
    Map<String, Object> before = map(proof.get("sealedBefore"));
    if (before != null) {
      String text =
          written(
              "chain/1",
              before.get("algorithm"),
              before.get("keyId"),
              caseId,
              before.get("events"),
              before.get("head"),
              before.get("stateHash"));
      if (!sealed(before, before.get("seal"), text)) {
        return "第" + before.get("events") + "条被改动（启用密钥时的封存）";
      }
    }
    String previous = "0".repeat(64);
    for (int i = 0; i < links.size() && i < events; i++) {
      Map<String, Object> link = map(links.get(i));
      if (number(link.get("seq")) != i + 1) {
        return "第" + (i + 1) + "条被改动（缺失或顺序不对）";
      }
      if (!linked(link, caseId, previous, before)) {
        return "第" + (i + 1) + "条被改动";
      }
      previous = (String) link.get("hash");
    }
    if (links.size() > events) {
      return "记录多于链，自第" + (events + 1) + "条起多出";
    }
    if (links.size() < events) {
      return "链长于记录，自第" + (links.size() + 1) + "条起缺失";
    }
    if (links.isEmpty() || !previous.equals(proof.get("head"))) {
      return "第" + links.size() + "条被改动（链头不符）";
    }
    String anchors = anchors(proof, caseId, links);
    if (anchors != null) {
      return anchors;
    }
    Map<String, Object> last = map(links.get(links.size() - 1));
    boolean keyed = last.get("keyId") != null;
    Map<String, Object> state = keyed ? last : before;
    if (state == null || !digest(state, facts(proof)).equals(state.get("stateHash"))) {
      return "第" + links.size() + "条被改动（案件内容与这一条记下的不符）";
    }
    out.println("记录" + links.size() + "条，数量、顺序、案件内容相符。");
    if (unkeyed > 0) {
      out.println("有" + unkeyed + "处封印没有密钥，未核验；请向保管密钥的单位索取后加 --key 编号=密钥。");
    } else {
      out.println("全部封印已用密钥核验。");
    }
    return null;
  }

  private boolean linked(
      Map<String, Object> link, long caseId, String previous, Map<String, Object> before)
      throws Exception {
    Object[] said = {
      previous,
      caseId,
      link.get("seq"),
      link.get("kind"),
      link.get("detail"),
      link.get("happenedAt"),
      link.get("actor"),
      link.get("actorName"),
      link.get("origin")
    };
    if (link.get("keyId") != null) {
      String head = written("event/1", link.get("algorithm"), link.get("keyId"));
      return sealed(link, link.get("hash"), head + written(said) + written(link.get("stateHash")));
    }
    long seq = number(link.get("seq"));
    return before != null
        && "SHA-256".equals(link.get("algorithm"))
        && hex(sha256(bytes(written(said)))).equals(link.get("hash"))
        && seq <= number(before.get("events"))
        && (seq < number(before.get("events")) || before.get("head").equals(link.get("hash")));
  }

  private String anchors(Map<String, Object> proof, long caseId, List<Object> links)
      throws Exception {
    List<String> known = new ArrayList<>();
    for (Object one : list(proof.get("anchors"))) {
      Map<String, Object> anchor = map(one);
      if (anchor.containsKey("missing")) {
        return "与锚定不符（锚定缺失）";
      }
      int events = (int) number(anchor.get("leafEvents"));
      String at = "与锚定不符，自第" + Math.min(events, links.size() + 1) + "条起（" + anchor.get("day") + "）";
      if (events < 1
          || events > links.size()
          || !anchor.get("leafHead").equals(map(links.get(events - 1)).get("hash"))) {
        return at;
      }
      byte[] leaf = bytes(written(caseId, events, anchor.get("leafHead")));
      byte[] hash = node(anchor, 0, leaf, new byte[0]);
      for (Object step : list(anchor.get("path"))) {
        byte[] other = HexFormat.of().parseHex((String) map(step).get("hash"));
        boolean left = "left".equals(map(step).get("side"));
        hash = left ? node(anchor, 1, other, hash) : node(anchor, 1, hash, other);
      }
      String text =
          written(
              "anchor/1",
              anchor.get("algorithm"),
              anchor.get("keyId"),
              anchor.get("previous"),
              anchor.get("day"),
              anchor.get("drawnAt"),
              anchor.get("chains"),
              anchor.get("root"),
              anchor.get("allChains"),
              anchor.get("allEvents"));
      if (!hex(hash).equals(anchor.get("root")) || !sealed(anchor, anchor.get("seal"), text)) {
        return at;
      }
      known.add((String) anchor.get("seal"));
      known.add((String) anchor.get("root"));
      out.println(
          "锚定" + anchor.get("day") + "：前" + events + "条，树根" + anchor.get("root") + "，封印"
              + anchor.get("seal"));
    }
    for (String page : printed) {
      if (!known.contains(page)) {
        return "与锚定不符（锚定页上的“" + page + "”不在存证文件里）";
      }
      out.println("与锚定页一致：" + page);
    }
    return null;
  }

  /** Whether a seal holds; counts those whose key is not given. */
  private boolean sealed(Map<String, Object> by, Object seal, String text) throws Exception {
    byte[] key = keys.get((String) by.get("keyId"));
    if (key == null) {
      unkeyed++;
      return true;
    }
    return hex(hmac(sm3(by), key, bytes(text))).equals(seal);
  }

  private static String facts(Map<String, Object> proof) {
    StringBuilder text = new StringBuilder(written("case/1"));
    map(proof.get("facts")).forEach((name, value) -> text.append(written(name, value)));
    return text.toString();
  }

  private static boolean sm3(Map<String, Object> by) {
    return "HMAC-SM3".equals(by.get("algorithm"));
  }

  private static String digest(Map<String, Object> by, String text) throws Exception {
    return hex(sm3(by) ? sm3(bytes(text)) : sha256(bytes(text)));
  }

  private static byte[] node(Map<String, Object> by, int kind, byte[] first, byte[] second)
      throws Exception {
    byte[] all = joined(new byte[] {(byte) kind}, first, second);
    return sm3(by) ? sm3(all) : sha256(all);
  }

  /** Values as they are hashed: each with its length, ~ for what is absent. */
  static String written(Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      String one = value == null ? null : String.valueOf(value);
      text.append(one == null ? "~" : one.length() + ":" + one);
    }
    return text.toString();
  }

  static byte[] sha256(byte[] message) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(message);
  }

  /** RFC 2104 over either digest; both have blocks of 64 bytes. */
  static byte[] hmac(boolean sm3, byte[] key, byte[] message) throws Exception {
    byte[] block = new byte[64];
    byte[] short64 = key.length <= 64 ? key : sm3 ? sm3(key) : sha256(key);
    System.arraycopy(short64, 0, block, 0, short64.length);
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      inner[i] = (byte) (block[i] ^ 0x36);
      outer[i] = (byte) (block[i] ^ 0x5c);
    }
    byte[] first = joined(inner, message, new byte[0]);
    byte[] second = joined(outer, sm3 ? sm3(first) : sha256(first), new byte[0]);
    return sm3 ? sm3(second) : sha256(second);
  }

  /** GB/T 32905-2016. */
  static byte[] sm3(byte[] message) {
    int[] v = {
      0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    int zeros = Math.floorMod(55 - message.length, 64);
    byte[] padded = new byte[message.length + 1 + zeros + 8];
    System.arraycopy(message, 0, padded, 0, message.length);
    padded[message.length] = (byte) 0x80;
    long bits = message.length * 8L;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> (8 * i));
    }
    int[] w = new int[68];
    for (int at = 0; at < padded.length; at += 64) {
      for (int i = 0; i < 16; i++) {
        w[i] = 0;
        for (int b = 0; b < 4; b++) {
          w[i] = w[i] << 8 | padded[at + 4 * i + b] & 0xff;
        }
      }
      for (int i = 16; i < 68; i++) {
        int x = w[i - 16] ^ w[i - 9] ^ Integer.rotateLeft(w[i - 3], 15);
        int p1 = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
        w[i] = p1 ^ Integer.rotateLeft(w[i - 13], 7) ^ w[i - 6];
      }
      int[] s = v.clone();
      for (int i = 0; i < 64; i++) {
        int t = Integer.rotateLeft(i < 16 ? 0x79cc4519 : 0x7a879d8a, i % 32);
        int a12 = Integer.rotateLeft(s[0], 12);
        int ss1 = Integer.rotateLeft(a12 + s[4] + t, 7);
        int ff = i < 16 ? s[0] ^ s[1] ^ s[2] : s[0] & s[1] | s[0] & s[2] | s[1] & s[2];
        int gg = i < 16 ? s[4] ^ s[5] ^ s[6] : s[4] & s[5] | ~s[4] & s[6];
        int tt1 = ff + s[3] + (ss1 ^ a12) + (w[i] ^ w[i + 4]);
        int tt2 = gg + s[7] + ss1 + w[i];
        s[3] = s[2];
        s[2] = Integer.rotateLeft(s[1], 9);
        s[1] = s[0];
        s[0] = tt1;
        s[7] = s[6];
        s[6] = Integer.rotateLeft(s[5], 19);
        s[5] = s[4];
        s[4] = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
      }
      for (int i = 0; i < 8; i++) {
        v[i] ^= s[i];
      }
    }
    byte[] digest = new byte[32];
    for (int i = 0; i < 32; i++) {
      digest[i] = (byte) (v[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return digest;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static long number(Object value) {
    return Long.parseLong(String.valueOf(value));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  /** As much of JSON as a proof needs; numbers stay as they are written. */
  private static final class Json {

    private final String text;
    private int at;

    Json(String text) {
      this.text = text;
    }

    Object read() {
      char c = next();
      if (c == '{') {
        Map<String, Object> map = new LinkedHashMap<>();
        for (c = next(); c != '}'; c = next()) {
          if (c == ',') {
            continue;
          }
          String name = string();
          next();
          map.put(name, read());
        }
        return map;
      }
      if (c == '[') {
        List<Object> list = new ArrayList<>();
        for (c = next(); c != ']'; c = next()) {
          if (c != ',') {
            at--;
            list.add(read());
          }
        }
        return list;
      }
      if (c == '"') {
        return string();
      }
      int from = at - 1;
      while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(from, at);
      return word.equals("null") ? null : word;
    }

    /** The next that is no space. */
    private char next() {
      while (" \n\r\t".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return text.charAt(at++);
    }

    /** What stands after an opening quotation mark. */
    private String string() {
      StringBuilder value = new StringBuilder();
      for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
        if (c == '\\') {
          c = text.charAt(at++);
          switch (c) {
            case 'n' -> c = '\n';
            case 't' -> c = '\t';
            case 'r' -> c = '\r';
            case 'b' -> c = '\b';
            case 'f' -> c = '\f';
            case 'u' -> {
              c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
              at += 4;
            }
            default -> {}
          }
        }
        value.append(c);
      }
      return value.toString();
    }
  }
}
