package rectify.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.whole.FuzzDoors.Door;

/**
 * What a {@link Fuzz} asks at a door.
 *
 * @param accept null to say nothing of what is accepted
 * @param type of the body; null if there is none
 */
record FuzzQuestion(String method, String path, String accept, String type, String body) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
  private static final List<String> ODD_METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "JUMP");
  private static final List<String> ODD_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=b",
          "application/json; charset=utf-16",
          "application/json; charset=none",
          "image/png",
          "nothing");
  private static final List<String> ODD_ACCEPTS =
      List.of(
          "text/html",
          "application/xml",
          "image/png",
          "application/hal+json",
          "nothing",
          "*/*;q=x");

  /** Makes one up. */
  static FuzzQuestion of(Door door, FuzzValues value, boolean sparing) {
    String method = value.chance(0.06) ? value.any(ODD_METHODS) : door.method();
    List<String> facts = facts(method, sparing);
    String path = path(door, value, facts);
    String accept = value.chance(0.05) ? value.any(ODD_ACCEPTS) : null;
    String[] body = body(door, method, value, facts);
    return new FuzzQuestion(method, path, accept, body[0], body[1]);
  }

  boolean onlyReads() {
    return READING.contains(method);
  }

  private static List<String> facts(String method, boolean sparing) {
    List<String> harmless =
        List.of(
            "case", "task", "instance", "execution", "evidence", "finding", "variable", "document");
    if (sparing && !READING.contains(method)) {
      return harmless;
    }
    List<String> all = new ArrayList<>(harmless);
    all.addAll(
        List.of("definition", "key", "group", "tenant", "enterprise", "credit", "deployment"));
    all.addAll(List.of("job", "jobDefinition", "month", "guide"));
    return all;
  }

  private static String path(Door door, FuzzValues value, List<String> facts) {
    Matcher part = PART.matcher(door.path());
    StringBuilder path = new StringBuilder();
    while (part.find()) {
      String name = part.group(1);
      String kind = name.equals("id") ? kindOf(door.path()) : name;
      JsonNode schema = schema(door, name);
      part.appendReplacement(
          path, Matcher.quoteReplacement(encoded(value.text(kind, schema, facts))));
    }
    part.appendTail(path);
    if (value.chance(0.05)) {
      path.append(
          value.any(List.of("/", ";a=b", "/%2e%2e/x", "//", "/%00", ".json", "%2F", "/x/y")));
    }
    List<String> query = new ArrayList<>();
    double share = Math.min(0.5, 3.0 / (1 + door.parameters().size()));
    for (JsonNode parameter : door.parameters()) {
      if (parameter.path("in").asText().equals("query")
          && value.chance(parameter.path("required").asBoolean() ? 0.9 : share)) {
        String name = parameter.path("name").asText();
        do {
          query.add(name + "=" + encoded(value.text(name, parameter.path("schema"), facts)));
        } while (value.chance(0.05));
      }
    }
    if (value.chance(0.05)) {
      query.add(encoded(value.hostile()) + "=" + encoded(value.hostile()));
    }
    return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static JsonNode schema(Door door, String name) {
    return door.parameters().stream()
        .filter(parameter -> parameter.path("name").asText().equals(name))
        .map(parameter -> parameter.path("schema"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** What an id is of. */
  private static String kindOf(String path) {
    return path.contains("process-instance")
        ? "instance"
        : path.contains("definition") ? "definition" : path;
  }

  /** Halves of characters as UTF-8 would have them. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replaceFirst("^%3F(?!\\w)$", "%ED%A0%80");
  }

  /** Its type, if any, and itself. */
  private static String[] body(Door door, String method, FuzzValues value, List<String> facts) {
    boolean takesOne = door.content().isObject() && !door.content().isEmpty();
    if (!takesOne && !value.chance(READING.contains(method) ? 0.03 : 0.3)) {
      return new String[] {null, ""};
    }
    String type = takesOne ? door.content().fieldNames().next() : "application/json";
    JsonNode schema = door.content().path(type).path("schema");
    String body;
    if (value.chance(0.1)) {
      body = value.garbage();
    } else if (type.startsWith("multipart/")) {
      type = "multipart/form-data; boundary=b";
      body = parts(schema, value, facts);
    } else {
      body = value.write(value.body(schema, facts));
    }
    if (value.chance(0.08)) {
      type = value.any(ODD_TYPES);
    }
    return new String[] {type, body};
  }

  private static String parts(JsonNode schema, FuzzValues value, List<String> facts) {
    StringBuilder body = new StringBuilder();
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      if (value.chance(0.8)) {
        body.append("--b\r\nContent-Disposition: form-data; name=\"").append(part.getKey());
        boolean file = part.getValue().path("format").asText().equals("binary");
        body.append(file ? "\"; filename=\"x.jpg\"" : "\"").append("\r\n\r\n");
        body.append(value.text(part.getKey(), part.getValue(), facts)).append("\r\n");
      }
    }
    return body.append(value.chance(0.9) ? "--b--\r\n" : "").toString();
  }
}
