package rectify.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofsTest {

  @ParameterizedTest
  @CsvSource({
    "hazard-rectification, true",
    "rectification-order, true",
    // its photos belong to findings, which ask for them one by one
    "inspection, false",
    "assessment-finding, false",
    "statistics-signing, false"
  })
  void a_process_asks_for_proof_if_one_of_its_steps_does(String process, boolean asks) {
    assertThat(
            Proofs.areAskedIn(
                Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile())))
        .isEqualTo(asks);
  }
}
