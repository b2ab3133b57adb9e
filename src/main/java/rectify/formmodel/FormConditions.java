package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import rectify.engine.FeelOnce;
import rectify.model.Feel;
import rectify.model.Models.Form;
import rectify.model.Report;

/**
 * The conditions under which a form hides its fields. Each is asked once with every combination of
 * typed answers, by the engine that will ask it when somebody hands the form in.
 */
final class FormConditions {

  private static final int MAX_COMBINATIONS = 4000;
  private static final String HIDING = "隐藏条件";

  private final Form form;
  private final Report report;
  private final FeelEngine feel = FeelOnce.factory().createInstance();

  FormConditions(Form form, Report report) {
    this.form = form;
    this.report = report;
  }

  /** Whether each can be read at all. */
  void read() {
    for (JsonNode component : form.components()) {
      condition(component, this::read);
    }
  }

  /** Whether each has an answer. */
  void ask() {
    for (JsonNode component : form.components()) {
      condition(component, this::ask);
    }
  }

  private interface Rule {
    void check(JsonNode component, String text, String kind);
  }

  private static void condition(JsonNode component, Rule rule) {
    String hide = component.path("conditional").path("hide").asText("");
    String computed = component.path("expression").asText("");
    if (!hide.isBlank()) {
      rule.check(component, hide, HIDING);
    }
    if (!computed.isBlank()) {
      rule.check(component, computed, "表达式");
    }
  }

  private void read(JsonNode component, String text, String kind) {
    if (!text.startsWith("=")) {
      say(component, kind, text, "须以英文等号开头，如 =level != \"major\"");
      return;
    }
    Feel read = Feel.expression(text.substring(1));
    if (!read.sound()) {
      say(component, kind, text, read.problem());
    }
  }

  private void ask(JsonNode component, String text, String kind) {
    boolean truth = kind.equals(HIDING);
    Feel read = Feel.expression(text.substring(1));
    for (String name : read.names()) {
      if (!form.keys().contains(name)) {
        say(component, kind, text, "用了本表单没有的字段“" + name + "”，服务器无法核对；文字请放在英文双引号里");
        return;
      }
    }
    Set<Object> answers = new HashSet<>();
    List<Map<String, Object>> samples = samples(form, read.names(), read.texts());
    if (samples.size() >= MAX_COMBINATIONS) {
      say(component, kind, text, "用的字段过多，无法逐一核对，请简化");
      return;
    }
    for (Map<String, Object> sample : samples) {
      try {
        answers.add(Objects.toString(value(text, sample)));
      } catch (RuntimeException e) {
        say(component, kind, text, "不能求值（" + shown(sample) + "），请检查写法和类型");
        return;
      }
    }
    if (truth && !answers.removeIf(Set.of("true", "false")::contains)
        || truth && !answers.isEmpty() && !answers.equals(Set.of("null"))) {
      say(component, kind, text, "的结果不是真或假，请改为比较，如 =level != \"major\"");
    }
    read.texts().forEach(word -> known(component, kind, text, read.names(), word));
  }

  /** A text that is compared with a field of fixed options must be one of them. */
  private void known(JsonNode component, String kind, String text, Set<String> names, String word) {
    boolean closed =
        !names.isEmpty()
            && form.components().stream()
                .filter(one -> names.contains(one.path("key").asText()))
                .allMatch(one -> one.path("values").size() > 0);
    boolean option =
        form.components().stream()
            .filter(one -> names.contains(one.path("key").asText()))
            .flatMap(one -> options(one).stream())
            .anyMatch(word::equals);
    if (closed && !option) {
      say(component, kind, text, "里的“" + word + "”不是所用字段的选项，请改为选项的值");
    }
  }

  private Object value(String text, Map<String, Object> sample) {
    return feel.evaluateSimpleExpression(
        text.substring(1), Variables.fromMap(sample).asVariableContext());
  }

  /**
   * Whether a field is hidden, for each of the samples.
   *
   * @param hidings the conditions of the field and of the groups around it
   */
  List<Boolean> hidden(List<String> hidings, List<Map<String, Object>> samples) {
    return samples.stream()
        .map(sample -> hidings.stream().anyMatch(one -> Boolean.TRUE.equals(value(one, sample))))
        .toList();
  }

  /** The conditions that hide a field, by its key. */
  static Map<String, List<String>> hidings(Form form) {
    Map<String, List<String>> found = new HashMap<>();
    hidings(form.json(), List.of(), found);
    return found;
  }

  private static void hidings(
      JsonNode parent, List<String> outer, Map<String, List<String>> found) {
    for (JsonNode component : parent.path("components")) {
      String hide = component.path("conditional").path("hide").asText("");
      List<String> all =
          hide.isBlank() ? outer : Stream.concat(outer.stream(), Stream.of(hide)).toList();
      found.put(component.path("key").asText(""), all);
      hidings(component, all, found);
    }
  }

  /** Every combination of answers to these fields, nothing answered included. */
  static List<Map<String, Object>> samples(Form form, Set<String> names, Set<String> texts) {
    List<Map<String, Object>> combinations = new ArrayList<>(List.of(new HashMap<>()));
    for (JsonNode component : form.components()) {
      String key = component.path("key").asText("");
      if (!names.contains(key)) {
        continue;
      }
      List<Map<String, Object>> wider = new ArrayList<>();
      for (Object answer : answers(component, texts)) {
        for (Map<String, Object> combination : combinations) {
          Map<String, Object> one = new HashMap<>(combination);
          one.put(key, answer);
          wider.add(one);
        }
      }
      combinations = wider.size() > MAX_COMBINATIONS ? wider.subList(0, MAX_COMBINATIONS) : wider;
    }
    return combinations;
  }

  private static Set<Object> answers(JsonNode component, Set<String> texts) {
    Set<Object> answers = new LinkedHashSet<>();
    answers.add(null);
    switch (component.path("type").asText()) {
      case "checkbox" -> answers.addAll(List.of(true, false));
      case "number" -> answers.addAll(List.of(0, 1, 1000L));
      case "datetime" -> answers.add("2026-01-01");
      case "checklist", "taglist" -> answers.addAll(Arrays.asList(List.of(), List.of("x")));
      default -> {
        answers.addAll(options(component));
        if (component.path("values").isEmpty()) {
          answers.add("x");
          answers.addAll(texts);
        }
      }
    }
    return answers;
  }

  static List<String> options(JsonNode component) {
    List<String> options = new ArrayList<>();
    component.path("values").forEach(option -> options.add(option.path("value").asText()));
    return options;
  }

  private static String shown(Map<String, Object> sample) {
    return Objects.toString(sample).replaceAll("[{}]", "");
  }

  private void say(JsonNode component, String kind, String text, String problem) {
    String id = component.path("key").asText(component.path("id").asText());
    String label = component.path("label").asText(component.path("dateLabel").asText(""));
    String quoted = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    report.say(
        form.file(),
        id,
        label,
        kind + "“" + quoted.replaceAll("[\\p{Cc}\\p{Cf}]", "") + "”" + problem + "。");
  }
}
