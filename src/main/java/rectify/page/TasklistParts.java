package rectify.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The engine's bundle of scripts in parts, so that Tasklist begins with a third of it: what draws
 * diagrams and forms comes when the first page stands. Which bytes make which part is written in
 * {@code tasklist-parts.txt}, for the very files it was made from: others are sent whole.
 */
@Component
class TasklistParts {

  private static final Logger log = LoggerFactory.getLogger(TasklistParts.class);
  private static final String INDEX = "rectify/page/tasklist-parts.txt";
  private static final String WEBJAR = "META-INF/resources/webjars/camunda/";

  private final Map<String, byte[]> files;
  private final String version;

  @Autowired
  TasklistParts() {
    this(read(INDEX, UTF_8));
  }

  TasklistParts(String index) {
    files = cut(index.lines().filter(line -> !line.startsWith("#")).toList());
    version =
        FileVersions.sum(
                files.values().stream()
                    .map(FileVersions::sum)
                    .collect(Collectors.joining())
                    .getBytes(UTF_8))
            .substring(0, 16);
  }

  /** Its scripts by their names, {@code first.js} among them; none if the engine's are unknown. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Under which they are kept, if there are any. */
  Optional<String> version() {
    return files.isEmpty() ? Optional.empty() : Optional.of(version);
  }

  private static Map<String, byte[]> cut(List<String> index) {
    String[] bundled = only(index, "bundle");
    String[] applied = only(index, "application");
    // byte for byte: what is cut are places in the file
    String bundle = read(WEBJAR + bundled[1], ISO_8859_1);
    String application = read(WEBJAR + applied[1], ISO_8859_1);
    if (!isOf(bundle, bundled[2]) || !isOf(application, applied[2])) {
      log.warn("Tasklist's scripts are not those of {}: they are sent whole, and slower", INDEX);
      return Map.of();
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String[] part : lines(index, "part").toList()) {
      String id = "first".equals(part[1]) ? bundled[3] : "\"" + part[1] + "\"";
      files.put(part[1] + ".js", modules(id, bundle, List.of(part).subList(2, part.length)));
    }
    String changed = application;
    for (String[] instead : lines(index, "instead").toList()) {
      changed = changed.replace(instead[1], instead[2]);
    }
    files.put("application.js", changed.getBytes(ISO_8859_1));
    return files;
  }

  /** Pieces are places in the bundle, or what is written in between. */
  private static byte[] modules(String id, String bundle, List<String> pieces) {
    StringBuilder modules =
        new StringBuilder(
            "(self.webpackChunkcamunda_bpm_webapp=self.webpackChunkcamunda_bpm_webapp||[]).push([["
                + id
                + "],{");
    for (String piece : pieces) {
      if (piece.startsWith("\"")) {
        modules.append(piece, 1, piece.length());
      } else {
        String[] range = piece.split("-");
        modules.append(bundle, Integer.parseInt(range[0]), Integer.parseInt(range[1]));
      }
    }
    return modules.append("}]);").toString().getBytes(ISO_8859_1);
  }

  private static boolean isOf(String file, String sum) {
    return FileVersions.sum(file.getBytes(ISO_8859_1)).equals(sum);
  }

  private static String[] only(List<String> index, String kind) {
    return lines(index, kind).findFirst().orElseThrow();
  }

  private static Stream<String[]> lines(List<String> index, String kind) {
    return index.stream().map(line -> line.split("\t")).filter(words -> words[0].equals(kind));
  }

  private static String read(String file, Charset charset) {
    try {
      return new ClassPathResource(file).getContentAsString(charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
