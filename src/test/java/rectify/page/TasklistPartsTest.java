package rectify.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The engine's bundle, cut so that Tasklist need not wait for all of it. */
class TasklistPartsTest {

  private static final String WEBJAR = "META-INF/resources/webjars/camunda/";

  private final TasklistParts parts = new TasklistParts();

  @Test
  void tasklist_begins_with_less_than_a_quarter_of_the_bundle() throws IOException {
    assertThat(parts.version())
        .as("the engine's files are those the index was made from")
        .isPresent();
    assertThat(file("first.js").length()).isLessThan(engines("lib/deps.js").length() / 4);
  }

  @Test
  void every_byte_of_the_bundle_is_in_one_part() throws IOException {
    String bundle = engines("lib/deps.js");
    int modules =
        Stream.of("first.js", "forms.js", "diagrams.js", "rest.js")
            .map(this::file)
            .mapToInt(it -> it.substring(it.indexOf('{') + 1, it.lastIndexOf("}")).length())
            .sum();

    // between two parts the engine's own file has a comma, and a form is said in older words
    assertThat(modules)
        .isBetween(
            bundle.length() - bundle.indexOf("push([[") - 800,
            bundle.length() - bundle.indexOf("push([[") + 800);
  }

  @Test
  void what_a_form_needs_is_read_by_a_browser_of_2019() {
    assertThat(file("forms.js"))
        .contains("this.$e(", "(null==t?void 0:t.useLocaleWeeks)")
        .doesNotContain("this.#", "?.computedValue", "??");
  }

  @Test
  void forms_and_diagrams_are_asked_for_when_they_are_drawn() throws IOException {
    String engines = engines("app/tasklist/camunda-tasklist-bootstrap.js");

    assertThat(file("application.js"))
        .contains("n.lateForm(\"forms\",11306)", "y=n.directive(\"diagrams\",1634)")
        .hasSizeBetween(engines.length() + 50, engines.length() + 100);
  }

  @Test
  void scripts_of_another_version_of_the_engine_are_sent_whole() throws IOException {
    String index =
        new ClassPathResource("rectify/page/tasklist-parts.txt").getContentAsString(UTF_8);

    TasklistParts unknown = new TasklistParts(index.replaceFirst("\t[0-9a-f]{64}\t", "\t0000\t"));

    assertThat(unknown.version()).isEmpty();
    assertThat(new PageFiles(new FileVersions(), unknown).of("tasklist", "lib/deps.js"))
        .matches("/kept/7[.0-9]+/camunda/lib/deps.js");
  }

  private String file(String name) {
    return new String(parts.files().get(name), ISO_8859_1);
  }

  private static String engines(String file) throws IOException {
    return new ClassPathResource(WEBJAR + file).getContentAsString(ISO_8859_1);
  }
}
