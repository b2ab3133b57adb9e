package rectify.diagram;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Words;

/** Whether what a diagram declares, its messages and errors, is used, and what it uses declared. */
final class DeclarationRules {

  private final ProcessFile process;
  private final Report report;

  DeclarationRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
  }

  void check() {
    declared(Message.class, "messageRef", "消息");
    declared(Error.class, "errorRef", "错误");
    declared(Escalation.class, "escalationRef", "升级");
    declared(Signal.class, "signalRef", "信号");
    for (Message message : process.all(Message.class)) {
      if (!Words.kebab(message.getName())) {
        report.say(
            process.file(),
            message.getId(),
            message.getName(),
            "消息名称应为小写英文过去式加连字符，如 extension-granted。");
      }
    }
    for (Error error : process.all(Error.class)) {
      boolean caught =
          references("errorRef").anyMatch(e -> e.getAttribute("errorRef").equals(error.getId()))
              && process.all(BoundaryEvent.class).stream()
                  .flatMap(b -> b.getEventDefinitions().stream())
                  .anyMatch(
                      d ->
                          d.getDomElement().getAttribute("errorRef") != null
                              && d.getDomElement().getAttribute("errorRef").equals(error.getId()));
      if (!caught) {
        report.say(process.file(), error.getId(), error.getName(), "没有边界事件捕获此错误，请补上捕获或删除它。");
      }
    }
  }

  private <T extends RootElement> void declared(Class<T> type, String reference, String kind) {
    List<String> ids = process.all(type).stream().map(BaseElement::getId).toList();
    for (String id : ids) {
      if (references(reference).noneMatch(e -> e.getAttribute(reference).equals(id))) {
        report.say(process.file(), id, null, "声明的" + kind + "没有任何事件使用，请使用或删除它。");
      }
    }
    references(reference)
        .filter(e -> !ids.contains(e.getAttribute(reference)))
        .forEach(e -> report.say(process.file(), id(e), null, "引用的" + kind + "没有声明，请选择或新建一个。"));
    String definition = reference.replace("Ref", "EventDefinition");
    elements()
        .filter(e -> e.getLocalName().equals(definition) || awaits(e, reference))
        .filter(e -> !e.hasAttribute(reference))
        .filter(e -> !(type == Error.class && catchesAny(e)))
        .forEach(e -> report.say(process.file(), id(e), null, "没有选择" + kind + "，请选择或新建一个。"));
  }

  private static boolean awaits(Element element, String reference) {
    return reference.equals("messageRef") && element.getLocalName().equals("receiveTask");
  }

  private static boolean catchesAny(Element definition) {
    return definition.getParentNode().getLocalName().equals("boundaryEvent");
  }

  private static String id(Element element) {
    Node node = element;
    while (node instanceof Element owner) {
      if (owner.hasAttribute("id") && !owner.getLocalName().endsWith("EventDefinition")) {
        return owner.getAttribute("id");
      }
      node = node.getParentNode();
    }
    return "";
  }

  private Stream<Element> references(String attribute) {
    return elements().filter(e -> e.hasAttribute(attribute));
  }

  private Stream<Element> elements() {
    NodeList all = process.xml().getElementsByTagNameNS("*", "*");
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
  }
}
