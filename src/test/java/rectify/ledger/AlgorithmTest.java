package rectify.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rectify.seal.Algorithm;
import rectify.seal.Written;

class AlgorithmTest {

  /** The two examples of GB/T 32905-2016, annex A. */
  @ParameterizedTest
  @CsvSource({
    "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
        + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
  })
  void sm3_is_the_national_digest_here_and_in_the_verifier(String message, String digest)
      throws Exception {
    assertThat(Algorithm.HMAC_SM3.digest(message)).isEqualTo(digest);
    assertThat(
            HexFormat.of().formatHex(OfflineVerifier.sm3(message.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(digest);
  }

  /** RFC 4231, test case 2. */
  @Test
  void hmac_sha_256_is_that_of_rfc_4231() {
    assertThat(
            Algorithm.HMAC_SHA_256.mac(
                "Jefe".getBytes(StandardCharsets.UTF_8), "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000})
  void the_verifier_computes_what_the_product_computes(int length) throws Exception {
    String message = "隐".repeat(length);
    for (int keyLength : new int[] {32, 64, 65, 100}) {
      byte[] key = new byte[keyLength];
      key[0] = 7;
      for (Algorithm algorithm : new Algorithm[] {Algorithm.HMAC_SHA_256, Algorithm.HMAC_SM3}) {
        byte[] theirs =
            OfflineVerifier.hmac(
                algorithm == Algorithm.HMAC_SM3, key, message.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(theirs)).isEqualTo(algorithm.mac(key, message));
      }
    }
  }

  @Test
  void nothing_of_one_value_passes_for_another() {
    assertThat(Written.of("ab", "c")).isNotEqualTo(Written.of("a", "bc"));
    assertThat(Written.of("a", null)).isNotEqualTo(Written.of("a", "null"));
    assertThat(Written.of("~")).isNotEqualTo(Written.of((Object) null));
  }
}
