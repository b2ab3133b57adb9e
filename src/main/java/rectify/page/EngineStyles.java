package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The styles of ours for a web application of the engine, those they import put in their place. */
final class EngineStyles {

  private static final Pattern IMPORT = Pattern.compile("@import url\\('([^']+)'\\);");

  private EngineStyles() {}

  static String together(String application) {
    return with(URI.create("/camunda/app/" + application + "/styles/user-styles.css"));
  }

  private static String with(URI styles) {
    String place =
        styles.getPath().startsWith("/rectify/") ? "static" : "META-INF/resources/webjars";
    try {
      String own = new ClassPathResource(place + styles.getPath()).getContentAsString(UTF_8);
      return IMPORT
          .matcher(own.replace("@charset \"UTF-8\";", ""))
          .replaceAll(found -> Matcher.quoteReplacement(with(styles.resolve(found.group(1)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
