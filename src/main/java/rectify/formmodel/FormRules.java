package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rectify.model.FeelNames;
import rectify.model.Models;
import rectify.model.Models.Form;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Vocabulary;
import rectify.model.Words;
import rectify.task.TaskFacts;

/** What a form keeps to, so that the task list of Camunda 7.24 shows it, in Chinese. */
public final class FormRules {

  private static final int MAX_LENGTH = 4000;

  private static final Set<String> FIELDS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist",
          "datetime");

  /** Shown, but nobody fills them in. */
  private static final Set<String> DISPLAYS =
      Set.of("text", "expression", "group", "separator", "spacer");

  private static final Set<String> CHOICES = Set.of("checklist", "radio", "select", "taglist");

  private final Form form;
  private final Models models;
  private final Vocabulary vocabulary;
  private final Report report;

  public FormRules(Form form, Models models, Vocabulary vocabulary, Report report) {
    this.form = form;
    this.models = models;
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /** A form that no diagram shows is a spelling mistake: nobody would ever see it. */
  public static void shown(Form form, Models models, Report report) {
    if (models.processes().stream()
        .flatMap(Vocabulary::formRefs)
        .noneMatch(ref -> ref.equals(form.id()))) {
      report.say(form.file(), "没有流程使用表单“" + form.id() + "”，请把表单 ID 改回原名，或与使用它的流程图一同部署。");
    }
  }

  public void check() {
    FormConditions conditions = new FormConditions(form, report);
    FormPromise promise = new FormPromise(form, report);
    inTurn(
        () -> {
          header();
          new FormShape(form, report).check();
          conditions.read();
        },
        () -> form.components().forEach(this::component),
        promise::fields,
        conditions::ask,
        promise::shown);
  }

  /** What is wrong in one way is not told again in another. */
  private void inTurn(Runnable... rules) {
    int before = report.lines().size();
    for (Runnable rule : rules) {
      if (report.lines().size() == before) {
        rule.run();
      }
    }
  }

  private void header() {
    JsonNode json = form.json();
    String stem = form.file().replaceFirst("\\.form$", "");
    if (!stem.equals(form.id())) {
      report.say(form.file(), "表单 ID“" + form.id() + "”应与文件名相同，请改为“" + stem + "”。");
    }
    if (!Words.kebab(form.id())) {
      report.say(form.file(), "表单 ID“" + form.id() + "”应为小写英文词加连字符，如 rectification-report。");
    }
    if (!json.path("schemaVersion").isInt() || json.path("schemaVersion").asInt() > 16) {
      report.say(form.file(), "schemaVersion 不得高于 16，否则任务列表无法显示，请用平台版本 7.22 保存。");
    }
    if (!"Camunda Platform".equals(json.path("executionPlatform").asText())) {
      report.say(form.file(), "执行平台应为 Camunda Platform（Camunda 7），请在 Modeler 中重新选择。");
    }
    if (!upTo722(json.path("executionPlatformVersion").asText())) {
      report.say(form.file(), "执行平台版本不得高于 7.22，否则 Modeler 会放行不支持的组件。");
    }
  }

  private static boolean upTo722(String version) {
    return version.matches("7\\.\\d+(\\.\\d+)?") && Integer.parseInt(version.split("\\.")[1]) <= 22;
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    if (!FIELDS.contains(type) && !DISPLAYS.contains(type)) {
      say(component, "任务列表不支持“" + type + "”组件，请换成支持的组件。");
      return;
    }
    if (FIELDS.contains(type)) {
      field(component, type);
    }
    shownTexts(component).forEach(text -> latin(component, text));
    readNames(component).forEach(name -> declared(component, name));
  }

  private void field(JsonNode component, String type) {
    String key = component.path("key").asText("");
    if (!Words.camelCase(key)) {
      say(component, "字段的 Key“" + key + "”应为小写开头的英文驼峰写法，如 hazardId。");
    }
    String label =
        component.path("label").asText("")
            + component.path("dateLabel").asText("")
            + component.path("timeLabel").asText("");
    if (!Words.chinese(label)) {
      say(component, "字段没有中文标签，请填写。");
    }
    if (type.equals("textfield") || type.equals("textarea")) {
      JsonNode maximum = component.path("validate").path("maxLength");
      if (!maximum.isInt() || maximum.asInt() > MAX_LENGTH || maximum.asInt() < 1) {
        say(component, "文字字段须限制最大长度，且不超过 " + MAX_LENGTH + " 字。");
      }
    }
    boolean optioned =
        component.path("values").size() > 0
            || !component.path("valuesKey").asText("").isBlank()
            || !component.path("valuesExpression").asText("").isBlank();
    if (CHOICES.contains(type) && !optioned) {
      say(component, "选择字段没有选项，请填写固定选项（values）或选项变量（valuesKey）。");
    }
  }

  private static Stream<String> shownTexts(JsonNode component) {
    Stream.Builder<String> texts = Stream.builder();
    for (String property :
        List.of("label", "dateLabel", "timeLabel", "description", "text", "alt")) {
      texts.add(component.path(property).asText(""));
    }
    component.path("values").forEach(option -> texts.add(option.path("label").asText("")));
    component.path("columns").forEach(column -> texts.add(column.path("label").asText("")));
    component.path("appearance").forEach(adorner -> texts.add(adorner.asText("")));
    return texts.build().filter(text -> !text.startsWith("="));
  }

  private void latin(JsonNode component, String text) {
    String word = Words.latinWord(text);
    if (word != null) {
      say(component, "显示给用户的文字中有英文“" + word + "”，请改为中文。");
    }
  }

  private static Set<String> readNames(JsonNode component) {
    Set<String> names = new HashSet<>();
    for (String property :
        List.of(
            "label",
            "description",
            "text",
            "content",
            "source",
            "dataSource",
            "expression",
            "url",
            "valuesExpression",
            "readonly",
            "alt")) {
      FeelNames.inForm(component.path(property).asText("")).forEach(names::add);
    }
    String hide = component.path("conditional").path("hide").asText("");
    names.addAll(FeelNames.of(hide.startsWith("=") ? hide.substring(1) : hide));
    String valuesKey = component.path("valuesKey").asText("");
    if (!valuesKey.isBlank()) {
      names.add(valuesKey);
    }
    return names;
  }

  private void declared(JsonNode component, String name) {
    if (form.keys().contains(name)) {
      return;
    }
    for (ProcessFile process : models.processes()) {
      if (Vocabulary.formRefs(process).anyMatch(form.id()::equals)
          && !vocabulary.declares(process.id(), name)
          && !suppliedOnOpening(process, name)) {
        say(component, "使用的变量“" + name + "”在流程“" + process.id() + "”中没有声明，请检查拼写。");
      }
    }
  }

  private boolean suppliedOnOpening(ProcessFile process, String name) {
    return vocabulary.composes(process.id(), name)
        || name.equals(TaskFacts.NAME) && vocabulary.declares(process.id(), TaskFacts.CASE_ID);
  }

  private void say(JsonNode component, String sentence) {
    String id = component.path("key").asText(component.path("id").asText());
    String shown = component.path("label").asText(component.path("dateLabel").asText(""));
    report.say(form.file(), id, shown, sentence);
  }
}
