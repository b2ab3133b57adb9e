package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every mutant of the product's forms: {@code mvn -Pdrill verify -Ddrill=.*Mutation}, or about so
 * many with {@code -Dmutants=N}.
 */
class FormMutationIT {

  @Test
  void no_broken_form_deploys_and_fails_afterwards() {
    List<Mutant> mutants = FormMutants.all();

    MutationRun run = MutationRun.of(mutants, MutationRun.step(mutants), FormMutationTest::live);

    System.out.printf("forms: %s%n%s%n", run, MutationRun.perFile(mutants));
    run.failed().forEach(System.out::println);
    run.strange().forEach(System.out::println);
    assertThat(run.failed()).as(run.toString()).isEmpty();
    assertThat(run.strange()).isEmpty();
  }
}
