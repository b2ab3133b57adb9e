package rectify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The period of rectification is one phase, of a self-report and of an order alike. It is drawn in
 * both diagrams, because one instance then carries a case's last day and all that counts from it;
 * so both drawings say the same, word for word.
 */
class TwinPhaseTest {

  private static final Pattern PHASE =
      Pattern.compile(
          "<bpmn:subProcess id=\"Activity_Rectification\".*?</bpmn:subProcess>", Pattern.DOTALL);

  @Test
  void the_period_of_rectification_is_drawn_alike_in_both_diagrams() throws IOException {
    assertThat(phase("rectification-order"))
        .as("整改期间在 hazard-rectification.bpmn 和 rectification-order.bpmn 里须画得一样，要改一起改")
        .hasSizeGreaterThan(80)
        .containsExactlyElementsOf(phase("hazard-rectification"));
  }

  /** Without where it comes from and leads to, and what only a round of orders notes. */
  private static List<String> phase(String process) throws IOException {
    Matcher phase = PHASE.matcher(Files.readString(Path.of("processes", process + ".bpmn")));
    assertThat(phase.find()).as(process).isTrue();
    return Stream.of(phase.group().split("\n"))
        .map(String::strip)
        .filter(line -> !line.matches(".*<bpmn:(incoming|outgoing)>.*_Rectification.*"))
        .filter(line -> !line.contains("Flow_Rectification_RectificationOutcome"))
        .filter(line -> !line.contains("name=\"roundOutcome\""))
        .toList();
  }
}
