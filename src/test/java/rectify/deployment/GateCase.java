package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One change of one of the product's own files, and what the gate says to it.
 *
 * @param good what stands in the file
 * @param bad what a designer puts there instead
 * @param read what the refusal must say; with a bar in it, a choice of words
 */
record GateCase(String what, String file, String good, String bad, String... read) {

  static Stream<DynamicTest> allowed(List<GateCase> cases) {
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.what, () -> assertThat(one.problems()).isEmpty()));
  }

  static Stream<DynamicTest> refused(List<GateCase> cases) {
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.what, one::isRefused));
  }

  private void isRefused() {
    String problems = String.join("\n", problems());
    assertThat(problems).contains(file);
    for (String words : read) {
      assertThat(problems).containsPattern(words.contains("|") ? words : Pattern.quote(words));
    }
  }

  private List<String> problems() {
    return Gate.problems(file, Gate.changed(file, good, bad));
  }
}
