package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rectify.model.Code;

class ProcessContractTest {

  /** Decisions that Java evaluates rather than a diagram. */
  private static final Set<String> EVALUATED_BY_JAVA =
      Set.of("self-check-frequency", "assessment-points", "failed-recheck");

  @Test
  void every_diagram_decision_and_form_keeps_the_contract() {
    List<String> violations =
        ProcessContract.violations(
            Path.of("processes"), Path.of("forms"), Code.ofProduct(EVALUATED_BY_JAVA));

    assertThat(violations)
        .as("流程文件有 %d 处须修改：\n%s", violations.size(), String.join("\n", violations))
        .isEmpty();
  }
}
