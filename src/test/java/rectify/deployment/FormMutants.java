package rectify.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every field, rule, answer, condition and text of the product's forms, broken in many ways. */
final class FormMutants {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormMutants() {}

  static List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>();
    Gate.BUNDLE.keySet().stream()
        .filter(file -> file.endsWith(".form"))
        .forEach(file -> mutants.addAll(of(file, Gate.text(file))));
    return mutants;
  }

  private static List<Mutant> of(String file, String text) {
    List<Mutant> mutants = new ArrayList<>();
    property(mutants, file, text, "key", "other", "", "Bad", "a.b", "hazardId", "名称", "dueAt");
    property(
        mutants,
        file,
        text,
        "type",
        "textfield",
        "number",
        "checkbox",
        "radio",
        "datetime",
        "html",
        "iframe",
        "filepicker",
        "expression",
        "group",
        "dynamiclist",
        "");
    property(mutants, file, text, "value", "other", "", "a b", "1");
    property(mutants, file, text, "valuesKey", "others", "", "hazardId");
    property(mutants, file, text, "subtype", "time", "datetime", "");
    property(mutants, file, text, "label", "", "Label", "<b>标签</b>", "=facts", "{{facts}}");
    property(mutants, file, text, "dateLabel", "", "Date");
    property(
        mutants,
        file,
        text,
        "text",
        "{{facts",
        "{{#if facts}}",
        "<script>1</script>",
        "![a](b)",
        "{{facts.x()}}",
        "{{unknown}}",
        "{{{facts}}}");
    property(mutants, file, text, "id", "other", "");
    for (String rule : List.of("required", "maxLength", "min", "max", "schemaVersion")) {
      mutants.addAll(
          Mutant.each(
              file,
              text,
              "\"" + rule + "\": (\\w+)",
              Mutant.instead(
                  "true",
                  "false",
                  "null",
                  "0",
                  "1",
                  "-1",
                  "5000",
                  "1.5",
                  "\"x\"",
                  "[]",
                  "\"=facts\"")));
    }
    mutants.addAll(Mutant.each(file, text, "\"hide\": \"((?:[^\"\\\\]|\\\\.)*)\"", conditions()));
    components(mutants, file, text);
    mutants.add(new Mutant(file, "a mark of order", "\uFEFF" + text));
    mutants.add(new Mutant(file, "half a file", text.substring(0, text.length() / 2)));
    mutants.add(new Mutant(file, "two files", text + text));
    mutants.add(new Mutant(file, "quotes", text.replaceFirst("\"", "“")));
    mutants.add(new Mutant(file, "an open list", text.replaceFirst("\\]", "")));
    return mutants;
  }

  private static void property(
      List<Mutant> mutants, String file, String text, String name, String... others) {
    mutants.addAll(
        Mutant.each(
            file, text, "\"" + name + "\": \"((?:[^\"\\\\]|\\\\.)*)\"", Mutant.instead(others)));
  }

  private static Map<String, Function<String, String>> conditions() {
    Map<String, Function<String, String>> ways = new LinkedHashMap<>();
    ways.put(
        "Chinese quotes", good -> good.replaceFirst("\\\\\"", "“").replaceFirst("\\\\\"", "”"));
    ways.put("the opposite", good -> "=not(" + good.substring(1) + ")");
    ways.put("another sign", good -> good.replaceFirst("!=", "="));
    ways.put("the other sign", good -> good.replaceFirst(" = ", " != "));
    ways.put("no equals sign", good -> good.substring(1));
    ways.put("another word", good -> good.replaceFirst("\\\\\"\\w+", "\\\\\"other"));
    ways.put("a method", good -> good + " or level.x()");
    ways.put("a comment", good -> good + " // x");
    ways.put("half", good -> good.substring(0, good.length() / 2));
    ways.putAll(
        Mutant.instead(
            "",
            "=true",
            "=false",
            "=null",
            "=1",
            "=unknown = 1",
            "=x(",
            "=today() = null",
            "=[true]",
            "=count(for i in 1..9 return i) > 1"));
    return ways;
  }

  /** The whole component gone, doubled, or with something the house does not use. */
  private static void components(List<Mutant> mutants, String file, String text) {
    Map<String, Consumer<ObjectNode>> ways = new LinkedHashMap<>();
    ways.put("read only", one -> one.put("readonly", true));
    ways.put("disabled", one -> one.put("disabled", true));
    ways.put("with a default", one -> one.put("defaultValue", "x"));
    ways.put("hidden", one -> one.putObject("conditional").put("hide", "=true"));
    ways.put("without rules", one -> one.remove("validate"));
    ways.put("without options", one -> one.remove("values"));
    ways.put("without a condition", one -> one.remove("conditional"));
    ways.put("computed options", one -> one.put("valuesExpression", "=[1]"));
    ways.put("as text", one -> one.withObject("/validate").put("pattern", "("));
    ways.put("too short", one -> one.withObject("/validate").put("minLength", 5000));
    try {
      int count = JSON.readTree(text).path("components").size();
      for (int i = 0; i < count; i++) {
        int at = i;
        for (Map.Entry<String, Consumer<ObjectNode>> way : ways.entrySet()) {
          changed(
              mutants,
              file,
              text,
              way.getKey() + " " + i,
              all -> way.getValue().accept((ObjectNode) all.get(at)));
        }
        changed(mutants, file, text, "without " + i, all -> all.remove(at));
        changed(mutants, file, text, "twice " + i, all -> all.add(all.get(at).deepCopy()));
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void changed(
      List<Mutant> mutants, String file, String text, String what, Consumer<ArrayNode> change)
      throws JsonProcessingException {
    ObjectNode form = (ObjectNode) JSON.readTree(text);
    change.accept((ArrayNode) form.get("components"));
    if (!form.equals(JSON.readTree(text))) {
      mutants.add(new Mutant(file, what, JSON.writeValueAsString(form)));
    }
  }
}
