package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rectify.deployment.Mutants.Mutant;

/** A fixed sample; all of them: {@code mvn -Pdrill verify -Ddrill=Mutation}. */
class MutationTest {

  private static final int SAMPLE = 300;

  @Test
  void no_broken_diagram_is_deployed_and_then_fails() {
    Mutation mutation = new Mutation();
    List<Mutant> all = mutation.all();
    Random random = new Random(2026);
    List<Mutant> sample = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      sample.add(all.get(random.nextInt(all.size())));
    }

    mutation.run(sample);

    assertThat(all).hasSizeGreaterThan(5_000);
    assertThat(mutation.failed).as(mutation.figures()).isEmpty();
    assertThat(mutation.refused).as(mutation.figures()).isGreaterThan(SAMPLE / 2);
    assertThat(mutation.refusedByEngine).as(mutation.figures()).isZero();
  }
}
