package rectify.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * No path comes round without waiting for a person, a message or a moment: the engine would run in
 * it for ever, inside one request that nothing ends.
 */
public final class CycleRules {

  private static final Set<String> WAITS =
      Set.of("userTask", "receiveTask", "intermediateCatchEvent");

  private final ProcessFile process;
  private final Report report;
  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();

  public CycleRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
  }

  public void check() {
    List<Element> all =
        Xml.all(process.xml().getDocumentElement())
            .filter(element -> Xml.BPMN.equals(element.getNamespaceURI()))
            .toList();
    all.stream()
        .filter(element -> element.hasAttribute("id"))
        .forEach(element -> nodes.put(element.getAttribute("id"), element));
    for (Element element : all) {
      if (Xml.is(element, "sequenceFlow")) {
        connect(leaving(element.getAttribute("sourceRef")), element.getAttribute("targetRef"));
      } else if (Xml.is(element, "startEvent") && inside(element) != null) {
        connect(inside(element), element.getAttribute("id"));
      } else if (Xml.is(element, "endEvent") && inside(element) != null) {
        connect(element.getAttribute("id"), leaving(inside(element)));
      }
    }
    for (String id : nodes.keySet()) {
      if (!waits(id) && reaches(id, id, new HashSet<>())) {
        report.say(
            process.file(),
            id,
            nodes.get(id).getAttribute("name"),
            "这里会不停地循环：绕一圈都没有人工任务或等待消息的任务，请加上人工任务，或改连到结束事件。");
        return;
      }
    }
  }

  /** A subprocess is entered under its own id and left under another. */
  private String leaving(String id) {
    Element node = nodes.get(id);
    return node != null && Xml.is(node, "subProcess") ? id + " " : id;
  }

  private static String inside(Element event) {
    return event.getParentNode() instanceof Element parent
            && Xml.is(parent, "subProcess")
            && !"true".equals(parent.getAttribute("triggeredByEvent"))
        ? parent.getAttribute("id")
        : null;
  }

  private void connect(String from, String to) {
    next.computeIfAbsent(from, node -> new HashSet<>()).add(to);
  }

  private boolean waits(String id) {
    Element node = nodes.get(id);
    return node != null && WAITS.contains(node.getLocalName());
  }

  private boolean reaches(String from, String wanted, Set<String> seen) {
    for (String node : next.getOrDefault(from, Set.of())) {
      if (node.equals(wanted)) {
        return true;
      }
      if (!waits(node) && seen.add(node) && reaches(node, wanted, seen)) {
        return true;
      }
    }
    return false;
  }
}
