package rectify.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.spin.json.SpinJsonNode;
import rectify.clean.CleanForm;
import rectify.refusal.Refusal;

/**
 * The rules of one Camunda Form, checked again on the server: a browser's checks can be left out.
 *
 * @see FormGate
 */
class FormSchema {

  private static final int MAX_STRING = 4000;

  private record Field(
      String key, String type, String label, JsonNode definition, List<String> hidings) {

    boolean flag(String name) {
      return definition.path(name).asBoolean(false);
    }

    JsonNode rule(String name) {
      return definition.path("validate").path(name);
    }
  }

  private final List<Field> fields = new ArrayList<>();

  FormSchema(JsonNode form) {
    collect(form.path("components"), List.of());
  }

  private void collect(JsonNode components, List<String> outerHidings) {
    for (JsonNode component : components) {
      List<String> hidings = new ArrayList<>(outerHidings);
      String hide = component.path("conditional").path("hide").asText("");
      if (!hide.isBlank()) {
        hidings.add(hide.startsWith("=") ? hide.substring(1) : hide);
      }
      if (component.has("components")) {
        collect(component.path("components"), hidings);
      } else if (component.has("key")) {
        String key = component.path("key").asText();
        String label = component.path("label").asText(component.path("dateLabel").asText(key));
        fields.add(new Field(key, component.path("type").asText(), label, component, hidings));
      }
    }
  }

  /** The names a person answers under. */
  Set<String> asked() {
    return fields.stream()
        .filter(field -> !field.flag("disabled"))
        .map(Field::key)
        .collect(Collectors.toSet());
  }

  /**
   * Checks what was submitted.
   *
   * @param submitted names and values as they arrived
   * @param known a variable the form reads but does not set, such as the options of a select
   * @param hidden whether a FEEL condition holds for the given context
   * @return every field of the form with its value, null where it was left empty or was hidden
   * @throws Refusal naming each field that is wrong, and every name the form does not have
   */
  Map<String, Object> check(
      Map<String, Object> submitted,
      Function<String, Object> known,
      BiPredicate<String, Map<String, Object>> hidden) {
    List<String> problems = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Boolean> answers = new HashMap<>();
    fields.stream()
        .filter(field -> !field.flag("disabled"))
        .forEach(field -> values.put(field.key(), blankToNull(submitted.get(field.key()))));
    submitted.keySet().stream()
        .filter(name -> !values.containsKey(name))
        .forEach(name -> problems.add("表单中没有“" + name + "”这一项"));
    List<String> mistyped = mistyped(values);
    if (!mistyped.isEmpty()) {
      // no condition is asked about values that are none of theirs
      problems.addAll(mistyped);
      throw wrong(problems);
    }
    fields.stream()
        .filter(field -> field.type().equals("number") && values.get(field.key()) != null)
        .forEach(field -> values.put(field.key(), NumberField.read(values.get(field.key()))));
    for (Field field : fields) {
      if (field.flag("disabled")) {
        continue;
      }
      if (field.hidings().stream()
          .anyMatch(
              hide -> answers.computeIfAbsent(hide, condition -> hidden.test(condition, values)))) {
        if (values.put(field.key(), null) != null) {
          answers.clear();
        }
        continue;
      }
      Object value = values.get(field.key());
      String problem = value == null ? missing(field) : wrong(field, value, known);
      if (problem != null) {
        problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      throw wrong(problems);
    }
    return values;
  }

  private static Refusal wrong(List<String> problems) {
    return new Refusal("提交的内容有误：" + String.join("；", problems) + "。请改正后重新提交。");
  }

  private List<String> mistyped(Map<String, Object> values) {
    List<String> problems = new ArrayList<>();
    for (Field field : fields) {
      Object value = values.get(field.key());
      if (value == null) {
        continue;
      }
      String expected =
          switch (field.type()) {
            case "textfield", "textarea", "radio", "select", "datetime" ->
                value instanceof String ? null : "应为文字";
            case "number" -> NumberField.unread(value);
            case "checkbox" -> value instanceof Boolean ? null : "应为是或否";
            case "checklist", "taglist" ->
                value instanceof SpinJsonNode chosen && chosen.isArray() ? null : "应为一组选项";
            default -> value instanceof CleanForm.Unfit ? "应为文字、数字、是或否" : null;
          };
      if (expected != null) {
        problems.add("“" + field.label() + "”" + expected);
      }
    }
    return problems;
  }

  private static Object blankToNull(Object value) {
    return value instanceof String text && text.isBlank() ? null : value;
  }

  private static String missing(Field field) {
    boolean required = field.rule("required").asBoolean(false);
    return required ? "请填写“" + field.label() + "”" : null;
  }

  private static String wrong(Field field, Object value, Function<String, Object> known) {
    return switch (field.type()) {
      case "textfield", "textarea" -> wrongText(field, (String) value);
      case "number" -> {
        String broken = NumberField.broken(field.definition(), value);
        yield broken == null ? null : "“" + field.label() + "”" + broken;
      }
      case "checkbox" -> (Boolean) value ? null : missing(field);
      case "radio", "select" -> wrongOption(field, value.toString(), known);
      case "checklist", "taglist" -> wrongOptions(field, (SpinJsonNode) value, known);
      case "datetime" -> wrongDate(field, value);
      default -> value instanceof String text ? wrongText(field, text) : null;
    };
  }

  private static String wrongText(Field field, String text) {
    int max = Math.min(field.rule("maxLength").asInt(MAX_STRING), MAX_STRING);
    if (text.length() > max) {
      return "“" + field.label() + "”最多" + max + "字，现有" + text.length() + "字";
    }
    int min = field.rule("minLength").asInt(0);
    if (text.strip().length() < min) {
      return "“" + field.label() + "”至少" + min + "字";
    }
    String pattern = field.rule("pattern").asText("");
    if (!pattern.isEmpty() && !text.matches(pattern)) {
      return "“" + field.label() + "”格式不对";
    }
    return null;
  }

  private static String wrongOption(Field field, String value, Function<String, Object> known) {
    return options(field, known).contains(value) ? null : "“" + field.label() + "”请从列出的选项中选择";
  }

  private static String wrongOptions(
      Field field, SpinJsonNode chosen, Function<String, Object> known) {
    if (chosen.elements().isEmpty()) {
      return missing(field);
    }
    List<String> options = options(field, known);
    return chosen.elements().stream()
            .allMatch(one -> one.isString() && options.contains(one.stringValue()))
        ? null
        : "“" + field.label() + "”请从列出的选项中选择";
  }

  private static List<String> options(Field field, Function<String, Object> known) {
    List<String> options = new ArrayList<>();
    for (JsonNode option : field.definition().path("values")) {
      options.add(option.path("value").asText());
    }
    String valuesKey = field.definition().path("valuesKey").asText("");
    if (!valuesKey.isEmpty() && known.apply(valuesKey) instanceof SpinJsonNode choices) {
      choices.elements().forEach(choice -> options.add(choice.prop("value").stringValue()));
    }
    return options;
  }

  private static String wrongDate(Field field, Object value) {
    try {
      switch (field.definition().path("subtype").asText("date")) {
        case "datetime" ->
            LocalDateTime.parse(value.toString().replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)$", ""));
        case "time" -> LocalTime.parse(value.toString());
        default -> LocalDate.parse(value.toString());
      }
      return null;
    } catch (DateTimeParseException e) {
      return "“" + field.label() + "”不是有效的日期或时间";
    }
  }
}
