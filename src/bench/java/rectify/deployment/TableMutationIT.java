package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every mutant of the product's decision tables: {@code mvn -Pdrill verify -Ddrill=.*Mutation}, or
 * about so many with {@code -Dmutants=N}.
 */
class TableMutationIT {

  @Test
  void no_broken_table_deploys_and_fails_afterwards() {
    List<Mutant> mutants = TableMutants.all();

    MutationRun run = MutationRun.of(mutants, MutationRun.step(mutants), TableOracle::run);

    System.out.printf("tables: %s%n%s%n", run, MutationRun.perFile(mutants));
    run.failed().forEach(System.out::println);
    run.strange().forEach(System.out::println);
    assertThat(run.failed()).as(run.toString()).isEmpty();
    assertThat(run.strange()).isEmpty();
  }
}
