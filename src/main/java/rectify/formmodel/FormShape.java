package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rectify.model.Models.Form;
import rectify.model.Report;

/**
 * What a form may be made of: the components and properties the house uses and the server checks,
 * no others. A property that only the browser knows is one the server does not keep to; text that
 * people see brings no markup, link, image or script along.
 */
final class FormShape {

  private static final int MAX_COMPONENTS = 200;

  private static final Set<String> FORM =
      Set.of(
          "components",
          "type",
          "id",
          "schemaVersion",
          "executionPlatform",
          "executionPlatformVersion",
          "exporter",
          "versionTag");

  private static final Set<String> EVERY = Set.of("id", "type", "layout", "conditional");
  private static final Set<String> FIELD = Set.of("key", "label", "description", "validate");

  /** The components, and what each may have besides. */
  private static final Map<String, Set<String>> COMPONENTS =
      Map.ofEntries(
          Map.entry("textfield", fieldAnd("appearance")),
          Map.entry("textarea", fieldAnd()),
          Map.entry("number", fieldAnd("appearance", "decimalDigits", "increment")),
          Map.entry("checkbox", fieldAnd()),
          Map.entry("checklist", fieldAnd("values", "valuesKey")),
          Map.entry("taglist", fieldAnd("values", "valuesKey")),
          Map.entry("radio", fieldAnd("values", "valuesKey")),
          Map.entry("select", fieldAnd("values", "valuesKey", "searchable")),
          Map.entry(
              "datetime",
              fieldAnd(
                  "subtype",
                  "dateLabel",
                  "timeLabel",
                  "disallowPassedDates",
                  "use24h",
                  "timeInterval",
                  "timeSerializingFormat")),
          Map.entry("expression", Set.of("key", "expression", "computeOn")),
          Map.entry("text", Set.of("text")),
          Map.entry("group", Set.of("label", "components", "showOutline", "verticalAlignment")),
          Map.entry("separator", Set.of()),
          Map.entry("spacer", Set.of("height")));

  private final Form form;
  private final Report report;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  FormShape(Form form, Report report) {
    this.form = form;
    this.report = report;
  }

  private static Set<String> fieldAnd(String... more) {
    return Stream.concat(FIELD.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  void check() {
    form.json()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FORM.contains(name)) {
                report.say(form.file(), "表单不支持属性“" + shown(name) + "”，请删除。");
              }
            });
    if (form.components().isEmpty() || form.components().size() > MAX_COMPONENTS) {
      report.say(form.file(), "表单须有1至" + MAX_COMPONENTS + "个组件，请增删。");
      return;
    }
    form.components().forEach(this::component);
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    Set<String> allowed = COMPONENTS.get(type);
    if (allowed == null || !component.path("type").isTextual()) {
      say(component, "任务列表不支持“" + shown(type) + "”组件，请换成支持的组件。");
      return;
    }
    component
        .fieldNames()
        .forEachRemaining(
            name -> {
              boolean off = name.equals("readonly") || name.equals("disabled");
              if (!EVERY.contains(name)
                  && !allowed.contains(name)
                  && !(off
                      && component.path(name).isBoolean()
                      && !component.path(name).asBoolean())) {
                say(component, "不支持属性“" + shown(name) + "”，请删除。");
              }
            });
    for (String name :
        new TreeSet<>(
            Set.of(
                "id",
                "key",
                "label",
                "dateLabel",
                "timeLabel",
                "description",
                "text",
                "subtype",
                "valuesKey",
                "expression"))) {
      if (component.has(name) && !component.path(name).isTextual()) {
        say(component, "属性“" + name + "”应为文字，请改正。");
      }
    }
    unique(component);
    FieldRules fields = new FieldRules(form, report);
    fields.rules(component, type);
    fields.options(component);
    new FormWords(form, report).check(component);
    if (type.equals("datetime")
        && !Set.of("date", "datetime", "time").contains(component.path("subtype").asText())) {
      say(component, "日期字段的类别（subtype）只能是 date、time 或 datetime，请重新选择。");
    }
  }

  private void unique(JsonNode component) {
    if (component.has("id") && !ids.add(component.path("id").asText())) {
      say(component, "组件 ID“" + shown(component.path("id").asText()) + "”重复，请改名。");
    }
    if (component.has("key") && !keys.add(component.path("key").asText())) {
      say(component, "字段的 Key“" + shown(component.path("key").asText()) + "”重复，请改名或删除一个。");
    }
    JsonNode conditional = component.path("conditional");
    boolean plain =
        conditional.isMissingNode()
            || conditional.isObject()
                && conditional.size() <= 1
                && (conditional.isEmpty() || conditional.path("hide").isTextual());
    if (!plain) {
      say(component, "显示条件（conditional）只能有一个隐藏条件（hide），请改正。");
    }
  }

  static String shown(String text) {
    String one = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
    return one.length() > 60 ? one.substring(0, 60) + "…" : one;
  }

  private void say(JsonNode component, String sentence) {
    say(form, report, component, sentence);
  }

  /** Names the field, cut to what a screen shows. */
  static void say(Form form, Report report, JsonNode component, String sentence) {
    String id = component.path("key").asText(component.path("id").asText());
    String label = component.path("label").asText(component.path("dateLabel").asText(""));
    report.say(form.file(), shown(id), shown(label), sentence);
  }
}
