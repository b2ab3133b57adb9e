package rectify.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import rectify.model.Code;
import rectify.model.Models;
import rectify.model.Models.DecisionFile;
import rectify.model.Models.Form;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Vocabulary;

/** What one file names in another is there, and nothing is there that nobody names. */
final class ReferenceRules {

  private static final Set<String> MAPPINGS =
      Set.of("singleEntry", "singleResult", "collectEntries", "resultList");

  private final Models models;
  private final Code code;
  private final Vocabulary vocabulary;
  private final Report report;

  ReferenceRules(Models models, Code code, Vocabulary vocabulary, Report report) {
    this.models = models;
    this.code = code;
    this.vocabulary = vocabulary;
    this.report = report;
  }

  void check(ProcessFile process) {
    process.all(UserTask.class).forEach(t -> form(process, t, t.getCamundaFormRef()));
    process.all(StartEvent.class).forEach(s -> form(process, s, s.getCamundaFormRef()));
    process.all(BusinessRuleTask.class).forEach(t -> decision(process, t));
    process.all(CallActivity.class).forEach(c -> call(process, c));
    facade(process);
  }

  private void form(ProcessFile process, FlowElement element, String ref) {
    if (ref != null && models.forms().stream().noneMatch(f -> f.id().equals(ref))) {
      say(process, element, "表单“" + ref + "”不存在，请检查表单 ID，或在 forms 目录中新建 " + ref + ".form。");
    }
  }

  private void decision(ProcessFile process, BusinessRuleTask task) {
    String ref = task.getCamundaDecisionRef();
    if (ref == null || models.decisions().stream().noneMatch(d -> d.id().equals(ref))) {
      say(process, task, "决策“" + ref + "”不存在，请填写 processes 目录中某张决策表的 ID。");
    }
    String mapping = task.getCamundaMapDecisionResult();
    if (task.getCamundaResultVariable() != null
        && (mapping == null || !MAPPINGS.contains(mapping))) {
      say(process, task, "写了结果变量就要选择结果映射（Map decision result），如 singleEntry。");
    }
  }

  private void call(ProcessFile process, CallActivity call) {
    String called = call.getCalledElement();
    if (called == null || models.processes().stream().noneMatch(p -> p.id().equals(called))) {
      say(process, call, "调用的流程“" + called + "”不存在，请填写 processes 目录中某个流程的 ID。");
      return;
    }
    Vocabulary.ins(call)
        .map(in -> in.getCamundaSource())
        .filter(source -> undeclared(process.id(), source))
        .forEach(source -> say(process, call, "传入的变量“" + source + "”在本流程中没有声明，请检查拼写。"));
    Vocabulary.outs(call)
        .map(out -> out.getCamundaSource())
        .filter(source -> undeclared(called, source))
        .forEach(
            source -> say(process, call, "传出的变量“" + source + "”在流程“" + called + "”中没有声明，请检查拼写。"));
  }

  private boolean undeclared(String process, String variable) {
    return variable != null
        && !vocabulary.declares(process, variable)
        && !Vocabulary.ENGINE.contains(variable);
  }

  private void facade(ProcessFile process) {
    String name = Code.facadeName(process.id());
    boolean called =
        models.processes().stream()
            .flatMap(p -> p.all(CallActivity.class).stream())
            .anyMatch(c -> process.id().equals(c.getCalledElement()));
    code.facadeOf(process.id())
        .ifPresentOrElse(
            facade -> {
              if (Code.variables(facade).isEmpty()) {
                report.say(process.file(), "程序中的 " + name + " 没有声明流程变量（VARIABLES），请联系开发人员。");
              }
            },
            () -> {
              if (!called) {
                report.say(process.file(), "没有程序或其他流程启动它（缺少 " + name + "），请检查流程 ID，或联系开发人员。");
              }
            });
  }

  /** What no other file names, among files that are all there are. */
  void unused() {
    Set<String> forms =
        models.processes().stream().flatMap(Vocabulary::formRefs).collect(Collectors.toSet());
    for (Form form : models.forms()) {
      if (!forms.contains(form.id())) {
        report.say(form.file(), "没有流程使用此表单，请在任务上引用它，或删除此文件。");
      }
    }
    Set<String> decisions =
        models.processes().stream()
            .flatMap(p -> p.all(BusinessRuleTask.class).stream())
            .map(BusinessRuleTask::getCamundaDecisionRef)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    decisions.addAll(code.decisions());
    for (DecisionFile decision : models.decisions()) {
      if (!decisions.contains(decision.id())) {
        report.say(decision.file(), "没有流程使用此决策表，请在业务规则任务上引用它，或删除此文件。");
      }
    }
    Set<String> present =
        models.decisions().stream().map(DecisionFile::id).collect(Collectors.toSet());
    code.decisions().stream()
        .filter(id -> !present.contains(id))
        .forEach(id -> report.say(id + ".dmn", "程序要用此决策表，但文件不存在，请恢复它。"));
    duplicates(models.processes().stream().map(ProcessFile::id), "流程");
    duplicates(models.forms().stream().map(Form::id), "表单");
  }

  private void duplicates(Stream<String> ids, String kind) {
    List<String> all = ids.toList();
    all.stream()
        .filter(id -> all.indexOf(id) != all.lastIndexOf(id))
        .forEach(id -> report.say(id, "有两个" + kind + "使用这个 ID，后部署的会覆盖先部署的，请改名。"));
  }

  private void say(ProcessFile process, FlowElement element, String sentence) {
    report.say(process.file(), element.getId(), element.getName(), sentence);
  }
}
