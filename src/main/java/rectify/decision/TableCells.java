package rectify.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import rectify.model.Feel;
import rectify.model.Models.DecisionFile;
import rectify.model.Report;
import rectify.model.TableShape;
import rectify.model.Words;

/** What the columns and the cells of a decision table keep to, read as the engine reads them. */
final class TableCells {

  private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "double");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  private final DecisionFile file;
  private final DecisionTable table;
  private final Optional<DecisionPromise> promise;
  private final Report report;

  TableCells(DecisionFile file, DecisionTable table, Report report) {
    this.file = file;
    this.table = table;
    this.promise = DecisionPromise.of(file.id());
    this.report = report;
  }

  void check() {
    List<Input> inputs = List.copyOf(table.getInputs());
    List<Output> outputs = List.copyOf(table.getOutputs());
    List<Rule> rules = List.copyOf(table.getRules());
    if (inputs.isEmpty() || outputs.isEmpty()) {
      say("判定表至少要有一个输入列和一个输出列，请补上。");
      return;
    }
    if (rules.size() > TableShape.MAX_ROWS
        || inputs.size() + outputs.size() > TableShape.MAX_COLUMNS) {
      say("判定表最多%d行、%d列，请拆成几张。".formatted(TableShape.MAX_ROWS, TableShape.MAX_COLUMNS));
      return;
    }
    if (promise.isPresent() && table.getHitPolicy() == HitPolicy.COLLECT) {
      say("系统只读取一行结果，命中策略不能是 Collect，请改为 First 或 Unique。");
    }
    inputs.forEach(this::input);
    outputs.forEach(this::output);
    promise.ifPresent(
        promised -> {
          columns(
              "输入列",
              promised.inputs().stream()
                  .collect(inOrder(DecisionPromise.Input::name, DecisionPromise.Input::type)),
              inputs.stream().map(TableCells::name).toList(),
              inputs.stream().map(input -> type(input)).toList());
          columns(
              "输出列",
              promised.outputs().stream()
                  .collect(inOrder(DecisionPromise.Output::name, DecisionPromise.Output::type)),
              outputs.stream().map(Output::getName).toList(),
              outputs.stream().map(Output::getTypeRef).toList());
        });
    for (Rule rule : rules) {
      row(rules.indexOf(rule) + 1, rule, inputs, outputs);
    }
  }

  private static <T> java.util.stream.Collector<T, ?, Map<String, String>> inOrder(
      Function<T, String> name, Function<T, String> type) {
    return Collectors.toMap(name, type, (one, other) -> one, TreeMap::new);
  }

  private void input(Input input) {
    if (!Words.camelCase(name(input))) {
      say("输入列", input.getLabel(), "输入列的表达式只能是一个变量名，如 level，不得写“" + name(input) + "”。");
    }
    if (input.getInputExpression() == null || !TYPES.contains(type(input))) {
      say("输入列", input.getLabel(), "类型只能是 string、boolean、integer 或 double，请重新选择。");
    }
  }

  private void output(Output output) {
    if (!TYPES.contains(String.valueOf(output.getTypeRef()))) {
      say("输出列", output.getLabel(), "类型只能是 string、boolean、integer 或 double，请重新选择。");
    }
  }

  private void columns(
      String kind, Map<String, String> promised, List<String> names, List<String> types) {
    promised.forEach(
        (name, type) -> {
          if (!names.contains(name)) {
            say("缺少%s“%s”，系统要用它，请补上或改回原名。".formatted(kind, name));
          } else if (!type.equals(types.get(names.indexOf(name)))) {
            say("%s“%s”的类型须是 %s，请改回。".formatted(kind, name, type));
          }
        });
    for (String name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        say("%s“%s”重复，请只留一列。".formatted(kind, name));
      } else if (!promised.containsKey(name)) {
        say(
            "%s“%s”没有人填写或读取，请删除，可用的有：%s。"
                .formatted(kind, name, String.join("、", promised.keySet())));
      }
    }
  }

  private void row(int number, Rule rule, List<Input> inputs, List<Output> outputs) {
    if (rule.getInputEntries().size() != inputs.size()
        || rule.getOutputEntries().size() != outputs.size()) {
      say("第%d行的格数与列数不同，请用建模工具重新填写这一行。".formatted(number));
      return;
    }
    int column = 0;
    for (var entry : rule.getInputEntries()) {
      test(number, inputs.get(column++), inputs, text(entry.getText()));
    }
    column = 0;
    for (var entry : rule.getOutputEntries()) {
      answer(number, outputs.get(column++), inputs, text(entry.getText()));
    }
  }

  private void test(int row, Input input, List<Input> inputs, String text) {
    if (text.isEmpty() || text.equals("-")) {
      return;
    }
    Feel feel = Feel.tests(text);
    if (!cell(row, input.getLabel(), text, feel, inputs)) {
      return;
    }
    if (!"string".equals(type(input)) && !feel.texts().isEmpty()) {
      cell(row, input.getLabel(), text, "这一列不是文字，不得与文字比较，请去掉引号");
    }
    promised(input)
        .ifPresent(
            known ->
                feel.texts().stream()
                    .filter(word -> !known.word().matcher(word).matches())
                    .forEach(
                        word ->
                            cell(
                                row,
                                input.getLabel(),
                                text,
                                "“%s”不是这一列的值，可用的有：%s".formatted(word, samples(known)))));
  }

  private void answer(int row, Output output, List<Input> inputs, String text) {
    if (text.isEmpty()) {
      say(row, output.getLabel(), "没有填写结果，请填写。");
      return;
    }
    Feel feel = Feel.expression(text);
    if (!"string".equals(output.getTypeRef()) && text.startsWith("\"")) {
      cell(row, output.getLabel(), text, "这一列是" + output.getTypeRef() + "，不是文字，请去掉引号");
      return;
    }
    if (cell(row, output.getLabel(), text, feel, inputs)
        && feel.texts().stream().anyMatch(word -> CONTROL.matcher(word).find())) {
      cell(row, output.getLabel(), text, "文字里有换行或看不见的字符，请删除");
    }
  }

  private boolean cell(int row, String column, String text, Feel feel, List<Input> inputs) {
    if (!feel.sound()) {
      cell(row, column, text, feel.problem());
      return false;
    }
    for (String name : feel.names()) {
      if (inputs.stream().noneMatch(input -> name.equals(name(input)))) {
        cell(row, column, text, "用了未知的名称“" + name + "”；文字请放在英文双引号里");
        return false;
      }
    }
    return true;
  }

  private void cell(int row, String column, String text, String problem) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    say(row, column, "“" + shown.replaceAll("[\\p{Cc}\\p{Cf}]", "") + "”" + problem + "。");
  }

  private Optional<DecisionPromise.Input> promised(Input input) {
    return promise.stream()
        .flatMap(promised -> promised.inputs().stream())
        .filter(one -> one.name().equals(name(input)))
        .findFirst();
  }

  private static String samples(DecisionPromise.Input known) {
    List<String> shown = new ArrayList<>();
    known.samples().forEach(sample -> shown.add(sample.equals("") ? "空" : sample.toString()));
    return String.join("、", shown);
  }

  static String name(Input input) {
    return input.getInputExpression() == null ? "" : text(input.getInputExpression().getText());
  }

  static String type(Input input) {
    return input.getInputExpression() == null
        ? ""
        : String.valueOf(input.getInputExpression().getTypeRef());
  }

  static String text(Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  private void say(String sentence) {
    report.say(file.file(), where(file), "", sentence);
  }

  private void say(String kind, String label, String sentence) {
    report.say(file.file(), where(file) + kind, label, sentence);
  }

  private void say(int row, String column, String sentence) {
    report.say(file.file(), where(file) + "第" + row + "行", column, sentence);
  }

  static String where(DecisionFile file) {
    return "判定表“" + file.decision().getName() + "”";
  }
}
