package rectify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class NeedsBrowserTest {

  private final List<String> said = new ArrayList<>();

  @Test
  void without_a_browser_tests_are_skipped_and_say_so() {
    ConditionEvaluationResult result =
        new NeedsBrowser.Extension(false, false, said::add).evaluateExecutionCondition(null);

    assertThat(result.isDisabled()).isTrue();
    assertThat(said).containsExactly(NeedsBrowser.Extension.MISSING);
  }

  @Test
  void where_a_browser_is_required_its_absence_fails() {
    NeedsBrowser.Extension required = new NeedsBrowser.Extension(false, true, said::add);

    assertThat(required.evaluateExecutionCondition(null).isDisabled()).isFalse();
    assertThatThrownBy(() -> required.beforeAll(null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("browser=required");
  }

  @Test
  void with_a_browser_nothing_is_said() {
    NeedsBrowser.Extension present = new NeedsBrowser.Extension(true, true, said::add);

    present.beforeAll(null);

    assertThat(present.evaluateExecutionCondition(null).isDisabled()).isFalse();
    assertThat(said).isEmpty();
  }
}
