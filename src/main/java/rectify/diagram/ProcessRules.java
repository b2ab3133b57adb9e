package rectify.diagram;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Words;

/** What a diagram keeps to by itself: its header, names, tasks, timers, and what it may not use. */
public final class ProcessRules {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final Pattern ARTICLE = Pattern.compile("《|第[〇零一二三四五六七八九十百0-9]+条|制度");
  private static final Pattern ANCHORED =
      Pattern.compile("\\$\\{\\s*deadlines\\.\\w+\\(.*\\)\\s*\\}", Pattern.DOTALL);

  private final ProcessFile process;
  private final Report report;

  public ProcessRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
  }

  public void check() {
    header();
    process.all(FlowNode.class).forEach(this::name);
    process.all(Gateway.class).forEach(this::branches);
    ids();
    process.all(UserTask.class).forEach(this::userTask);
    process.all(TimerEventDefinition.class).forEach(this::timer);
    new DeclarationRules(process, report).check();
  }

  private void say(FlowElement element, String sentence) {
    report.say(process.file(), element.getId(), element.getName(), sentence);
  }

  private void header() {
    var header = process.process();
    String id = String.valueOf(header.getId());
    if (!process.file().equals(id + ".bpmn")) {
      report.say(process.file(), "流程 ID“" + id + "”应与文件名相同，请改为“" + stem() + "”。");
    }
    if (!Words.kebab(id)) {
      report.say(process.file(), "流程 ID“" + id + "”应为小写英文词加连字符，如 hazard-rectification。");
    }
    if (!Words.chinese(header.getName())) {
      report.say(process.file(), "流程没有中文名称，请在属性面板“Name”中填写。");
    }
    if (!header.isExecutable()) {
      report.say(process.file(), "流程未勾选“Executable”，部署后不会运行，请勾选。");
    }
    if (!matches(header.getCamundaHistoryTimeToLiveString(), "P\\d+D")) {
      report.say(process.file(), "历史保留期限（History time to live）应按天填写，如 P1825D。");
    }
    if (!matches(header.getCamundaVersionTag(), "\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}")) {
      report.say(process.file(), "版本标签（Version tag）应为三段数字，如 1.0.0；每次修改后应加大。");
    }
    if (header.getAttributeValueNs(CAMUNDA, "isStartableInTasklist") == null) {
      report.say(process.file(), "未写明能否在任务列表中启动，请明确设置“Startable in Tasklist”。");
    } else if (header.isCamundaStartableInTasklist()
        && process.all(StartEvent.class).stream()
            .noneMatch(s -> s.getParentElement() == header && s.getCamundaFormRef() != null)) {
      report.say(process.file(), "流程可在任务列表中启动，但开始事件没有表单，请设置表单或关闭启动。");
    }
  }

  private String stem() {
    return process.file().replaceFirst("\\.bpmn$", "");
  }

  private static boolean matches(String value, String pattern) {
    return value != null && value.matches(pattern);
  }

  private void name(FlowNode node) {
    boolean silent =
        node instanceof ParallelGateway || node instanceof Gateway && outgoing(node).size() <= 1;
    if (!silent && !Words.chinese(node.getName())) {
      say(node, "没有中文名称：任务写“动词+事项”，事件写“发生了什么”，网关写问题。");
    }
  }

  /**
   * As the engine sees it: by the flows' sources, not by the node's own list, which may lack some.
   */
  private List<SequenceFlow> outgoing(FlowNode node) {
    return process.all(SequenceFlow.class).stream()
        .filter(flow -> node.equals(flow.getSource()))
        .toList();
  }

  private void branches(Gateway gateway) {
    boolean asks = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
    if (!asks || outgoing(gateway).size() <= 1) {
      return;
    }
    if (!Words.question(gateway.getName())) {
      say(gateway, "分支网关的名称应是一个问题，以“？”结尾，如“是否重大隐患？”。");
    }
    SequenceFlow byDefault =
        gateway instanceof ExclusiveGateway exclusive
            ? exclusive.getDefault()
            : ((InclusiveGateway) gateway).getDefault();
    for (SequenceFlow flow : outgoing(gateway)) {
      if (!Words.chinese(flow.getName())) {
        say(flow, "分支没有中文名称，请写明对网关问题的回答，如“是”。");
      }
      if (flow.getConditionExpression() == null && !flow.equals(byDefault)) {
        say(flow, "分支既没有条件，也不是默认分支，请补上其中之一。");
      }
    }
  }

  private void ids() {
    Stream.<BaseElement>concat(
            Stream.concat(
                process.all(FlowNode.class).stream(),
                process.all(SequenceFlow.class).stream()
                    .filter(flow -> flow.getConditionExpression() != null)),
            Stream.concat(
                process.all(Lane.class).stream(),
                process.all(RootElement.class).stream()
                    .filter(
                        r -> r instanceof Message || r instanceof Error || r instanceof Signal)))
        .map(BaseElement::getId)
        .filter(Words::randomTail)
        .forEach(
            id ->
                report.say(
                    process.file(), id, null, "ID 是自动生成的，请把尾部换成有意义的英文，如 Activity_IssueOrder。"));
  }

  private void userTask(UserTask task) {
    if (blank(task.getCamundaFormRef())) {
      say(task, "人工任务没有表单，请选择“Camunda Forms”并填写表单 ID。");
    } else if (!"deployment".equals(task.getCamundaFormRefBinding())) {
      say(task, "表单绑定应为“deployment”，在办案件才会一直使用它开始时的表单。");
    }
    if (blank(task.getCamundaCandidateGroups())) {
      say(task, "人工任务没有候选组（Candidate groups），没有人能看到它，请填写。");
    }
    String documentation =
        task.getDocumentations().stream()
            .map(Documentation::getTextContent)
            .reduce("", String::concat);
    if (!Words.chinese(documentation)) {
      say(task, "人工任务没有中文说明（Element documentation），请写明谁办、办什么、依据。");
    } else if (!ARTICLE.matcher(documentation).find()) {
      say(task, "任务说明没有写依据，请写明法规名称及条款（《…》第…条）或所依据的制度。");
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private void timer(TimerEventDefinition timer) {
    FlowNode event = (FlowNode) timer.getParentElement();
    if (event instanceof StartEvent start) {
      boolean inEventSubProcess =
          start.getParentElement() instanceof SubProcess parent && parent.triggeredByEvent();
      say(
          event,
          inEventSubProcess
              ? "升级定时器不得放在事件子流程中（迁移时会重复触发），请改为任务上的边界事件。"
              : "流程不得由定时器启动；定期批量工作由系统调度，请改为普通开始事件。");
    }
    if (timer.getTimeDate() == null
        || timer.getTimeDuration() != null
        || timer.getTimeCycle() != null) {
      say(event, "定时器须用“日期（Date）”，不得用时长或周期，如 ${deadlines.workingDaysAfter(dueAt, 3)}。");
    } else if (!ANCHORED.matcher(timer.getTimeDate().getTextContent().strip()).matches()) {
      say(event, "定时器日期须由 deadlines 从一个起算日推算，如 ${deadlines.daysAfter(dueAt, 10)}。");
    }
  }
}
