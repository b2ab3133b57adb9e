package rectify.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import rectify.model.FeelNames;
import rectify.model.House;
import rectify.model.Models;
import rectify.model.Models.DecisionFile;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.TableShape;
import rectify.model.Vocabulary;
import rectify.model.Words;

/** What a decision table keeps to. */
public final class DecisionRules {

  private static final Set<HitPolicy> POLICIES =
      Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.COLLECT);

  private static final House.Range HISTORY = House.ours().history();

  private final DecisionFile file;
  private final Models models;
  private final Vocabulary vocabulary;
  private final Report report;

  public DecisionRules(DecisionFile file, Models models, Vocabulary vocabulary, Report report) {
    this.file = file;
    this.models = models;
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /** A table that nobody asks is a spelling mistake, or stays in the engine for ever. */
  public static void asked(DecisionFile file, Models models, Report report) {
    if (DecisionPromise.of(file.id()).isEmpty()
        && models.processes().stream().noneMatch(process -> asks(process, file.id()))) {
      report.say(
          file.file(),
          "没有流程使用决策“" + file.id() + "”，请把决策 ID 改回原名（如 rectification-deadline），或与使用它的流程图一同部署。");
    }
  }

  private static boolean asks(ProcessFile process, String decision) {
    return process.all(BusinessRuleTask.class).stream()
        .anyMatch(task -> decision.equals(task.getCamundaDecisionRef()));
  }

  public void check() {
    int before = report.lines().size();
    Decision decision = file.decision();
    String stem = file.file().replaceFirst("\\.dmn$", "");
    if (!stem.equals(decision.getId())) {
      say("决策 ID“" + decision.getId() + "”应与文件名相同，请改为“" + stem + "”。");
    }
    if (!Words.kebab(decision.getId())) {
      say("决策 ID“" + decision.getId() + "”应为小写英文词加连字符，如 rectification-deadline。");
    }
    if (!Words.chinese(decision.getName())) {
      say("决策没有中文名称，请填写。");
    }
    String timeToLive = decision.getCamundaHistoryTimeToLiveString();
    if (timeToLive == null || !timeToLive.matches("P\\d{1,6}D")) {
      say("历史保留期限（“History time to live”）应按天填写，如 P1825D。");
    } else if (!HISTORY.holds(Long.parseLong(timeToLive.replaceAll("\\D", "")))) {
      say(
          "历史保留期限（“History time to live”）应在P%dD至P%dD之间（%s），请改正。"
              .formatted(HISTORY.from(), HISTORY.to(), HISTORY.why()));
    }
    if (!(decision.getExpression() instanceof DecisionTable table)) {
      say("决策须是一张决策表，请改用决策表。");
      return;
    }
    if (!POLICIES.contains(table.getHitPolicy())) {
      say("命中策略只能是 First、Unique 或 Collect，现为 " + table.getHitPolicy() + "。");
    }
    table.getInputs().forEach(this::input);
    table.getOutputs().forEach(this::output);
    rules(table);
    new TableShape(file.file(), report).check(file.model().getDocument().getDomSource().getNode());
    if (report.lines().size() == before) {
      new TableCells(file, table, report).check();
    }
    if (report.lines().size() == before) {
      new TableAnswers(file, table, report).check();
    }
  }

  private void input(Input input) {
    label(input, input.getLabel(), "输入列");
    String text =
        input.getInputExpression() == null || input.getInputExpression().getText() == null
            ? ""
            : input.getInputExpression().getText().getTextContent().strip();
    if (text.isEmpty()) {
      say(input, input.getLabel(), "输入列没有表达式，请填写变量名。");
    }
    for (String name : FeelNames.of(text)) {
      if (!Words.camelCase(name)) {
        say(input, input.getLabel(), "变量“" + name + "”应为小写开头的英文驼峰写法，如 hazardId。");
      }
      for (ProcessFile process : callers()) {
        if (!vocabulary.declares(process.id(), name)) {
          say(input, input.getLabel(), "变量“" + name + "”在流程“" + process.id() + "”中没有声明，请检查拼写。");
        }
      }
    }
  }

  private List<ProcessFile> callers() {
    return models.processes().stream().filter(process -> asks(process, file.id())).toList();
  }

  private void output(Output output) {
    label(output, output.getLabel(), "输出列");
    if (!Words.camelCase(output.getName())) {
      say(output, output.getLabel(), "输出名称“" + output.getName() + "”应为小写开头的英文驼峰写法。");
    }
  }

  private void label(DmnElement column, String label, String kind) {
    if (!Words.chinese(label)) {
      say(column, label, kind + "没有中文标题，请填写。");
    }
    if (column.getId() == null || Words.randomTail(column.getId())) {
      say(column, label, kind + "的 ID 是自动生成的，请换成有意义的英文，如 Input_Level。");
    }
  }

  private void rules(DecisionTable table) {
    List<Rule> rules = new ArrayList<>(table.getRules());
    if (rules.isEmpty()) {
      say("决策表没有任何规则，请至少写一行。");
      return;
    }
    for (Rule rule : rules) {
      if (rule.getId() == null) {
        say("第 " + (rules.indexOf(rule) + 1) + " 行没有 ID，无法记录由哪一行作出决定，请补上。");
      }
    }
    boolean catchAll =
        rules.get(rules.size() - 1).getInputEntries().stream().allMatch(DecisionRules::matchesAll);
    if (table.getHitPolicy() == HitPolicy.FIRST && !catchAll) {
      say("First 策略的最后一行须是兜底行（各输入列留空），否则可能没有结果。");
    }
  }

  private static boolean matchesAll(InputEntry entry) {
    String text = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    return text.isEmpty() || text.equals("-");
  }

  private void say(String sentence) {
    report.say(file.file(), sentence);
  }

  private void say(DmnElement column, String label, String sentence) {
    report.say(file.file(), String.valueOf(column.getId()), label, sentence);
  }
}
