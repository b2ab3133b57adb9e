package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rectify.model.Feel;
import rectify.model.FormText;
import rectify.model.ModelDeployer;
import rectify.model.Models.Form;
import rectify.model.Report;
import rectify.model.Vocabulary;

/**
 * What a form of the house must go on asking: the form that comes with the product is the promise.
 * A designer may change labels, order and texts and add fields; the fields that the steps and the
 * required proofs read stay, with their kind, their answers and the moment they are shown.
 */
final class FormPromise {

  private static final House HOUSE = new House();

  private final Form form;
  private final Report report;

  FormPromise(Form form, Report report) {
    this.form = form;
    this.report = report;
  }

  /** Whether every promised field is there and still what it was, and no new one takes a name. */
  void fields() {
    Form promised = HOUSE.forms.get(form.id());
    Set<String> kept = new HashSet<>();
    if (promised != null) {
      kept.addAll(promised.keys());
      for (JsonNode field : promised.components()) {
        if (field.has("key")) {
          field(field);
        }
      }
    }
    Set<String> taken = promised == null ? HOUSE.steps : HOUSE.words;
    form.components().stream()
        .filter(component -> component.has("key"))
        .filter(component -> !kept.contains(component.path("key").asText()))
        .filter(component -> taken.contains(component.path("key").asText()))
        .forEach(
            component ->
                say(
                    component,
                    "Key“" + component.path("key").asText() + "”是系统已用的名称，填写的内容会改变案件数据，请换一个 Key。"));
  }

  private void field(JsonNode promised) {
    String key = promised.path("key").asText();
    Optional<JsonNode> found =
        form.components().stream()
            .filter(component -> key.equals(component.path("key").asText()))
            .findFirst();
    if (found.isEmpty()) {
      report.say(form.file(), key, label(promised), "缺少这个字段，流程的步骤要用它，请补上，或把 Key 改回“" + key + "”。");
      return;
    }
    JsonNode field = found.get();
    same(field, promised, "type", "类型");
    same(field, promised, "subtype", "日期类别（subtype）");
    same(field, promised, "valuesKey", "选项变量（valuesKey）");
    List<String> options = FormConditions.options(promised);
    for (String option : FormConditions.options(field)) {
      if (!options.contains(option)) {
        say(field, "选项“%s”系统不认识，可用的有：%s。".formatted(option, String.join("、", options)));
      }
    }
    JsonNode rules = field.path("validate");
    JsonNode bounds = promised.path("validate");
    if (bounds.path("required").asBoolean() && !rules.path("required").asBoolean()) {
      say(field, "须为必填，流程的步骤要用它，请勾选必填。");
    }
    if (!bounds.path("required").asBoolean()
        && rules.path("required").asBoolean()
        && "checkbox".equals(field.path("type").asText())) {
      say(field, "不得改为必选，否则只能回答“是”，请取消必填。");
    }
    if (bounds.has("maxLength")
        && rules.path("maxLength").asInt() > bounds.path("maxLength").asInt()) {
      say(field, "最多" + bounds.path("maxLength").asInt() + "字，请改小最大长度。");
    }
    if (rules.path("minLength").asInt() > 0 && !rules.path("required").asBoolean()
        || rules.path("minLength").asInt() > 50) {
      say(field, "最小长度只能用于必填字段，且不超过50字，请改正。");
    }
    if (bounds.has("min")
            && (!rules.has("min") || rules.path("min").asDouble() < bounds.path("min").asDouble())
        || bounds.has("max")
            && (!rules.has("max")
                || rules.path("max").asDouble() > bounds.path("max").asDouble())) {
      say(
          field,
          "数值范围不得超出%s至%s，请改正。".formatted(bounds.path("min").asText(), bounds.path("max").asText()));
    }
  }

  private void same(JsonNode field, JsonNode promised, String property, String chinese) {
    String expected = promised.path(property).asText("");
    if (!expected.equals(field.path(property).asText(""))) {
      say(field, "%s须是“%s”，系统按此读取，请改回。".formatted(chinese, expected));
    }
  }

  /** A field that a step reads is shown exactly when it was: the step has a value, or has none. */
  void shown() {
    Form promised = HOUSE.forms.get(form.id());
    if (promised == null) {
      return;
    }
    FormConditions conditions = new FormConditions(form, report);
    Map<String, List<String>> theirs = FormConditions.hidings(promised);
    Map<String, List<String>> ours = FormConditions.hidings(form);
    for (JsonNode field : form.components()) {
      String key = field.path("key").asText("");
      if (key.isEmpty() || !theirs.containsKey(key)) {
        continue;
      }
      Set<String> names = new HashSet<>();
      Set<String> texts = new HashSet<>();
      Stream.concat(theirs.get(key).stream(), ours.get(key).stream())
          .map(one -> Feel.expression(one.substring(1)))
          .forEach(
              feel -> {
                names.addAll(feel.names());
                texts.addAll(feel.texts());
              });
      List<Map<String, Object>> samples = FormConditions.samples(form, names, texts);
      if (!conditions
          .hidden(theirs.get(key), samples)
          .equals(conditions.hidden(ours.get(key), samples))) {
        say(
            field,
            theirs.get(key).isEmpty()
                ? "须始终显示，流程的步骤要用它，请删除隐藏条件。"
                : "的隐藏条件与流程的步骤所需不同，请改回“" + String.join("”和“", theirs.get(key)) + "”。");
      }
    }
  }

  private static String label(JsonNode component) {
    return component.path("label").asText(component.path("dateLabel").asText(""));
  }

  private void say(JsonNode component, String sentence) {
    report.say(form.file(), component.path("key").asText(), label(component), sentence);
  }

  /** The forms that come with the product, and every name its models use. */
  private static final class House {

    private static final Pattern EXPRESSION = Pattern.compile("[$#{]\\{([^}]*)}");
    private static final Pattern NAMED =
        Pattern.compile(
            "(?:resultVariable|name|source|target|variable|elementVariable|initiator|key|valuesKey)"
                + "\"?\\s*[=:]\\s*\"([a-z][A-Za-z0-9]*)\"");
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final Map<String, Form> forms = new HashMap<>();

    /** What the steps of the diagrams name and no form asks for. */
    private final Set<String> steps = new HashSet<>(Vocabulary.ENGINE);

    /** The same, and what any form asks for or shows. */
    private final Set<String> words = new HashSet<>();

    private House() {
      steps.addAll(Set.of("execution", "task"));
      Set<String> asked = new HashSet<>();
      ModelDeployer.read()
          .forEach(
              (file, content) -> {
                if (file.endsWith(".form")) {
                  JsonNode json = FormText.read(file, content, new Report());
                  Form form = new Form(file, json);
                  forms.put(form.id(), form);
                  asked.addAll(form.keys());
                }
                Set<String> named = file.endsWith(".bpmn") ? steps : words;
                String text = new String(content, StandardCharsets.UTF_8);
                EXPRESSION
                    .matcher(text)
                    .results()
                    .flatMap(one -> WORD.matcher(one.group(1)).results())
                    .forEach(word -> named.add(word.group()));
                NAMED.matcher(text).results().forEach(name -> named.add(name.group(1)));
              });
      words.addAll(steps);
      words.addAll(asked);
      steps.removeAll(asked);
    }
  }
}
