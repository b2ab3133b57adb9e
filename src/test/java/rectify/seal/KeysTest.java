package rectify.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

public class KeysTest {

  public static final String ONE = "a=QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
  static final String TWO = "b=QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI=";

  @Test
  void the_first_key_writes_and_the_others_verify() {
    Seals before = new Seals(keys(ONE));
    Seal old = new Seal(before.algorithm().written(), before.keyId(), before.seal("文"));

    Seals after = new Seals(keys(TWO + ", " + ONE));

    assertThat(after.keyId()).isEqualTo("b");
    assertThat(after.holds(old, "文")).isTrue();
    assertThat(after.holds(old, "字")).isFalse();
    assertThat(new Seals(keys(TWO)).holds(old, "文")).isFalse();
    assertThat(new Seals(keys(TWO.replace("b=", "a="))).holds(old, "文"))
        .as("another key under the same id")
        .isFalse();
  }

  @Test
  void what_was_sealed_with_one_algorithm_is_known_again_under_the_other() {
    Seals sm3 = new Seals(new Keys(ONE, "HMAC-SM3", new MockEnvironment()));
    Seal seal = new Seal("HMAC-SM3", "a", sm3.seal("文"));

    assertThat(sm3.algorithm()).isEqualTo(Algorithm.HMAC_SM3);
    assertThat(new Seals(keys(ONE)).holds(seal, "文")).isTrue();
  }

  @Test
  void the_key_of_the_demo_is_refused_elsewhere() {
    String demo = "demo=" + Keys.OF_THE_DEMO;
    MockEnvironment inTheDemo = new MockEnvironment();
    inTheDemo.setActiveProfiles("demo", "mysql");

    assertThat(new Keys(demo, "HMAC-SHA-256", inTheDemo).current()).isEqualTo("demo");
    assertThatThrownBy(() -> keys(demo))
        .isInstanceOf(Keys.KeysUnusable.class)
        .hasMessageContaining("演示密钥");
    assertThatThrownBy(() -> keys(ONE + "," + demo)).isInstanceOf(Keys.KeysUnusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "a=", "a=kurz", "a=QUJD", "=QUJD", "ä=QUJD", "a b=QUJD"})
  void without_a_usable_key_the_start_fails_with_what_to_do_and_without_the_key(String keys) {
    assertThatThrownBy(() -> keys(keys))
        .isInstanceOfSatisfying(
            Keys.KeysUnusable.class,
            failure ->
                assertThat(new KeysUnusableAnalyzer().analyze(failure, failure).getAction())
                    .contains("RECTIFY_LEDGER_KEYS")
                    .doesNotContain("kurz", "QUJD"));
  }

  @Test
  void two_keys_of_one_id_and_an_unknown_algorithm_are_refused() {
    assertThatThrownBy(() -> keys(ONE + "," + TWO.replace("b=", "a=")))
        .isInstanceOf(Keys.KeysUnusable.class);
    assertThatThrownBy(() -> new Keys(ONE, "MD5", new MockEnvironment()))
        .isInstanceOf(Keys.KeysUnusable.class)
        .hasMessageContaining("MD5");
    assertThatThrownBy(() -> new Keys(ONE, "SHA-256", new MockEnvironment()))
        .as("everybody can compute it")
        .isInstanceOf(Keys.KeysUnusable.class);
  }

  private static Keys keys(String keys) {
    return new Keys(keys, "HMAC-SHA-256", new MockEnvironment());
  }
}
