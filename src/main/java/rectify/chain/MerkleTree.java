package rectify.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import rectify.seal.Algorithm;
import rectify.seal.Written;

/** The tree of RFC 6962 over the heads of an anchor: one root for all, a short path for each. */
public final class MerkleTree {

  private static final HexFormat HEX = HexFormat.of();

  private final Algorithm algorithm;
  private final List<byte[]> leaves = new ArrayList<>();

  public MerkleTree(Algorithm algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * A step from a leaf to the root.
   *
   * @param side where the other hash stands: left or right
   */
  record Step(String side, String hash) {}

  public void add(Head head) {
    leaves.add(leaf(head));
  }

  private byte[] leaf(Head head) {
    byte[] text =
        Written.of(head.caseId(), head.events(), head.head()).getBytes(StandardCharsets.UTF_8);
    return hash(0, text, new byte[0]);
  }

  private byte[] hash(int kind, byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 + first.length + second.length);
    bytes.write(kind);
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return algorithm.digest(bytes.toByteArray());
  }

  /** The root, in hexadecimal. */
  public String root() {
    return HEX.formatHex(leaves.isEmpty() ? algorithm.digest(new byte[0]) : node(0, leaves.size()));
  }

  private byte[] node(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return hash(1, node(from, middle), node(middle, to));
  }

  /** How a leaf leads to the root. */
  public List<Step> path(int index) {
    List<Step> path = new ArrayList<>();
    path(index, 0, leaves.size(), path);
    return path;
  }

  private void path(int index, int from, int to, List<Step> path) {
    if (to - from == 1) {
      return;
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(new Step("right", HEX.formatHex(node(middle, to))));
    } else {
      path(index, middle, to, path);
      path.add(new Step("left", HEX.formatHex(node(from, middle))));
    }
  }
}
