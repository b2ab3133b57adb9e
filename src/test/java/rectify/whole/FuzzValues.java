package rectify.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Values for a {@link Fuzz}: what a door asks for, ids of cases of any county, and the hostile. */
class FuzzValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 5;

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "9223372036854775807",
          "9223372036854775808",
          "-99999999999999999999999999",
          "1e309",
          "NaN",
          "null",
          "undefined",
          "true",
          "[]",
          "{}",
          "１２３",
          "x".repeat(300),
          "隐患".repeat(700),
          "\u0000",
          "a\u0000b",
          "\uD800",
          "\uDFFFx",
          "\u202Eabc",
          "😀",
          "𠀋",
          "'",
          "\"",
          "<b>x</b>",
          "${1}",
          "#{x}",
          "%",
          "_",
          "..",
          "../..",
          "\\",
          "/",
          ",",
          "a,b,,c",
          "x_eq_1",
          "x_like_1,y",
          "=1+1",
          "2026-13-45",
          "0000-00-00",
          "2026-01-01",
          "2026-01",
          "2026-02-30T25:61:61",
          "2026-01-01T00:00:00.000+0800",
          "+999999999-12-31",
          "-2026-01-01",
          "9999-12-31T23:59:59.999+0000",
          "P1D",
          "R/PT0S",
          "NOWORD");

  private final Random random;
  private final JsonNode description;
  private final List<Map<String, String>> facts;

  /**
   * @param description an OpenAPI document
   * @param facts ids of several cases, by their kind
   */
  FuzzValues(Random random, JsonNode description, List<Map<String, String>> facts) {
    this.random = random;
    this.description = description;
    this.facts = facts;
  }

  boolean chance(double of) {
    return random.nextDouble() < of;
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String hostile() {
    return any(HOSTILE);
  }

  /**
   * For a part of a path, a parameter, or a text in a body.
   *
   * @param kind what it should name, such as {@code task}
   */
  String text(String kind, JsonNode schema, List<String> allowed) {
    JsonNode words = resolve(schema).path("enum");
    if (words.isArray() && !words.isEmpty() && chance(0.8)) {
      return words.get(random.nextInt(words.size())).asText();
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> plausible(kind, resolve(schema), allowed);
      case 5, 6 -> fact(any(allowed));
      default -> hostile();
    };
  }

  private String plausible(String kind, JsonNode schema, List<String> allowed) {
    String name = kind.toLowerCase(Locale.ROOT);
    for (String known : allowed) {
      if (name.contains(known)) {
        return fact(known);
      }
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> String.valueOf(random.nextInt(12));
      case "boolean" -> String.valueOf(random.nextBoolean());
      default ->
          switch (schema.path("format").asText()) {
            case "date-time" -> "2026-03-02T09:00:00.000+0800";
            case "date" -> "2026-03-02";
            default -> chance(0.5) ? "x" : fact(any(allowed));
          };
    };
  }

  private String fact(String kind) {
    String value = any(facts).get(kind);
    return value == null ? "none" : value;
  }

  /** A body as the description has it, more or less. */
  JsonNode body(JsonNode schema, List<String> allowed) {
    return node("", schema, allowed, 0);
  }

  private JsonNode node(String name, JsonNode described, List<String> allowed, int depth) {
    JsonNode schema = resolve(described);
    if (depth > DEEPEST || chance(0.05)) {
      return wrong(depth);
    }
    if (schema.has("properties") || schema.has("allOf")) {
      ObjectNode object = JSON.objectNode();
      put(object, schema, allowed, depth);
      return object;
    }
    return switch (schema.path("type").asText()) {
      case "array" -> {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
          array.add(node(name, schema.path("items"), allowed, depth + 1));
        }
        yield array;
      }
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        object.set(
            chance(0.5) ? "location" : hostile(),
            node(name, schema.path("additionalProperties"), allowed, depth + 1));
        yield object;
      }
      case "integer", "number" -> chance(0.7) ? JSON.numberNode(random.nextInt(9)) : wrong(depth);
      case "boolean" -> chance(0.8) ? JSON.booleanNode(random.nextBoolean()) : wrong(depth);
      default -> JSON.textNode(text(name, schema, allowed));
    };
  }

  private void put(ObjectNode object, JsonNode schema, List<String> allowed, int depth) {
    schema.path("allOf").forEach(part -> put(object, resolve(part), allowed, depth));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    double share = schema.path("properties").size() > 15 ? 0.12 : 0.6;
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (chance(required.contains(property.getKey()) ? 0.95 : share)) {
        object.set(
            property.getKey(), node(property.getKey(), property.getValue(), allowed, depth + 1));
      }
    }
  }

  /** Of a type nobody asked for. */
  private JsonNode wrong(int depth) {
    return switch (random.nextInt(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.arrayNode();
      case 2 -> JSON.objectNode();
      case 3 -> JSON.numberNode(Long.MIN_VALUE);
      case 4 -> JSON.numberNode(new BigDecimal("1e400"));
      case 5 -> JSON.numberNode(-0.5);
      case 6 -> JSON.booleanNode(true);
      case 7 -> JSON.arrayNode().add(JSON.nullNode()).add(JSON.arrayNode()).add("x");
      case 8 -> JSON.objectNode().set("value", JSON.objectNode().put("type", "Object"));
      case 9 -> depth > DEEPEST + 40 ? JSON.nullNode() : JSON.arrayNode().add(wrong(depth + 10));
      default -> JSON.textNode(hostile());
    };
  }

  /** A body that is none, or not what its type says. */
  String garbage() {
    return any(
        List.of(
            "",
            "{",
            "null",
            "[]",
            "{}",
            "1",
            "\"x\"",
            "[".repeat(1_200) + "]".repeat(1_200),
            "{\"a\":".repeat(300) + "1" + "}".repeat(300),
            "{\"a\": 1, \"a\": 2}",
            "{\"\\u0000\": \"\\uD800\"}",
            "[{}]",
            "[null]",
            "<a/>",
            "a=b&a=c&%zz",
            "{\"x\": \"" + "y".repeat(100_000) + "\"}",
            "\u0000\u0001"));
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode known = schema;
    while (known.has("$ref")) {
      known = description.at(known.path("$ref").asText().substring(1));
    }
    return known;
  }

  /** As one line of text. */
  String write(JsonNode body) {
    return new ObjectMapper().valueToTree(body).toString();
  }
}
