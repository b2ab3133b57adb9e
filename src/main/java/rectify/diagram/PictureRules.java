package rectify.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Xml;

/** What is drawn is there, and a note hangs on what it speaks of: the engine reads both. */
public final class PictureRules {

  private final ProcessFile process;
  private final Report report;

  public PictureRules(ProcessFile process, Report report) {
    this.process = process;
    this.report = report;
  }

  public void check() {
    List<Element> all = Xml.all(process.xml().getDocumentElement()).toList();
    Set<String> ids = new HashSet<>();
    for (Element element : all) {
      if (Xml.BPMN.equals(element.getNamespaceURI())) {
        String id = element.getAttribute("id");
        boolean note = Xml.is(element, "textAnnotation") || Xml.is(element, "association");
        if (note && id.isBlank() || !id.isBlank() && !ids.add(id)) {
          say(element, "ID“" + id + "”空缺或与别的相同，请另取一个 ID。");
        }
      }
    }
    for (Element element : all) {
      if (Xml.is(element, "association")) {
        for (String end : List.of("sourceRef", "targetRef")) {
          if (!ids.contains(element.getAttribute(end))) {
            say(element, "注释的连线一端“" + element.getAttribute(end) + "”不存在，请重新连接或删除这条连线。");
          }
        }
      }
      if (element.hasAttribute("bpmnElement")
          && !ids.contains(element.getAttribute("bpmnElement"))) {
        report.say(
            process.file(),
            "图形部分画着“"
                + element.getAttribute("bpmnElement")
                + "”，但流程里没有它，请用 Camunda Modeler 删除这个图形。");
      }
    }
  }

  private void say(Element element, String sentence) {
    report.say(process.file(), Xml.id(element), Xml.name(element), sentence);
  }
}
