package rectify.formmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.model.Feel;
import rectify.model.Models.Form;
import rectify.model.Report;

/** The words of a form that people see: no markup, link, image, script or invisible sign. */
final class FormWords {

  private static final int MAX_LABEL = 500;

  private static final Pattern MARKUP =
      Pattern.compile("<\\s*[A-Za-z/!?]|\\]\\s*\\(|!\\[|\\]\\s*:|://|\\bjavascript\\s*:|&#|&\\w+;");
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\t\\r\\n]]");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);

  private final Form form;
  private final Report report;

  FormWords(Form form, Report report) {
    this.form = form;
    this.report = report;
  }

  void check(JsonNode component) {
    for (String name : new String[] {"label", "dateLabel", "timeLabel", "description", "text"}) {
      shownText(component, component.path(name).asText(""), name.equals("text"));
    }
    component
        .path("values")
        .forEach(option -> shownText(component, option.path("label").asText(""), false));
    component
        .path("appearance")
        .properties()
        .forEach(
            entry -> {
              if (!Set.of("prefixAdorner", "suffixAdorner").contains(entry.getKey())) {
                say(component, "不支持外观属性“" + FormShape.shown(entry.getKey()) + "”，请删除。");
              }
              shownText(component, entry.getValue().asText(""), false);
            });
  }

  private void shownText(JsonNode component, String text, boolean templates) {
    String bare = templates ? TEMPLATE.matcher(text).replaceAll("") : text;
    if (text.length() > (templates ? 10 * MAX_LABEL : MAX_LABEL)) {
      say(component, "显示给用户的文字过长，请缩短。");
    } else if (CONTROL.matcher(text).find()) {
      say(component, "显示给用户的文字含有看不见的控制字符，请删除后重新输入。");
    } else if (MARKUP.matcher(bare).find()) {
      say(component, "显示给用户的文字不得含有网页代码、链接或图片，请删除。");
    } else if (!templates && (bare.startsWith("=") || bare.contains("{{"))) {
      say(component, "只有文本组件可以显示变量，标签和说明请写固定文字。");
    } else if (bare.contains("{{") || bare.contains("}}")) {
      say(component, "文字里的“{{”和“}}”不成对，请改正。");
    }
    if (templates) {
      Matcher inside = TEMPLATE.matcher(text);
      int blocks = 0;
      while (inside.find()) {
        String code = inside.group(1).strip();
        blocks += code.startsWith("#") ? 1 : code.startsWith("/") ? -1 : 0;
        template(component, code);
      }
      if (blocks != 0) {
        say(component, "文字里的 {{#if}} 或 {{#loop}} 没有结束，请补上 {{/if}} 或 {{/loop}}。");
      }
    }
  }

  private void template(JsonNode component, String code) {
    if (code.matches("/(if|loop)")) {
      return;
    }
    Feel feel = Feel.expression(code.replaceFirst("^#(if|loop)\\s+", "").replaceFirst("^=", ""));
    if (code.startsWith("#") && !code.matches("(?s)#(if|loop)\\s.*") || !feel.sound()) {
      say(component, "文字里的“{{" + FormShape.shown(code) + "}}”写法有误，请改为变量名，如 {{facts}}。");
    }
  }

  private void say(JsonNode component, String sentence) {
    FormShape.say(form, report, component, sentence);
  }
}
