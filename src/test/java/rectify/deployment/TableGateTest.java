package rectify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rectify.decision.DecisionPromise;
import rectify.enterprise.Enterprise;
import rectify.hazard.Level;
import rectify.hazard.Source;
import rectify.suspicion.Kind;

/** What a designer may change in the product's own decision tables, and what is refused. */
class TableGateTest {

  private static final String DEADLINE = "rectification-deadline.dmn";
  private static final String AUTHORITY = "responsible-authority.dmn";
  private static final String FREQUENCY = "self-check-frequency.dmn";
  private static final String POINTS = "assessment-points.dmn";
  private static final String LAST = "      <rule id=\"Rule_Other\">";

  private static GateCase change(
      String what, String file, String good, String bad, String... read) {
    return new GateCase(what, file, good, bad, read);
  }

  private static String cell(String id, String text) {
    return "<inputEntry id=\"" + id + "\"><text>" + text + "</text>";
  }

  private static String result(String id, String text) {
    return "<outputEntry id=\"" + id + "\"><text>" + text + "</text>";
  }

  private static GateCase days(String what, String text, String... read) {
    return change(
        what,
        DEADLINE,
        result("Rule_SelfGeneral_out1", "7"),
        result("Rule_SelfGeneral_out1", text),
        read);
  }

  private static GateCase level(String what, String text, String... read) {
    return change(
        what,
        DEADLINE,
        cell("Rule_SelfGeneral_in2", "\"general\""),
        cell("Rule_SelfGeneral_in2", text),
        read);
  }

  private static final String ADDED_ROW =
      "      <rule id=\"Rule_InspectionGeneral\">"
          + cell("Rule_Added_in1", "\"inspection\"")
          + "</inputEntry>"
          + cell("Rule_Added_in2", "\"general\"")
          + "</inputEntry>"
          + result("Rule_Added_out1", "10")
          + "</outputEntry>"
          + result("Rule_Added_out2", "30")
          + "</outputEntry>"
          + result("Rule_Added_out3", "\"第4行：检查发现一般隐患，10日内完成整改（市级默认值）\"")
          + "</outputEntry></rule>\n";

  private static final List<GateCase> ALLOWED =
      List.of(
          days("a number of days", "10"),
          days("a number by a condition", "if level = \"general\" then 5 + 2 else 10"),
          change("a row", DEADLINE, LAST, ADDED_ROW + LAST),
          change("a label", DEADLINE, "label=\"隐患来源\"", "label=\"来源\""),
          change("a reason", DEADLINE, "自查一般隐患，7日内", "企业自查一般隐患，7日内"),
          change("a version", DEADLINE, "versionTag=\"1.0.0\"", "versionTag=\"1.0.1\""),
          change("a trade", AUTHORITY, "\"06\",\"07\",\"09\"", "\"06\",\"07\",\"09\",\"14\""),
          change("all but one", AUTHORITY, "\"01\",\"02\",\"03\"", "not(\"04\",\"12\",\"06\")"),
          change("a section", AUTHORITY, "\"01\",\"02\",\"03\"", "<![CDATA[\"01\",\"02\"]]>"),
          change("a frequency", FREQUENCY, "<text>1</text>", "<text>3</text>"),
          change(
              "half a point",
              POINTS,
              result("Rule_LateReport_out1", "2"),
              result("Rule_LateReport_out1", "1.5")));

