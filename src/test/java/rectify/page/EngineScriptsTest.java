package rectify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scripts and styles for the engine's applications, put into one file each. */
class EngineScriptsTest {

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void scripts_of_an_application_ask_for_no_others(String application) {
    assertThat(EngineScripts.together(application))
        .doesNotContainPattern(Pattern.compile("^import ", Pattern.MULTILINE))
        .containsOnlyOnce("export default [].concat(m")
        .doesNotContainPattern(Pattern.compile("^export (?!default)", Pattern.MULTILINE));
  }

  @Test
  void what_two_scripts_import_stands_there_once_and_before_both() {
    String together = EngineScripts.together("tasklist");

    assertThat(together).containsOnlyOnce("_api = (() => {");
    assertThat(together.indexOf("_api = (() => {"))
        .isLessThan(together.indexOf("const { ask, element, root } = m"));
  }

  @Test
  void styles_that_others_import_stand_in_their_place() {
    assertThat(EngineStyles.together("tasklist"))
        .contains(".rectify-first-words", ".rectify-dialog")
        .doesNotContain("@import", "@charset");
  }
}
