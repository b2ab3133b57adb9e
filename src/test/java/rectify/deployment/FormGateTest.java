package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a designer may change in the product's own forms, and what is refused, deployed alone. */
class FormGateTest {

  private static final String REPORT = "hazard-report.form";
  private static final String RECTIFIED = "rectification-report.form";
  private static final String FINDING = "recheck.form";
  private static final String FIRST = "\"components\": [";

  private static GateCase change(
      String what, String file, String good, String bad, String... read) {
    return new GateCase(what, file, good, bad, read);
  }

  private static GateCase component(String what, String json, String... read) {
    return change(what, REPORT, FIRST, FIRST + json + ",", read);
  }

  private static GateCase hide(String what, String condition, String... read) {
    return change(what, REPORT, "\"=level != \\\"major\\\"\"", "\"" + condition + "\"", read);
  }

  private static final String MORE =
      "{\"type\": \"textfield\", \"id\": \"Field_Finder\", \"key\": \"finder\", \"label\":"
          + " \"发现人\", \"validate\": {\"maxLength\": 20}}";

  private static final List<GateCase> ALLOWED =
      List.of(
          component("a text field", MORE),
          component(
              "a field that is shown for some",
              MORE.replace(
                  "\"type\"", "\"conditional\": {\"hide\": \"=level = \\\"major\\\"\"}, \"type\"")),
          component(
              "a group",
              "{\"type\": \"group\", \"id\": \"Group_More\", \"label\": \"补充\", \"components\": ["
                  + MORE
                  + "]}"),
          component("a text", "{\"type\": \"text\", \"id\": \"Text_1\", \"text\": \"### 请如实填写\"}"),
          component(
              "a layout",
              MORE.replace(
                  "\"type\"", "\"layout\": {\"row\": \"Row_1\", \"columns\": null}, \"type\"")),
          component(
              "a format",
              MORE.replace("\"maxLength\": 20", "\"maxLength\": 20, \"pattern\": \"[0-9]{4}\"")),
          change("a label", REPORT, "隐患部位", "隐患所在部位"),
          change("a description", REPORT, "写明现状和可能的后果", "写明现状、原因和可能的后果"),
          change("a shorter text", REPORT, "\"maxLength\": 500", "\"maxLength\": 300"),
          hide("a condition with the same meaning", "=not(level = \\\"major\\\")"),
          change("an option's name", RECTIFIED, "报告整改完成", "报告已整改完成"));