  private static final List<GateCase> REFUSED =
      List.of(
          level("Chinese quotes", "“general”", "第2行“隐患等级”", "全角符号““”", "英文双引号"),
          level("full-width quotes", "＂general＂", "第2行“隐患等级”", "全角"),
          level("no quotes", "general", "第2行“隐患等级”", "未知的名称“general”"),
          level("an open quote", "\"general", "第2行“隐患等级”", "写法有误"),
          level("an unknown word", "\"genral\"", "“genral”不是这一列的值", "general、major"),
          level("a number for a text", "3", "第2行", "永远不会命中"),
          level("a method", "cellInput.length() &gt; 3", "第2行“隐患等级”"),
          level("a loop", "some x in [1] satisfies x = 1", "不允许的写法"),
          level("a function", "matches(level, \"g.*\")", "不得使用函数matches()"),
          level("a comment", "\"general\" /* or */", "不得写注释"),
          level("many brackets", "((((((((((\"general\"))))))))))", "括号嵌套过深"),
          days("a unit", "15天", "第2行“整改天数（自然日）”", "写法有误"),
          days("full-width digits", "１５", "全角符号“１”"),
          days("nothing", "", "第2行“整改天数（自然日）”", "没有填写结果"),
          days("a text", "\"7\"", "第2行"),
          days("no number", "null", "没有结果"),
          days("a broken number", "7.5", "第2行"),
          days("a negative number", "-3", "应在1至365之间"),
          days("no day at all", "0", "应在1至365之间"),
          days("sixteen years", "6000", "应在1至365之间"),
          days("more than the most", "31", "整改天数不得多于最长天数"),
          days("a hidden comment", "7<!-- -->0", "整改天数不得多于最长天数"),
          days("a call", "hazards.close(36)", "第2行“整改天数（自然日）”"),
          days("a clock", "day of week(today())", "不得使用函数"),
          days("a bean's property", "execution.processEngineServices", "第2行"),
          days("a function of its own", "(function() 7)()", "第2行“整改天数（自然日）”"),
          days(
              "a Java function",
              "{f: function(a) external {java: {class: \"java.lang.Math\", method signature:"
                  + " \"abs(int)\"}}}.f(7)",
              "第2行"),
          change("a double row", DEADLINE, LAST, ADDED_ROW + ADDED_ROW + LAST, "引擎|第5行|无法读取"),
          change(
              "a row that never decides",
              DEADLINE,
              LAST,
              ADDED_ROW.replace("\"inspection\"", "\"self_report\"") + LAST,
              "第4行",
              "前面的行已包含"),
          change(
              "no last row",
              DEADLINE,
              cell("Rule_Other_in2", ""),
              cell("Rule_Other_in2", "\"general\""),
              "兜底行"),
          change("a hole", POINTS, "\"SAME_TEXT\"", "\"SAME_PHOTO\"", "有几行同时命中", "kind=SAME_PHOTO"),
          change(
              "a renamed output",
              DEADLINE,
              "name=\"deadlineDays\"",
              "name=\"days\"",
              "缺少输出列“deadlineDays”"),
          change(
              "a type",
              DEADLINE,
              "name=\"deadlineDays\" typeRef=\"integer\"",
              "name=\"deadlineDays\" typeRef=\"string\"",
              "输出列“deadlineDays”的类型须是 integer"),
          change(
              "a renamed input", DEADLINE, "<text>level</text>", "<text>grade</text>", "变量“grade”"),
          change(
              "a policy", DEADLINE, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"", "不能是 Collect"),
          change(
              "another policy",
              DEADLINE,
              "hitPolicy=\"FIRST\"",
              "hitPolicy=\"RULE ORDER\"",
              "命中策略只能是"),
          change("one of many", DEADLINE, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "有几行同时命中"),
          change(
              "a language",
              DEADLINE,
              "<inputEntry id=\"Rule_SelfMajor_in1\">",
              "<inputEntry id=\"Rule_SelfMajor_in1\" expressionLanguage=\"feel-scala\">",
              "FEEL"),
          change(
              "a language for all",
              DEADLINE,
              "namespace=\"http://rectify/processes\"",
              "namespace=\"http://rectify/processes\" expressionLanguage=\"groovy\"",
              "FEEL"),
          change(
              "an input variable",
              DEADLINE,
              "<input id=\"Input_Level\"",
              "<input id=\"Input_Level\" camunda:inputVariable=\"x\"",
              "不支持属性“inputVariable”"),
          change(
              "a literal",
              DEADLINE,
              "<dmndi:DMNDI>",
              "<decision id=\"more\" name=\"更多\"><literalExpression><text>1</text>"
                  + "</literalExpression></decision><dmndi:DMNDI>",
              "一个文件只放一张决策表"),
          change(
              "an input of a graph",
              DEADLINE,
              "<dmndi:DMNDI>",
              "<inputData id=\"in\" name=\"in\" /><dmndi:DMNDI>",
              "不支持“inputData”"),
          change(
              "an unknown decision",
              DEADLINE,
              "id=\"rectification-deadline\"",
              "id=\"rectification-days\"",
              "没有流程使用决策“rectification-days”"),
          change(
              "DMN 1.5",
              DEADLINE,
              "https://www.omg.org/spec/DMN/20191111/MODEL/",
              "https://www.omg.org/spec/DMN/20230324/MODEL/",
              "不是DMN 1.3"),
          change("a doctype", DEADLINE, "?>", "?><!DOCTYPE x [<!ENTITY a \"7\">]>", "XML"),
          change("a short history", DEADLINE, "P1825D", "P1D", "历史保留期限"),
          change("an endless history", DEADLINE, "P1825D", "P99999999999D", "历史保留期限"),
          change(
              "a township for major",
              AUTHORITY,
              result("Rule_Major_out1", "\"department\""),
              result("Rule_Major_out1", "\"township\""),
              "第四十一条第三款"),
          change(
              "an unknown office",
              AUTHORITY,
              result("Rule_Territory_out1", "\"township\""),
              result("Rule_Territory_out1", "\"village\""),
              "结果“village”系统不认识"),
          change(
              "a reason without words",
              AUTHORITY,
              "\"第4行：其他一般隐患由属地乡镇（街道、园区）验收（职责依据《安全生产法》第九条第二款；逐项验收为市级规定）\"",
              "\"ok\"",
              "中文说明"),
          change("five months", FREQUENCY, "<text>1</text>", "<text>5</text>", "整除12"),
          change("no months", FREQUENCY, "<text>1</text>", "<text>0</text>", "应在1至12之间"),
          change(
              "too much",
              POINTS,
              result("Rule_LateReport_out1", "2"),
              result("Rule_LateReport_out1", "3"),
              "扣分不得多于封顶"));

