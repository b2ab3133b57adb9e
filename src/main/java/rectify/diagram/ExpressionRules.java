package rectify.diagram;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.dmn.instance.Output;
import org.w3c.dom.Element;
import rectify.model.Code;
import rectify.model.Expressions;
import rectify.model.Expressions.Call;
import rectify.model.Expressions.Parsed;
import rectify.model.Expressions.Property;
import rectify.model.Models;
import rectify.model.Models.DecisionFile;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Vocabulary;
import rectify.model.Words;

/** What a diagram's expressions call exists, and what they read is declared. */
public final class ExpressionRules {

  private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups");

  private final ProcessFile process;
  private final Models models;
  private final Code code;
  private final Vocabulary vocabulary;
  private final Report report;

  public ExpressionRules(
      ProcessFile process, Models models, Code code, Vocabulary vocabulary, Report report) {
    this.process = process;
    this.models = models;
    this.code = code;
    this.vocabulary = vocabulary;
    this.report = report;
  }

  public void check() {
    steps();
    shadows();
    Expressions.each(process.xml().getDocumentElement(), this::expression);
  }

  private void steps() {
    for (Task task : process.all(Task.class)) {
      String expression;
      if (task instanceof ServiceTask service) {
        expression = service.getCamundaExpression();
      } else if (task instanceof SendTask send) {
        expression = send.getCamundaExpression();
      } else {
        continue;
      }
      if (!callsABean(expression)) {
        report.say(
            process.file(),
            task.getId(),
            task.getName(),
            "服务任务须调用一个业务方法，请填写“Expression”，如 ${orders.issue(hazardId, dueAt)}。");
      }
    }
  }

  private static boolean callsABean(String expression) {
    if (!Expressions.isExpression(expression)) {
      return false;
    }
    try {
      return !Expressions.parse(expression).calls().isEmpty();
    } catch (TreeBuilderException e) {
      return true;
    }
  }

  private void shadows() {
    for (String name : vocabulary.names(process.id())) {
      if (code.beans().containsKey(name)) {
        report.say(process.file(), "变量“" + name + "”与业务组件同名，调用会出错，请给变量另取名称。");
      }
      if (!Words.camelCase(name)) {
        report.say(process.file(), "变量“" + name + "”应为小写开头的英文驼峰写法，如 hazardId。");
      }
    }
  }

  private void expression(Element owner, String text) {
    Parsed parsed;
    try {
      parsed = Expressions.parse(text);
    } catch (TreeBuilderException e) {
      say(owner, text, "写法有误（第 " + (e.getPosition() + 1) + " 个字符附近），请检查括号和引号");
      return;
    }
    parsed.calls().forEach(call -> call(owner, text, call));
    parsed.names().forEach(name -> name(owner, text, name));
    parsed.properties().forEach(property -> property(owner, text, property));
    parsed.functions().stream()
        .filter(function -> !FUNCTIONS.contains(function))
        .forEach(function -> say(owner, text, "不得使用函数 " + function + "()，请改为调用业务组件的方法"));
    if (parsed.calls().stream().noneMatch(call -> call.bean() == null)) {
      parsed.refused().forEach(complaint -> say(owner, text, complaint));
    }
  }

  private void call(Element owner, String text, Call call) {
    if (call.bean() == null) {
      say(owner, text, "不得连续调用方法，请只调用一个业务组件的一个方法");
    } else if (!code.beans().containsKey(call.bean())) {
      say(
          owner,
          text,
          vocabulary.declares(process.id(), call.bean())
                  || call.bean().equals("execution")
                  || call.bean().equals("task")
              ? "不得对变量“" + call.bean() + "”调用方法，只能调用业务组件的方法"
              : "没有名为“" + call.bean() + "”的业务组件，现有：" + String.join("、", code.beans().keySet()));
    } else {
      Set<Integer> arities = code.arities(call.bean(), call.method());
      if (arities.isEmpty()) {
        say(owner, text, "业务组件“" + call.bean() + "”没有方法“" + call.method() + "”");
      } else if (!arities.contains(call.arguments())) {
        String wanted = arities.stream().map(String::valueOf).reduce((a, b) -> a + " 或 " + b).get();
        say(
            owner,
            text,
            "方法“%s.%s”需要 %s 个参数，现有 %d 个"
                .formatted(call.bean(), call.method(), wanted, call.arguments()));
      }
    }
  }

  private void name(Element owner, String text, String name) {
    if (code.beans().containsKey(name)) {
      say(owner, text, "业务组件“" + name + "”后面须写方法，如 ${" + name + ".方法(…)}");
    } else if (name.equals("decisionResult")) {
      if (decision(owner).isEmpty()) {
        say(owner, text, "decisionResult 只能在业务规则任务中使用");
      }
    } else if (!vocabulary.declares(process.id(), name) && !Vocabulary.ENGINE.contains(name)) {
      say(owner, text, "变量“" + name + "”没有声明：它不是本流程任何表单的字段、结果变量或传入变量，请检查拼写");
    }
  }

  private void property(Element owner, String text, Property property) {
    if (!property.owner().equals("decisionResult.singleResult")) {
      return;
    }
    Set<String> outputs = new HashSet<>();
    decision(owner)
        .ifPresent(
            d ->
                d.model()
                    .getModelElementsByType(Output.class)
                    .forEach(o -> outputs.add(o.getName())));
    if (!outputs.contains(property.name())) {
      say(owner, text, "决策表没有名为“" + property.name() + "”的输出列");
    }
  }

  private Optional<DecisionFile> decision(Element owner) {
    return process.all(BusinessRuleTask.class).stream()
        .filter(task -> Objects.equals(task.getId(), owner.getAttribute("id")))
        .flatMap(
            task ->
                models.decisions().stream()
                    .filter(d -> d.id().equals(task.getCamundaDecisionRef())))
        .findFirst();
  }

  private void say(Element owner, String text, String complaint) {
    report.say(
        process.file(),
        owner.getAttribute("id"),
        owner.getAttribute("name"),
        "表达式 " + text + " " + complaint + "。");
  }
}
