package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import rectify.form.FormLife;

/** A part of the mutants; FormMutationIT of the drill shows the gate every one. */
class FormMutationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVERY = 17;

  @Test
  void no_broken_form_deploys_and_fails_afterwards() {
    List<Mutant> mutants = FormMutants.all();
    assertThat(mutants).hasSizeGreaterThan(2000);

    MutationRun run = MutationRun.of(mutants, EVERY, FormMutationTest::live);

    assertThat(run.failed()).as(run.toString()).isEmpty();
    assertThat(run.strange()).isEmpty();
    assertThat(run.refused()).isGreaterThan(100);
  }

  static void live(Mutant mutant) {
    try {
      FormLife.live(JSON.readTree(mutant.content()), JSON.readTree(Gate.text(mutant.file())));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