  private static final List<GateCase> REFUSED =
      List.of(
          hide("Chinese quotes", "=level != “major”", "重大隐患判定依据", "全角符号““”", "英文双引号"),
          hide("no equals sign", "level != \\\"major\\\"", "须以英文等号开头"),
          hide("half a condition", "=level != ", "写法有误"),
          hide("an unknown field", "=lvel != \\\"major\\\"", "lvel"),
          hide("an unknown answer", "=level != \\\"huge\\\"", "“huge”不是所用字段的选项"),
          hide("a method", "=level.getClass() != null", "隐藏条件"),
          hide("a function", "=upper case(level) != \\\"MAJOR\\\"", "不得使用函数"),
          hide("a loop", "=count(for i in 1..100000000 return i) > 1", "不允许的写法"),
          hide("no truth", "=level", "的结果不是真或假"),
          hide("the opposite", "=level = \\\"major\\\"", "隐藏条件与流程的步骤所需不同"),
          hide("always", "=true", "隐藏条件与流程的步骤所需不同"),
          change(
              "a condition where there was none",
              REPORT,
              "\"description\": \"例如：二号车间东侧配电房\"",
              "\"description\": \"例如\", \"conditional\": {\"hide\": \"=level = \\\"major\\\"\"}",
              "须始终显示"),
          change(
              "a renamed field",
              REPORT,
              "\"key\": \"location\"",
              "\"key\": \"place\"",
              "location“隐患部位”",
              "缺少这个字段"),
          change(
              "a field that a proof needs",
              RECTIFIED,
              "\"key\": \"request\"",
              "\"key\": \"ask\"",
              "request"),
          change(
              "an answer that a proof needs",
              RECTIFIED,
              "\"value\": \"report\"",
              "\"value\": \"done\"",
              "“done”系统不认识"),
          change("a kind", REPORT, "\"type\": \"textfield\"", "\"type\": \"textarea\"", "类型须是"),
          change("not required", RECTIFIED, "\"required\": true", "\"required\": false", "须为必填"),
          change("a longer text", REPORT, "\"maxLength\": 500", "\"maxLength\": 900", "最多500字"),
          change("no upper bound", RECTIFIED, "\"max\": 1000000000,", "", "数值范围"),
          change("another source", "recheck.form", "\"colleagues\"", "\"officers\"", "officers"),
          change(
              "an added answer",
              FINDING,
              "\"value\": \"failed\"",
              "\"value\": \"ignored\"",
              "“ignored”系统不认识"),
          component("the case's number", MORE.replace("finder", "hazardId"), "系统已用的名称"),
          component("the authority", MORE.replace("finder", "authorityGroup"), "系统已用的名称"),
          component("a step", MORE.replace("finder", "hazards"), "系统已用的名称"),
          component(
              "another form's answer", MORE.replace("finder", "verificationResult"), "系统已用的名称"),
          component("a key twice", MORE + "," + MORE.replace("Field_Finder", "Field_F"), "重复"),
          component("an id twice", MORE + "," + MORE.replace("\"finder\"", "\"other\""), "重复"),
          component("a Chinese key", MORE.replace("finder", "发现人"), "驼峰"),
          component("a path", MORE.replace("finder", "a.b"), "驼峰"),
          component(
              "a frame",
              "{\"type\": \"iframe\", \"id\": \"I\", \"url\": \"http://x\"}",
              "不支持“iframe”"),
          component("html", "{\"type\": \"html\", \"id\": \"I\", \"content\": \"中\"}", "不支持“html”"),
          component(
              "a picture",
              "{\"type\": \"image\", \"id\": \"I\", \"source\": \"http://x\"}",
              "不支持“image”"),
          component(
              "a list",
              "{\"type\": \"dynamiclist\", \"id\": \"I\", \"components\": []}",
              "不支持“dynamiclist”"),
          component(
              "a button",
              "{\"type\": \"button\", \"id\": \"I\", \"label\": \"提交\"}",
              "不支持“button”"),
          component(
              "a script",
              "{\"type\": \"text\", \"id\": \"T\", \"text\": \"注意<script>alert(1)</script>\"}",
              "网页代码"),
          component(
              "a picture in a text",
              "{\"type\": \"text\", \"id\": \"T\", \"text\": \"![图](http://x/y.png)\"}",
              "图片"),
          component("a link", "{\"type\": \"text\", \"id\": \"T\", \"text\": \"[看](/a)\"}", "链接"),
          component(
              "half a template",
              "{\"type\": \"text\", \"id\": \"T\", \"text\": \"{{facts\"}",
              "不成对"),
          component(
              "a loop without end",
              "{\"type\": \"text\", \"id\": \"T\", \"text\": \"{{#loop location}}值\"}",
              "没有结束"),
          component(
              "code in a template",
              "{\"type\": \"text\", \"id\": \"T\", \"text\": \"{{location.x()}}\"}",
              "写法有误"),
          component("a computed label", MORE.replace("发现人", "=location"), "标签"),
          component(
              "read only",
              MORE.replace("\"type\"", "\"readonly\": true, \"type\""),
              "不支持属性“readonly”"),
          component(
              "a read only condition",
              MORE.replace("\"type\"", "\"readonly\": \"=true\", \"type\""),
              "不支持属性“readonly”"),
          component(
              "computed options",
              "{\"type\": \"select\", \"id\": \"S\", \"key\": \"finder\", \"label\": \"发现人\","
                  + " \"valuesExpression\": \"=[1]\"}",
              "不支持属性“valuesExpression”"),
          component(
              "a default",
              MORE.replace("\"type\"", "\"defaultValue\": \"x\", \"type\""),
              "不支持属性“defaultValue”"),
          component(
              "custom properties",
              MORE.replace("\"type\"", "\"properties\": {\"a\": \"b\"}, \"type\""),
              "不支持属性"),
          component(
              "a pattern that is none",
              MORE.replace("\"maxLength\": 20", "\"maxLength\": 20, \"pattern\": \"[0-9\""),
              "写法有误"),
          component(
              "a slow pattern",
              MORE.replace("\"maxLength\": 20", "\"maxLength\": 20, \"pattern\": \"(a+)+$\""),
              "过于复杂"),
          component(
              "nobody can fill it in",
              MORE.replace("\"maxLength\": 20", "\"maxLength\": 20, \"minLength\": 30"),
              "没有人能填写"),
          component(
              "a length in words",
              MORE.replace("\"maxLength\": 20", "\"maxLength\": 20, \"minLength\": \"3\""),
              "整数"),
          change(
              "an unknown form",
              REPORT,
              "\"id\": \"hazard-report\"",
              "\"id\": \"hazard-note\"",
              "应与文件名相同"),
          change("a property twice", REPORT, FIRST, "\"id\": \"x\", " + FIRST, "JSON"),
          change(
              "quotes of the wrong kind",
              REPORT,
              "\"type\": \"default\"",
              "“type”: \"default\"",
              "JSON"),
          change(
              "something after it",
              REPORT,
              "\"schemaVersion\": 16\n}",
              "\"schemaVersion\": 16\n} {}",
              "JSON"),
          change("an unknown property", REPORT, FIRST, "\"script\": \"x\", " + FIRST, "不支持属性"));

  @TestFactory
  Stream<DynamicTest> a_designer_may_change() {
    return GateCase.allowed(ALLOWED);
  }

  @TestFactory
  Stream<DynamicTest> is_refused_with_its_field() {
    return GateCase.refused(REFUSED);
  }

  @Test
  void what_is_no_plain_json_is_refused() {
    byte[] form = Gate.BUNDLE.get(REPORT);
    byte[] marked = ("\uFEFF" + Gate.text(REPORT)).getBytes(StandardCharsets.UTF_8);
    byte[] local = Gate.text(REPORT).getBytes(java.nio.charset.Charset.forName("GBK"));
    String deep = "{\"components\": ".repeat(60) + "[]" + "}".repeat(60);

    assertThat(Gate.problems(REPORT, form)).isEmpty();
    assertThat(Gate.problems(REPORT, marked).toString()).contains("BOM");
    assertThat(Gate.problems(REPORT, local).toString()).contains("UTF-8");
    assertThat(Gate.problems(REPORT, deep).toString()).contains("JSON");
    assertThat(Gate.problems(REPORT, "[]").toString()).contains("JSON");
    assertThat(Gate.problems(REPORT, "").toString()).contains("JSON");
    assertThat(Gate.problems(REPORT, "x".repeat(300_000)).toString()).contains("过大");
  }

  /** The browser reads the same conditions as the server; both are asked here. */
  @Test
  void every_form_of_the_product_passes_alone() {
    Gate.BUNDLE.entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith(".bpmn"))
        .map(Map.Entry::getKey)
        .forEach(file -> assertThat(Gate.problems(file, Gate.BUNDLE.get(file))).as(file).isEmpty());
  }
}
