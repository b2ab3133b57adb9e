package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import rectify.model.Models.Form;
import rectify.model.Report;

/** What a field of a form may ask of an answer, and offer as one: what the server checks too. */
final class FieldRules {

  private static final int MAX_OPTIONS = 200;
  private static final int MAX_PATTERN = 100;

  private static final Map<String, Set<String>> RULES =
      Map.of(
          "textfield",
          Set.of("required", "minLength", "maxLength", "pattern", "validationType"),
          "textarea",
          Set.of("required", "minLength", "maxLength"),
          "number",
          Set.of("required", "min", "max"));

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

  /** A repeated group, or a reference back, may take the server a night to refuse one text. */
  private static final Pattern SLOW = Pattern.compile("\\)\\s*[*+{]|\\\\[1-9k]|\\(\\?[^:]");

  private final Form form;
  private final Report report;

  FieldRules(Form form, Report report) {
    this.form = form;
    this.report = report;
  }

  void rules(JsonNode component, String type) {
    JsonNode rules = component.path("validate");
    if (rules.isMissingNode()) {
      return;
    }
    Set<String> allowed = RULES.getOrDefault(type, Set.of("required"));
    rules
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                say(component, "不支持校验“" + FormShape.shown(name) + "”，请删除。");
              }
            });
    if (!rules.isObject() || rules.has("required") && !rules.path("required").isBoolean()) {
      say(component, "“必填”只能是 true 或 false，请改正。");
    }
    for (String name : new String[] {"minLength", "maxLength"}) {
      if (rules.has(name) && (!rules.path(name).isInt() || rules.path(name).asInt() < 0)) {
        say(component, "校验“" + name + "”应为不小于0的整数，请改正。");
      }
    }
    for (String name : new String[] {"min", "max"}) {
      if (rules.has(name) && !rules.path(name).isNumber()) {
        say(component, "校验“" + name + "”应为数字，请改正。");
      }
    }
    if (above(rules, "minLength", "maxLength") || above(rules, "min", "max")) {
      say(component, "最小值大于最大值，没有人能填写，请改正。");
    }
    if (rules.has("pattern")) {
      pattern(component, rules.path("pattern").asText());
    }
    if (rules.has("validationType") && !"custom".equals(rules.path("validationType").asText())) {
      say(component, "校验类型只能是 custom，电话、邮箱请写成格式（pattern）。");
    }
  }

  private static boolean above(JsonNode rules, String least, String most) {
    return rules.has(least)
        && rules.has(most)
        && rules.path(least).asDouble() > rules.path(most).asDouble();
  }

  private void pattern(JsonNode component, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      say(component, "格式（pattern）“" + FormShape.shown(pattern) + "”写法有误，请检查括号和转义。");
      return;
    }
    if (pattern.length() > MAX_PATTERN || SLOW.matcher(pattern).find()) {
      say(component, "格式（pattern）过于复杂，不得重复括号里的内容或引用前文，请简化。");
    }
  }

  void options(JsonNode component) {
    JsonNode values = component.path("values");
    if (values.isMissingNode()) {
      return;
    }
    if (component.has("valuesKey")) {
      say(component, "选项只能二选一：固定选项（values）或选项变量（valuesKey），请删除一种。");
    }
    if (!values.isArray() || values.isEmpty() || values.size() > MAX_OPTIONS) {
      say(component, "固定选项应有1至" + MAX_OPTIONS + "个，请增删。");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode option : values) {
      boolean plain =
          option.isObject()
              && option.size() == 2
              && option.path("label").isTextual()
              && !option.path("label").asText().isBlank()
              && option.path("value").isTextual()
              && CODE.matcher(option.path("value").asText()).matches();
      if (!plain) {
        say(component, "每个选项须有中文名称（label）和英文数字的值（value），请改正。");
      } else if (!seen.add(option.path("value").asText())) {
        say(component, "选项的值“" + option.path("value").asText() + "”重复，请改正。");
      }
    }
  }

  private void say(JsonNode component, String sentence) {
    FormShape.say(form, report, component, sentence);
  }
}
