package rectify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The scripts of ours that a web application of the engine asks for, with all that these import, as
 * one: over a slow line sixty small files take longer than their content. Each module becomes a
 * function of its own; they may import and export as our lint allows and not in a circle.
 */
final class EngineScripts {

  private static final Pattern CUSTOM =
      Pattern.compile("'((?:scripts/|\\.\\./\\.\\./\\.\\./rectify/)[\\w/-]+)'");
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:(?:(\\w+)|\\{([^}]*)\\}) from )?'(\\.{1,2}/[^']+)';$", Pattern.MULTILINE);
  private static final Pattern PASSED_ON =
      Pattern.compile("^export \\{([^}]*)\\} from '(\\.{1,2}/[^']+)';$", Pattern.MULTILINE);
  private static final Pattern DECLARED =
      Pattern.compile("^export ((?:async )?function|const|class) (\\w+)", Pattern.MULTILINE);
  private static final Pattern DEFAULT = Pattern.compile("^export default ", Pattern.MULTILINE);
  private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

  /** By their addresses, those that are imported before those that import them. */
  private final Map<URI, String> modules = new LinkedHashMap<>();

  private final List<URI> open = new ArrayList<>();

  private EngineScripts() {}

  /** One module, which exports what the engine looks for in each of them. */
  static String together(String application) {
    URI base = URI.create("/camunda/app/" + application + "/");
    EngineScripts scripts = new EngineScripts();
    List<URI> asked =
        CUSTOM
            .matcher(read(base.resolve("scripts/config.js")))
            .results()
            .map((MatchResult found) -> base.resolve(found.group(1) + ".js"))
            .toList();
    asked.forEach(scripts::add);
    return scripts.modules.values().stream().collect(Collectors.joining())
        + asked.stream()
            .map(script -> scripts.name(script) + ".default")
            .collect(Collectors.joining(", ", "export default [].concat(", ");\n"));
  }

  private void add(URI script) {
    if (modules.containsKey(script)) {
      return;
    }
    if (open.contains(script)) {
      throw new IllegalStateException("Scripts import each other in a circle: " + open);
    }
    open.add(script);
    String source = read(script);
    Stream.concat(
            IMPORT.matcher(source).results().map(found -> found.group(3)),
            PASSED_ON.matcher(source).results().map(found -> found.group(2)))
        .forEach(imported -> add(script.resolve(imported)));
    modules.put(script, asFunction(script, source));
    open.remove(script);
  }

  private String asFunction(URI script, String source) {
    List<String> exported = new ArrayList<>();
    String body = IMPORT.matcher(source).replaceAll(found -> taken(script, found));
    body =
        PASSED_ON
            .matcher(body)
            .replaceAll(
                found -> {
                  for (String each : found.group(1).strip().split("\\s*,\\s*")) {
                    exported.add(each + ": " + name(script.resolve(found.group(2))) + "." + each);
                  }
                  return "";
                });
    body =
        DECLARED
            .matcher(body)
            .replaceAll(
                found -> {
                  exported.add(found.group(2));
                  return found.group(1) + " " + found.group(2);
                });
    Matcher standard = DEFAULT.matcher(body);
    if (standard.find()) {
      exported.add("default: exported");
      body = standard.replaceFirst("const exported = ");
    }
    Matcher left = LEFT.matcher(body);
    if (left.find()) {
      throw new IllegalStateException(script + " cannot be put into one: " + left.group());
    }
    return "const %s = (() => {\n%s\nreturn { %s };\n})();\n"
        .formatted(name(script, modules.size()), body, String.join(", ", exported));
  }

  /** What an import takes over; nothing of a module that is only to be there. */
  private String taken(URI script, MatchResult imported) {
    if (imported.group(1) == null && imported.group(2) == null) {
      return "";
    }
    String names =
        imported.group(1) == null
            ? imported.group(2).strip().replaceAll(" as ", ": ")
            : "default: " + imported.group(1);
    return "const { " + names + " } = " + name(script.resolve(imported.group(3))) + ";";
  }

  private String name(URI script) {
    return name(script, List.copyOf(modules.keySet()).indexOf(script));
  }

  private static String name(URI script, int place) {
    String file = script.getPath().substring(script.getPath().lastIndexOf('/') + 1);
    return "m" + place + "_" + file.replace(".js", "").replace('-', '_');
  }

  private static String read(URI script) {
    String place =
        script.getPath().startsWith("/rectify/") ? "static" : "META-INF/resources/webjars";
    try {
      return new ClassPathResource(place + script.getPath()).getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
