package rectify.page;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where a browser finds what a page of the engine asks for, each under its version. */
@Component
class PageFiles {

  private static final Pattern OF_THE_ENGINE = Pattern.compile("lib/.+|app/[^/]+/camunda-[^/]+");
  private static final Pattern OUR_STYLES = Pattern.compile("app/[^/]+/styles/user-styles\\.css");
  private static final String BUNDLE = "lib/deps.js";
  private static final String TASKLIST = "app/tasklist/camunda-tasklist-bootstrap.js";

  private final FileVersions versions;
  private final TasklistParts parts;

  PageFiles(FileVersions versions, TasklistParts parts) {
    this.versions = versions;
    this.parts = parts;
  }

  /** Under which files are kept for good. */
  Set<String> versions() {
    Set<String> all = new TreeSet<>(Set.of(versions.ours(), versions.engine()));
    parts.version().ifPresent(all::add);
    return all;
  }

  /** The engine's own version. */
  String engine() {
    return versions.engine();
  }

  String ours(String file) {
    return "/kept/" + versions.ours() + "/" + file;
  }

  /** All scripts of ours for an application, as the engine wants it: without its ending. */
  String scripts(String application) {
    return ours("together/" + application);
  }

  /** Where the parts of the engine's bundle lie that Tasklist asks for later. */
  Optional<String> parts() {
    return parts.version().map(version -> "/kept/" + version + "/parts/");
  }

  /** A file that the engine's page of an application asks for, named as it lies in the engine. */
  String of(String application, String file) {
    if ("tasklist".equals(application) && parts().isPresent()) {
      if (file.equals(BUNDLE)) {
        return parts().get() + "first.js";
      }
      if (file.equals(TASKLIST)) {
        return parts().get() + "application.js";
      }
    }
    if (OUR_STYLES.matcher(file).matches()) {
      return ours("together/" + application + ".css");
    }
    return OF_THE_ENGINE.matcher(file).matches()
        ? "/kept/" + versions.engine() + "/camunda/" + file
        : ours("camunda/" + file);
  }
}
