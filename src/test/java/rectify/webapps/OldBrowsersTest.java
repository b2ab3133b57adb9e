package rectify.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Offices keep browsers for years: what a Chromium of early 2021 (88) lacks, no script of ours may
 * ask for, or the script stops, and with it what it was to translate or to send.
 */
class OldBrowsersTest {

  private static final List<Pattern> NEWER =
      Stream.of(
              "Object\\.(hasOwn|groupBy)\\b",
              "Map\\.groupBy\\b",
              "structuredClone\\(",
              "randomUUID\\(",
              "\\.at\\(-?\\w+\\)",
              "\\.find(Last|LastIndex)\\(",
              "\\.to(Sorted|Reversed|Spliced)\\(",
              "\\.with\\(\\d",
              "Array\\.fromAsync\\b",
              "Promise\\.(withResolvers|try)\\b",
              "AbortSignal\\.(timeout|any)\\b",
              "Intl\\.(Segmenter|supportedValuesOf)\\b",
              "\\bstatic \\{",
              "\\bthis\\.#\\w",
              "(querySelector(All)?|closest|matches)\\([^)]*:has\\(",
              "\\.showPicker\\(",
              "\\.checkVisibility\\(")
          .map(Pattern::compile)
          .toList();

  @Test
  void no_script_asks_for_what_an_old_browser_lacks() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> scripts = files.filter(file -> file.toString().endsWith(".js")).toList();

      assertThat(scripts).hasSizeGreaterThan(20);
      for (Path script : scripts) {
        String source = Files.readString(script);
        for (Pattern newer : NEWER) {
          assertThat(newer.matcher(source).results().map(found -> found.group()))
              .as("%s uses %s", script, newer)
              .isEmpty();
        }
      }
    }
  }
}
