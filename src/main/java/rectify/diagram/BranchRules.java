package rectify.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import rectify.model.Report;
import rectify.model.Xml;

/** A branch that a designer adds goes one way from its timer to its end, and never stands still. */
final class BranchRules {

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{\\s*(\\w+)(\\s*[=!]=\\s*('[^']*'|\"[^\"]*\"|true|false))?\\s*\\}");

  private final String file;
  private final Map<String, Element> present;
  private final Report report;

  /**
   * @param present everything in the diagram, by id
   */
  BranchRules(String file, Map<String, Element> present, Report report) {
    this.file = file;
    this.present = present;
    this.report = report;
  }

  void check(Element node) {
    List<Element> out = flows(present, "sourceRef", node);
    List<Element> in = flows(present, "targetRef", node);
    String kind = node.getLocalName();
    if (kind.equals("endEvent") ? !out.isEmpty() : out.isEmpty()) {
      say(node, kind.equals("endEvent") ? "结束事件之后不得再有连线，请删除。" : "没有引出的连线，请连到下一步或结束事件。");
    }
    if (out.size() > 1 && !kind.equals("exclusiveGateway")) {
      say(node, "只能引出一条连线，要分支请用排他网关。");
    }
    if (kind.equals("boundaryEvent") ? !in.isEmpty() : in.isEmpty()) {
      say(node, "没有从新增的定时边界事件连到这里，请连接或删除它。");
    }
    if (returns(node, node, new HashSet<>())) {
      say(node, "新增的分支绕回了自己，请连到结束事件。");
    }
    if (kind.equals("exclusiveGateway")) {
      conditions(node, out, in);
    } else {
      out.stream()
          .filter(flow -> condition(flow) != null)
          .forEach(flow -> say(flow, "只有排他网关引出的连线可以有条件，请清除条件。"));
    }
  }

  private boolean returns(Element start, Element node, Set<String> seen) {
    for (Element flow : flows(present, "sourceRef", node)) {
      Element next = present.get(flow.getAttribute("targetRef"));
      if (next == start
          || next != null && seen.add(next.getAttribute("id")) && returns(start, next, seen)) {
        return true;
      }
    }
    return false;
  }

  /** A gateway asks for the result of the step before it, and has a way when nothing holds. */
  private void conditions(Element gateway, List<Element> out, List<Element> in) {
    String byDefault = gateway.getAttribute("default");
    if (out.stream().noneMatch(flow -> flow.getAttribute("id").equals(byDefault))) {
      say(gateway, "没有默认分支，条件都不成立时会卡住，请设置默认分支。");
    }
    Set<String> results =
        in.stream()
            .map(flow -> present.get(flow.getAttribute("sourceRef")))
            .map(source -> source == null ? "" : Xml.camunda(source, "resultVariable"))
            .collect(Collectors.toSet());
    for (Element flow : out) {
      String condition = condition(flow);
      if (condition == null) {
        continue;
      }
      Matcher read = CONDITION.matcher(condition);
      if (flow.getAttribute("id").equals(byDefault)
          || !read.matches()
          || results.size() != 1
          || !results.contains(read.group(1))) {
        say(flow, "新增网关的条件只能问上一步的结果，写成 ${结果变量}，默认分支不写条件，请改正。");
      }
    }
  }

  private static String condition(Element flow) {
    return Xml.children(flow).stream()
        .filter(child -> Xml.is(child, "conditionExpression"))
        .map(child -> Xml.text(child).strip())
        .findFirst()
        .orElse(null);
  }

  /** The flows that have the node at this end. */
  static List<Element> flows(Map<String, Element> present, String end, Element node) {
    return present.values().stream()
        .filter(element -> element.getLocalName().equals("sequenceFlow"))
        .filter(flow -> flow.getAttribute(end).equals(node.getAttribute("id")))
        .toList();
  }

  private void say(Element element, String sentence) {
    report.say(file, Xml.id(element), Xml.name(element), sentence);
  }
}
