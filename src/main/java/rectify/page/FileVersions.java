package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * By which a browser knows whether it has the present files: the engine's change with its version,
 * ours with their content.
 */
@Component
class FileVersions {

  private static final String[] OURS = {
    "classpath*:static/rectify/*.*",
    "classpath*:META-INF/resources/webjars/camunda/app/*/scripts/**/*.js",
    "classpath*:META-INF/resources/webjars/camunda/app/*/styles/**/*.css"
  };

  private static final Pattern BUST = Pattern.compile("\\?bust=([\\w.-]+)\"");

  private final String ours = sumOfContents();
  private final String engine = versionInItsPages();

  String ours() {
    return ours;
  }

  String engine() {
    return engine;
  }

  private static String versionInItsPages() {
    try {
      Matcher version =
          BUST.matcher(
              new ClassPathResource("META-INF/resources/webjars/camunda/app/tasklist/index.html")
                  .getContentAsString(UTF_8));
      if (!version.find()) {
        throw new IllegalStateException("The engine's pages ask for files without a version");
      }
      return version.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sumOfContents() {
    // every node comes to the same, wherever its files lie and in whatever order they are found
    TreeSet<String> sums = new TreeSet<>();
    try {
      for (String pattern : OURS) {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
          try (InputStream content = file.getInputStream()) {
            sums.add(sum(content.readAllBytes()) + " " + file.getFilename());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // how they are put together is part of what is sent
    FirstWords.NAMES
        .keySet()
        .forEach(it -> sums.add(sum(EngineScripts.together(it).getBytes(UTF_8))));
    return sum(String.join("\n", sums).getBytes(UTF_8)).substring(0, 16);
  }

  static String sum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
