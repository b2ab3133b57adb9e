package rectify.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import rectify.engine.FeelOnce;

/**
 * What happens to a form after it has been deployed: people fill it in, every answer that it offers
 * in turn, and the steps of the product read what the product's own form would have given them.
 */
public final class FormLife {

  private static final int MAX_FILLINGS = 400;
  private static final Object CHOICES = Spin.JSON("[{\"value\": \"one\", \"label\": \"一\"}]");

  private final FeelEngine feel = FeelOnce.factory().createInstance();
  private final JsonNode form;
  private final Function<String, Object> known = name -> CHOICES;
  private final BiPredicate<String, Map<String, Object>> hidden =
      (condition, values) ->
          Boolean.TRUE.equals(
              feel.evaluateSimpleExpression(
                  condition, Variables.fromMap(values).asVariableContext()));

  private FormLife(JsonNode form) {
    this.form = form;
  }

  /**
   * Fills in and hands in.
   *
   * @throws RuntimeException if somebody cannot, or a step would not get what it reads
   */
  public static void live(JsonNode form, JsonNode promised) {
    FormLife life = new FormLife(form);
    FormSchema own = new FormSchema(form);
    FormSchema read = new FormSchema(promised);
    for (Map<String, Object> filling : life.fillings()) {
      Map<String, Object> handedIn = own.check(filling, life.known, life.hidden);
      Map<String, Object> step = new HashMap<>(handedIn);
      step.keySet().retainAll(read.asked());
      read.check(step, life.known, life.hidden);
    }
  }

  private List<Map<String, Object>> fillings() {
    List<JsonNode> fields = new ArrayList<>();
    Map<JsonNode, List<String>> hidings = new HashMap<>();
    collect(form, List.of(), fields, hidings);
    List<Map<String, Object>> chosen = new ArrayList<>(List.of(new LinkedHashMap<>()));
    for (JsonNode field : fields) {
      List<Object> options = options(field);
      if (options.isEmpty() || chosen.size() * options.size() > MAX_FILLINGS) {
        continue;
      }
      List<Map<String, Object>> wider = new ArrayList<>();
      for (Object option : options) {
        for (Map<String, Object> one : chosen) {
          Map<String, Object> more = new LinkedHashMap<>(one);
          more.put(field.path("key").asText(), option);
          wider.add(more);
        }
      }
      chosen = wider;
    }
    return chosen.stream().map(one -> filled(one, fields, hidings)).toList();
  }

  private Map<String, Object> filled(
      Map<String, Object> chosen, List<JsonNode> fields, Map<JsonNode, List<String>> hidings) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.path("key").asText(), null));
    values.putAll(chosen);
    for (int round = 0; round < 3; round++) {
      for (JsonNode field : fields) {
        String key = field.path("key").asText();
        boolean away = hidings.get(field).stream().anyMatch(hide -> hidden.test(hide, values));
        values.put(key, away ? null : chosen.containsKey(key) ? chosen.get(key) : valid(field));
      }
    }
    return values;
  }

  private static void collect(
      JsonNode parent, List<String> outer, List<JsonNode> fields, Map<JsonNode, List<String>> all) {
    for (JsonNode component : parent.path("components")) {
      String hide = component.path("conditional").path("hide").asText("");
      List<String> hidings =
          hide.isBlank()
              ? outer
              : Stream.concat(outer.stream(), Stream.of(hide.replaceFirst("^=", ""))).toList();
      if (component.has("components")) {
        collect(component, hidings, fields, all);
      } else if (component.has("key")) {
        fields.add(component);
        all.put(component, hidings);
      }
    }
  }

  private static List<Object> options(JsonNode field) {
    List<Object> options = new ArrayList<>();
    field.path("values").forEach(option -> options.add(option.path("value").asText()));
    if (field.path("type").asText().equals("checkbox")) {
      options.add(true);
      if (!field.path("validate").path("required").asBoolean()) {
        options.add(false);
      }
    }
    return options;
  }

  private static Object valid(JsonNode field) {
    JsonNode rules = field.path("validate");
    return switch (field.path("type").asText()) {
      case "textfield", "textarea" -> "甲".repeat(Math.max(1, rules.path("minLength").asInt(1)));
      case "number" ->
          rules.has("min") ? rules.path("min").numberValue() : rules.path("max").asInt(1);
      case "checklist", "taglist" -> Spin.JSON("[\"one\"]");
      case "datetime" ->
          switch (field.path("subtype").asText()) {
            case "time" -> "09:30";
            case "datetime" -> "2026-12-01T09:30";
            default -> "2026-12-01";
          };
      default -> "one";
    };
  }
}
