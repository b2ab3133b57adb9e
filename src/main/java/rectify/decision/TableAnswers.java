package rectify.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import rectify.engine.FeelOnce;
import rectify.model.Models.DecisionFile;
import rectify.model.Report;
import rectify.model.Words;

/**
 * Asks a decision table once what it will be asked: each row on its own and the whole table, by the
 * engine that will run it, with every combination of typed values. A table that deploys has
 * answered.
 */
final class TableAnswers {

  private final DecisionFile file;
  private final List<Input> inputs;
  private final List<Output> outputs;
  private final boolean first;
  private final Optional<DecisionPromise> promise;
  private final Report report;
  private final DmnEngine engine;

  TableAnswers(DecisionFile file, DecisionTable table, Report report) {
    this.file = file;
    this.inputs = List.copyOf(table.getInputs());
    this.outputs = List.copyOf(table.getOutputs());
    this.first = table.getHitPolicy() == HitPolicy.FIRST;
    this.promise = DecisionPromise.of(file.id());
    this.report = report;
    this.engine = FeelOnce.decisions().buildEngine();
  }

  void check() {
    DmnDecision decision;
    DmnDecisionTableImpl whole;
    try {
      decision = engine.parseDecision(file.id(), file.model());
      whole = (DmnDecisionTableImpl) ((DmnDecisionImpl) decision).getDecisionLogic();
    } catch (RuntimeException e) {
      say("", "", "引擎不能读取这张判定表，请用建模工具打开检查后重新保存。");
      return;
    }
    List<Map<String, Object>> samples = new TableSamples(inputs, promise).of(whole);
    if (samples.size() > TableSamples.MOST) {
      say("", "", "输入列的组合过多，无法逐一核对，请减少输入列或拆成几张判定表。");
      return;
    }
    Set<Map<String, Object>> answered = new LinkedHashSet<>();
    for (int row = 0; row < whole.getRules().size(); row++) {
      if (!row(row + 1, alone(whole, whole.getRules().get(row)), samples, answered)) {
        return;
      }
    }
    whole(decision, samples);
  }

  /** Whether the row is sound. */
  private boolean row(
      int number,
      DmnDecision row,
      List<Map<String, Object>> samples,
      Set<Map<String, Object>> answered) {
    int matched = 0;
    int decided = 0;
    for (Map<String, Object> asked : samples) {
      List<Map<String, Object>> answers = ask(row, asked);
      if (answers == null) {
        say("第" + number + "行", "", "不能求值" + shown(asked) + "，请检查各格的写法和类型。");
        return false;
      }
      if (answers.isEmpty()) {
        continue;
      }
      matched++;
      boolean decides = answered.add(asked) || !first;
      decided += decides ? 1 : 0;
      if (wrong("第" + number + "行", answers.get(0))
          || decides && unlawful("第" + number + "行", asked, answers.get(0))) {
        return false;
      }
    }
    if (promise.isPresent() && matched == 0) {
      say("第" + number + "行", "", "永远不会命中，请改正条件或删除这一行。");
    } else if (promise.isPresent() && decided == 0 && matched < samples.size()) {
      say("第" + number + "行", "", "永远不会命中：前面的行已包含它的全部情形，请上移、改条件或删除这一行。");
    }
    return true;
  }

  private boolean wrong(String where, Map<String, Object> answer) {
    for (Output output : outputs) {
      String problem = wrong(output, answer.get(output.getName()));
      if (problem != null) {
        say(where, output.getLabel(), problem + "。");
        return true;
      }
    }
    return false;
  }

  private boolean unlawful(String where, Map<String, Object> asked, Map<String, Object> answer) {
    String unlawful = promise.map(promised -> promised.law().apply(asked, answer)).orElse(null);
    if (unlawful != null) {
      say(where, "", unlawful + "，请改正" + shown(asked) + "。");
    }
    return unlawful != null;
  }

  private String wrong(Output output, Object value) {
    if (value == null) {
      return "没有结果，请填写一个值";
    }
    boolean typed =
        switch (output.getTypeRef()) {
          case "string" -> value instanceof String;
          case "boolean" -> value instanceof Boolean;
          case "integer" -> value instanceof Integer;
          default -> value instanceof Double number && Double.isFinite(number);
        };
    if (!typed) {
      return "结果“" + value + "”不是" + output.getTypeRef() + "类型的值，请改正";
    }
    DecisionPromise.Output promised =
        promise.stream()
            .flatMap(one -> one.outputs().stream())
            .filter(one -> one.name().equals(output.getName()))
            .findFirst()
            .orElse(null);
    if (promised == null) {
      boolean days = output.getName().endsWith("Days") && value instanceof Integer;
      return days && ((int) value < 0 || (int) value > 3650) ? "天数应是0至3650的整数，请改正" : null;
    }
    if (value instanceof Number number) {
      boolean inside =
          number.doubleValue() >= promised.least() && number.doubleValue() <= promised.most();
      return inside
          ? null
          : "结果%s应在%d至%d之间，请改正".formatted(value, promised.least(), promised.most());
    }
    String text = value.toString();
    if (!promised.words().isEmpty()) {
      return promised.words().contains(text)
          ? null
          : "结果“%s”系统不认识，可用的有：%s，请改正".formatted(text, String.join("、", promised.words()));
    }
    if (text.length() > promised.most() || !Words.chinese(text)) {
      return "应是写给人看的中文说明，最多" + promised.most() + "字，请改正";
    }
    return null;
  }

  private void whole(DmnDecision decision, List<Map<String, Object>> samples) {
    for (Map<String, Object> asked : samples) {
      List<Map<String, Object>> answers = ask(decision, asked);
      if (answers == null || answers.size() > 1 && promise.isPresent()) {
        say("", "", "有几行同时命中，系统不知道以哪一行为准" + shown(asked) + "，请使各行的条件互不重叠，或把命中策略改为 First。");
        return;
      }
      if (answers.isEmpty() && promise.isPresent()) {
        say("", "", "没有一行命中" + shown(asked) + "，请补上这一行。");
        return;
      }
    }
  }

  /** The rows that answer; null if the engine fails. */
  private List<Map<String, Object>> ask(DmnDecision decision, Map<String, Object> asked) {
    try {
      DmnDecisionResult result = engine.evaluateDecision(decision, asked);
      List<Map<String, Object>> rows = new ArrayList<>();
      result.forEach(row -> rows.add(new HashMap<>(row.getEntryMap())));
      return rows;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static DmnDecision alone(DmnDecisionTableImpl whole, DmnDecisionTableRuleImpl row) {
    DmnDecisionTableImpl table = new DmnDecisionTableImpl();
    table.setInputs(whole.getInputs());
    table.setOutputs(whole.getOutputs());
    table.setHitPolicyHandler(whole.getHitPolicyHandler());
    table.setRules(List.of(row));
    DmnDecisionImpl decision = new DmnDecisionImpl();
    decision.setKey("row");
    decision.setDecisionLogic(table);
    return decision;
  }

  private static String shown(Map<String, Object> asked) {
    return "（" + asked.toString().replaceAll("[{}]", "") + "）";
  }

  private void say(String where, String column, String sentence) {
    report.say(file.file(), TableCells.where(file) + where, column, sentence);
  }
}
