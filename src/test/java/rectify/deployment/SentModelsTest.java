package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models as other tools and keyboards leave them: refused at once, in Chinese, with the place. */
class SentModelsTest {

  @ParameterizedTest
  @CsvSource({
    "dmn-fullwidth-quotes.dmn, rectification-deadline.dmn, “general”",
    "form-fullwidth-quotes.form, hazard-report.form, level",
    "dmn-1.5.dmn, field-deadline.dmn, field-deadline",
    "bpmn-no-ttl.bpmn, field-p.bpmn, field-p",
    "bpmn-message-without-ref.bpmn, field-p.bpmn, field-p"
  })
  void a_model_that_cannot_run_is_refused_before_it_is_deployed(
      String sent, String deployedAs, String named) throws IOException {
    List<String> problems =
        Gate.problems(deployedAs, getClass().getResourceAsStream("/sent/" + sent).readAllBytes());

    assertThat(problems).isNotEmpty().allMatch(problem -> problem.matches("(?s).*\\p{IsHan}{2}.*"));
    assertThat(String.join("\n", problems)).contains(named);
  }
}
