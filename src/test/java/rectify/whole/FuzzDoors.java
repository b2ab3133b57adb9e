package rectify.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every door a {@link Fuzz} knocks at: as described, and those nobody describes. */
final class FuzzDoors {

  /**
   * One operation.
   *
   * @param parameters as OpenAPI has them
   * @param content media types of its body, each with a schema; missing if it takes none
   */
  record Door(String method, String path, List<JsonNode> parameters, JsonNode content) {}

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static final List<String> OF_WEB_APPLICATIONS =
      List.of(
          "/camunda/api/admin/auth/user/default",
          "/camunda/api/admin/auth/user/default/login/tasklist",
          "/camunda/api/admin/setup/default/user/create",
          "/camunda/api/admin/plugin/adminPlugins/default/metrics/x/aggregated",
          "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
          "/camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions",
          "/camunda/api/cockpit/plugin/base/default/process-instance",
          "/camunda/api/cockpit/plugin/base/default/process-instance/count",
          "/camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances",
          "/camunda/api/cockpit/plugin/base/default/incident",
          "/camunda/api/cockpit/plugin/base/default/incident/count",
          "/camunda/api/tasklist/plugin/tasklistPlugins/default/case-definition",
          "/camunda/api/tasklist/{x}",
          "/camunda/api/welcome/{x}",
          "/camunda/api/{x}",
          "/camunda/api/engine/{x}",
          "/camunda/api/engine/engine/{x}/task");

  private static final List<String> OF_ACTUATOR =
      List.of(
          "/actuator",
          "/actuator/health",
          "/actuator/health/{x}",
          "/actuator/info",
          "/actuator/metrics",
          "/actuator/metrics/{x}",
          "/actuator/prometheus",
          "/actuator/env/{x}",
          "/actuator/heapdump",
          "/actuator/shutdown",
          "/actuator/{x}");

  private static final List<String> PAGES =
      List.of(
          "/",
          "/login",
          "/verify/{x}",
          "/rectify/{x}",
          "/favicon.ico",
          "/error",
          "/camunda/app/tasklist/default/",
          "/camunda/app/{x}/default/",
          "/camunda/app/cockpit/{x}/",
          "/camunda/lib/{x}",
          "/camunda/{x}",
          "/webjars/{x}",
          "/{x}");

  private FuzzDoors() {}

  static List<Door> described(JsonNode description, String root) {
    List<Door> doors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(parameters::add);
          operation.getValue().path("parameters").forEach(parameters::add);
          doors.add(
              new Door(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  root + path.getKey(),
                  parameters,
                  operation.getValue().path("requestBody").path("content")));
        }
      }
    }
    return doors;
  }

  /** Those of the engine's doors that open to somebody. */
  static List<Door> listed(List<Door> doors, String root) {
    try (InputStream in = FuzzDoors.class.getResourceAsStream("/rectify/door/engine-doors.txt")) {
      Set<String> open =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.matches("[A-Z ]+ \\| /.*") && !line.contains("| nobody |"))
              .flatMap(
                  line ->
                      Arrays.stream(line.split(" \\| ")[0].split(" "))
                          .map(method -> method + " " + shape(line.split(" \\| ")[1])))
              .collect(Collectors.toSet());
      return doors.stream()
          .filter(
              door ->
                  open.contains(door.method() + " " + shape(door.path().substring(root.length()))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  /** Camunda's own description of its REST API. */
  static JsonNode engineDescription() {
    try (InputStream in = FuzzDoors.class.getResourceAsStream("/openapi.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Door> ofWebApplications() {
    return plain(OF_WEB_APPLICATIONS);
  }

  static List<Door> ofActuator() {
    return plain(OF_ACTUATOR);
  }

  static List<Door> pages() {
    return plain(PAGES);
  }

  private static List<Door> plain(List<String> paths) {
    JsonNode anything = JsonNodeFactory.instance.objectNode();
    return paths.stream()
        .flatMap(
            path ->
                List.of(
                    new Door("GET", path, List.of(), MissingNode.getInstance()),
                    new Door(
                        "POST",
                        path,
                        List.of(),
                        JsonNodeFactory.instance.objectNode().set("application/json", anything)))
                    .stream())
        .toList();
  }
}
