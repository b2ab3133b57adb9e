package rectify.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

  @Test
  void a_key_draws_the_same_again_and_another_seed_something_else() {
    assertThat(new Draw(7).share("firm", 1)).isEqualTo(new Draw(7).share("firm", 1));
    assertThat(new Draw(7).share("firm", 1)).isNotEqualTo(new Draw(8).share("firm", 1));
    assertThat(new Draw(7).share("firm", 1)).isNotEqualTo(new Draw(7).share("firm1", ""));
  }

  @Test
  void shares_are_spread_evenly_over_keys_that_differ_little() {
    Draw draw = new Draw(2026);
    long below = IntStream.range(0, 10_000).filter(i -> draw.share("firm", i) < 0.04).count();

    assertThat(below).isBetween(320L, 480L);
  }
}
