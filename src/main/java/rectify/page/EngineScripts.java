package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The scripts of ours that a web application of the engine will ask for one behind the other: a
 * page that names them has them fetched beside each other.
 */
final class EngineScripts {

  private static final Pattern CUSTOM =
      Pattern.compile("'((?:scripts/|\\.\\./\\.\\./\\.\\./rectify/)[\\w/-]+)'");
  private static final Pattern IMPORT =
      Pattern.compile("^(?:import|export)[^;]*?'(\\.{1,2}/[^']+)';", Pattern.MULTILINE);

  private EngineScripts() {}

  /** Their addresses under {@code /kept/{version}}, exactly as they will be asked for. */
  static Set<String> of(String application, String engine) {
    URI base = URI.create("/camunda/app/" + application + "/");
    Set<String> found = new LinkedHashSet<>();
    for (String custom : matches(CUSTOM, base.resolve("scripts/config.js"))) {
      URI script = base.resolve(custom + ".js");
      found.add(script + "?bust=" + engine);
      follow(script, found);
    }
    return found;
  }

  private static void follow(URI script, Set<String> found) {
    for (String imported : matches(IMPORT, script)) {
      URI neighbour = script.resolve(imported);
      if (found.add(neighbour.toString())) {
        follow(neighbour, found);
      }
    }
  }

  private static List<String> matches(Pattern pattern, URI script) {
    String place =
        script.getPath().startsWith("/rectify/") ? "/static" : "/META-INF/resources/webjars";
    try {
      return pattern
          .matcher(new ClassPathResource(place + script.getPath()).getContentAsString(UTF_8))
          .results()
          .map((MatchResult found) -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
