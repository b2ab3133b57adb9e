package rectify.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import rectify.model.Deadline;
import rectify.model.DrawnDeadlines;
import rectify.model.House;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * What a designer may draw beside the main path: a timer that does not interrupt, and what follows
 * from it until its own end. A reminder, a note of a missed date and one more rung are drawn so; no
 * addition closes, returns or moves a case, for its steps read as the house lists them.
 */
final class AdditionRules {

  private static final Set<String> KINDS =
      Set.of(
          "boundaryEvent",
          "serviceTask",
          "userTask",
          "exclusiveGateway",
          "endEvent",
          "sequenceFlow");
  private static final Set<String> WATCHED = Set.of("userTask", "subProcess", "receiveTask");
  private static final Set<String> DATES =
      Set.of(
          "workingDaysAfter",
          "afterWorkingDays",
          "workingDaysBefore",
          "daysAfter",
          "daysBefore",
          "hoursAfter");

  private final String file;
  private final ProcessFile product;
  private final House house;
  private final Report report;
  private final House.Rules rules;
  private Set<String> rungs = Set.of();

  AdditionRules(String file, ProcessFile product, House house, Report report) {
    this.file = file;
    this.product = product;
    this.house = house;
    this.report = report;
    this.rules = house.processes().get(product.id());
  }

  /**
   * @param present everything in the diagram, by id
   * @param added the ids of what the product's own diagram does not have
   */
  void check(Map<String, Element> present, Set<String> added) {
    BranchRules branches = new BranchRules(file, present, report);
    rungs = RungRules.codes(present.values());
    for (String id : added) {
      Element element = present.get(id);
      if (rules == null || !KINDS.contains(element.getLocalName())) {
        say(element, "不得新增“" + element.getLocalName() + "”，只能新增不中断的定时边界事件和由它引出的提醒、任务。");
        continue;
      }
      switch (element.getLocalName()) {
        case "boundaryEvent" -> timer(element, present);
        case "serviceTask" -> step(element, present);
        case "userTask" -> task(element, present);
        case "sequenceFlow" -> flow(element, present, added);
        case "endEvent" -> {
          if (Xml.children(element).stream()
              .anyMatch(child -> child.getLocalName().endsWith("EventDefinition"))) {
            say(element, "新增的结束事件只能是普通结束事件，请清除其类型。");
          }
        }
        default -> {}
      }
      if (!element.getLocalName().equals("sequenceFlow")) {
        branches.check(element);
      }
    }
  }

  private void timer(Element event, Map<String, Element> present) {
    if (!"false".equals(event.getAttribute("cancelActivity"))) {
      say(event, "新增的边界事件须为不中断（Non-interrupting），否则案件会离开原来的路径，请改为不中断。");
    }
    if (Xml.children(event).stream().noneMatch(child -> Xml.is(child, "timerEventDefinition"))) {
      say(event, "新增的边界事件须是定时事件，请改为定时器。");
    }
    Element watched = present.get(event.getAttribute("attachedToRef"));
    if (watched == null || !WATCHED.contains(watched.getLocalName())) {
      say(event, "新增的定时事件须挂在人工任务、子流程或等待消息的任务上，请移到那里。");
    }
    date(event, Deadline.written(event), "定时器日期");
  }

  private void date(Element element, String written, String what) {
    Optional<Deadline> date = Deadline.of(written);
    if (date.isEmpty()
        || !rules.anchors().contains(date.get().anchor())
        || !(DATES.contains(date.get().method()) && date.get().days() != null
            || date.get().method().equals("endOf") && date.get().days() == null)) {
      say(
          element,
          "%s须从%s起算，写成 ${deadlines.workingDaysAfter(%s, 天数)}，天数为%d到%d的整数，现为“%s”。"
              .formatted(
                  what,
                  String.join("或", rules.anchors()),
                  rules.anchors().iterator().next(),
                  house.days().from(),
                  house.days().to(),
                  written));
    }
  }

  private void task(Element task, Map<String, Element> present) {
    String form = Xml.camunda(task, "formRef");
    if (!rules.forms().contains(form)) {
      say(
          task,
          rules.forms().isEmpty()
              ? "本流程不得新增人工任务，请改为新增提醒；确需新增的请联系产品负责人。"
              : "新增的任务只能使用表单" + String.join("、", rules.forms()) + "，现为“" + form + "”。");
    }
    String group = Xml.camunda(task, "candidateGroups").strip();
    if (rules.groups().stream().noneMatch(one -> group.matches("\\$\\{\\s*" + one + "\\s*\\}"))) {
      say(
          task,
          "新增任务的候选组须为"
              + rules.groups().stream()
                  .map(one -> "${" + one + "}")
                  .collect(Collectors.joining("、"))
              + "之一，现为“"
              + group
              + "”。");
    }
    if (task.hasAttributeNS(Xml.CAMUNDA, "assignee")) {
      say(task, "新增的任务不得指定办理人（Assignee），请清除，由候选组的人签收。");
    }
    if (Xml.all(task)
        .anyMatch(
            child -> child.getLocalName().matches("(in|out)putParameter|.*LoopCharacteristics"))) {
      say(task, "新增的任务不得有输入输出参数或多实例，请清除。");
    }
    if (present.values().stream()
        .noneMatch(
            timer ->
                timer.getAttribute("attachedToRef").equals(task.getAttribute("id"))
                    && Deadline.mark(timer).equals(DrawnDeadlines.MARKED))) {
      date(task, Xml.camunda(task, "dueDate"), "到期日（Due date）");
    }
  }

