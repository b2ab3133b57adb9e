package rectify.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.seal.Algorithm;

class MerkleTreeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 100})
  void every_leaf_leads_to_the_root_and_no_other_does(int leaves) {
    MerkleTree tree = tree(leaves, 1);
    for (int i = 0; i < leaves; i++) {
      assertThat(up(head(i, 1), tree, i)).isEqualTo(tree.root());
      assertThat(up(head(i, 2), tree, i)).isNotEqualTo(tree.root());
    }
    assertThat(tree(leaves, 2).root()).isNotEqualTo(tree.root());
    assertThat(tree(leaves + 1, 1).root()).isNotEqualTo(tree.root());
  }

  private static MerkleTree tree(int leaves, int events) {
    MerkleTree tree = new MerkleTree(Algorithm.HMAC_SM3);
    IntStream.range(0, leaves).mapToObj(i -> head(i, events)).forEach(tree::add);
    return tree;
  }

  private static Head head(long id, int events) {
    return new Head(id, events, "f".repeat(64));
  }

  /** Climbs as an auditor does, with nothing but a digest. */
  private static String up(Head head, MerkleTree tree, int index) {
    MerkleTree alone = new MerkleTree(Algorithm.HMAC_SM3);
    alone.add(head);
    String hash = alone.root();
    for (MerkleTree.Step step : tree.path(index)) {
      String pair = step.side().equals("left") ? step.hash() + hash : hash + step.hash();
      hash =
          HexFormat.of().formatHex(Algorithm.HMAC_SM3.digest(HexFormat.of().parseHex("01" + pair)));
    }
    return hash;
  }
}