  @TestFactory
  Stream<DynamicTest> a_designer_may_change() {
    return GateCase.allowed(ALLOWED);
  }

  @TestFactory
  Stream<DynamicTest> is_refused_with_its_cell() {
    return GateCase.refused(REFUSED);
  }

  @Test
  void a_table_that_is_too_large_is_refused() {
    String many = ADDED_ROW.repeat(600);

    assertThat(Gate.problems(DEADLINE, Gate.changed(DEADLINE, LAST, many + LAST)).toString())
        .containsAnyOf("最多500行", "元素超过", "最大");
  }

  @Test
  void the_words_of_the_tables_are_those_of_the_code() {
    assertThat(words("rectification-deadline", "level"))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Level.values()).map(Level::code).toList());
    assertThat(words("rectification-deadline", "source"))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Source.values()).map(Source::code).toList());
    assertThat(words("assessment-points", "kind"))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Kind.values()).map(Kind::name).toList());
    List<Object> grades = new ArrayList<>(List.of(""));
    Stream.of(Enterprise.Grade.values()).map(Enum::name).forEach(grades::add);
    assertThat(words("self-check-frequency", "grade")).containsExactlyInAnyOrderElementsOf(grades);
    assertThat(words("responsible-authority", "categoryCode"))
        .containsExactlyElementsOf(categories());
  }

  private static List<Object> words(String decision, String input) {
    return DecisionPromise.of(decision).orElseThrow().inputs().stream()
        .filter(one -> one.name().equals(input))
        .findFirst()
        .orElseThrow()
        .samples();
  }

  private static List<Object> categories() {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    Path file = Path.of("src/main/resources/catalog/industry-categories.csv");
    try (var reader = Files.newBufferedReader(file)) {
      return format.parse(reader).stream().<Object>map(row -> row.get("code")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
