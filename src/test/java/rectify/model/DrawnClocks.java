package rectify.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is to stand beside the clocks of a diagram, for whoever draws it. */
public final class DrawnClocks {

  private DrawnClocks() {}

  public static Map<String, String> notes(String file, String diagram) {
    return ClockNotes.of(
        Xml.parse(file, diagram.getBytes(StandardCharsets.UTF_8), House.ours(), new Report()),
        House.ours());
  }

  /** The diagram as the gate deploys it. */
  public static String refreshed(String file, String diagram) {
    byte[] content = diagram.getBytes(StandardCharsets.UTF_8);
    return new String(
        ClockNotes.refreshed(
            content, Xml.parse(file, content, House.ours(), new Report()), House.ours()),
        StandardCharsets.UTF_8);
  }

  /** The diagram without its notes, as one that a designer has cleared of them. */
  public static String without(String xml) {
    return xml.replaceAll(
            "(?s)\n *<bpmn:textAnnotation id=\""
                + ClockNotes.NOTE
                + "\\w+\">.*?</bpmn:textAnnotation>",
            "")
        .replaceAll("\n *<bpmn:association id=\"" + "Link_" + "\\w+\"[^>]*/>", "")
        .replaceAll(
            "(?s)\n *<bpmndi:BPMNShape id=\"" + ClockNotes.NOTE + "\\w+_di\".*?</bpmndi:BPMNShape>",
            "")
        .replaceAll(
            "(?s)\n *<bpmndi:BPMNEdge id=\"" + "Link_" + "\\w+_di\".*?</bpmndi:BPMNEdge>", "");
  }
}