  private void step(Element step, Map<String, Element> present) {
    String expression = Xml.camunda(step, "expression").strip();
    if (rules.additions().stream().anyMatch(p -> asksAForm(p) && reads(expression, p))
        && BranchRules.flows(present, "targetRef", step).stream()
            .map(flow -> present.get(flow.getAttribute("sourceRef")))
            .anyMatch(source -> source == null || !Xml.is(source, "userTask"))) {
      say(step, "登记答复的步骤只能紧接在填写答复的人工任务之后，请重新连接。");
    }
    if (rules.additions().stream().noneMatch(pattern -> reads(expression, pattern))) {
      say(
          step,
          "新增的步骤只能写成%s之一，现为“%s”；其中级别为%s，职责为%s，单位为%s。"
              .formatted(
                  rules.additions().stream()
                      .map(pattern -> "${" + pattern + "}")
                      .collect(Collectors.joining("、")),
                  expression,
                  String.join("、", rungs),
                  String.join("、", house.words().get(House.DUTY)),
                  String.join("、", rules.groups())));
    }
    if (Xml.all(step)
        .anyMatch(
            child -> child.getLocalName().matches("(in|out)putParameter|.*LoopCharacteristics"))) {
      say(step, "新增的步骤不得有输入输出参数或多实例，请清除。");
    }
    String result = Xml.camunda(step, "resultVariable");
    if (!result.isEmpty() && !productSets(result, method(expression))) {
      say(step, "新增的步骤不得设置变量“" + result + "”，请清除结果变量（Result variable）。");
    }
  }

  /** A result of the same kind is kept under the name that the product's own diagram uses. */
  private boolean productSets(String result, String method) {
    return Xml.all(product.xml().getDocumentElement())
        .filter(element -> Xml.is(element, "serviceTask"))
        .anyMatch(
            element ->
                Xml.camunda(element, "resultVariable").equals(result)
                    && method(Xml.camunda(element, "expression")).equals(method));
  }

  private static String method(String expression) {
    return expression.replaceFirst("(?s)\\(.*", "").replaceAll("\\s", "");
  }

  private boolean reads(String expression, String pattern) {
    String form =
        List.of(pattern.split("(?<=[(,])\\s*|\\s*(?=[),])")).stream()
            .map(this::token)
            .collect(Collectors.joining("\\s*"));
    return expression.matches("\\$\\{\\s*" + form + "\\s*\\}");
  }

  private String token(String token) {
    return switch (token.strip()) {
      case House.RUNG -> "'(" + String.join("|", rungs) + ")'";
      case House.DUTY -> "'(" + String.join("|", house.words().get(House.DUTY)) + ")'";
      case "单位" -> "(" + String.join("|", rules.groups()) + ")";
      default -> Pattern.quote(token.strip());
    };
  }

  private void flow(Element flow, Map<String, Element> present, Set<String> added) {
    Element from = present.get(flow.getAttribute("sourceRef"));
    Element to = present.get(flow.getAttribute("targetRef"));
    if (from == null || to == null) {
      say(flow, "连线的起点或终点不存在，请重新连接。");
      return;
    }
    if (!ShapeRules.scope(from).equals(ShapeRules.scope(to))) {
      say(flow, "连线不得穿过子流程的边界，请重新连接。");
    }
    if (!added.contains(from.getAttribute("id"))) {
      say(flow, "不得从产品自带的节点“" + from.getAttribute("name") + "”另引连线，请改从新增的定时边界事件引出。");
    }
    if (!added.contains(to.getAttribute("id")) && !beside(to)) {
      say(flow, "新增的分支不得连到产品自带的节点“" + to.getAttribute("name") + "”，请连到自己的结束事件。");
    }
  }

  /** Beyond the case itself, its duties and units, only what a form has just asked is known. */
  private boolean asksAForm(String pattern) {
    return !pattern.matches("[\\w.]+\\(" + rules.caseVariable() + "(, (级别|职责|单位))*\\)");
  }

  /** Such a node may be shared: only timers lead to it, and after it the branch is over. */
  private boolean beside(Element node) {
    Map<String, Element> kept =
        Xml.all(product.xml().getDocumentElement())
            .filter(element -> element.hasAttribute("id"))
            .collect(Collectors.toMap(e -> e.getAttribute("id"), e -> e, (a, b) -> a));
    return Xml.is(node, "serviceTask")
        && BranchRules.flows(kept, "targetRef", node).stream()
            .allMatch(flow -> Xml.is(kept.get(flow.getAttribute("sourceRef")), "boundaryEvent"))
        && BranchRules.flows(kept, "sourceRef", node).stream()
            .allMatch(flow -> Xml.is(kept.get(flow.getAttribute("targetRef")), "endEvent"))
        && rules.additions().stream()
            .anyMatch(pattern -> reads(Xml.camunda(node, "expression").strip(), pattern));
  }

  private void say(Element element, String sentence) {
    report.say(file, Xml.id(element), Xml.name(element), sentence);
  }
}
