package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of the mutants; TableMutationIT of the drill shows the gate every one. */
class TableMutationTest {

  private static final int EVERY = 13;

  @Test
  void no_broken_table_deploys_and_fails_afterwards() {
    List<Mutant> mutants = TableMutants.all();
    assertThat(mutants).hasSizeGreaterThan(2000);

    MutationRun run = MutationRun.of(mutants, EVERY, TableOracle::run);

    assertThat(run.failed()).as(run.toString()).isEmpty();
    assertThat(run.strange()).isEmpty();
    assertThat(run.refused()).isGreaterThan(100);
  }
}
