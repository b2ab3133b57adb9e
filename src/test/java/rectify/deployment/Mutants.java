package rectify.deployment;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import rectify.model.House;
import rectify.model.Report;
import rectify.model.Xml;

/**
 * A diagram broken in one place in many ways: each expression, timer, condition, attribute, flow
 * and node.
 */
final class Mutants {

  /** One diagram with one place changed. */
  record Mutant(String file, String where, String how, Supplier<byte[]> change) {

    byte[] content() {
      return change.get();
    }

    @Override
    public String toString() {
      return file + " " + where + ": " + how;
    }
  }

  private static final Set<String> TEXTS =
      Set.of(
          "timeDate", "conditionExpression", "inputParameter", "outputParameter", "documentation");

  private final String file;
  private final byte[] original;
  private final List<Mutant> all = new ArrayList<>();

  private Mutants(String file, byte[] original) {
    this.file = file;
    this.original = original;
  }

  /** Always the same ones in the same order. */
  static List<Mutant> of(String file, byte[] original) {
    Mutants mutants = new Mutants(file, original);
    List<Element> elements = elements(mutants.read());
    for (int i = 0; i < elements.size(); i++) {
      mutants.mutate(i, elements.get(i), elements);
    }
    return mutants.all;
  }

  /** The original as it looks when written like a mutant. */
  static byte[] unchanged(String file, byte[] original) {
    return write(new Mutants(file, original).read());
  }

  private Document read() {
    return Xml.parse(file, original, House.ours(), new Report());
  }

  /** All of the model, nothing of the picture. */
  private static List<Element> elements(Document document) {
    return Xml.all(document.getDocumentElement())
        .filter(
            element ->
                Xml.BPMN.equals(element.getNamespaceURI())
                    || Xml.CAMUNDA.equals(element.getNamespaceURI()))
        .filter(element -> !element.getLocalName().matches("incoming|outgoing|definitions"))
        .toList();
  }

  private void mutate(int index, Element element, List<Element> elements) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().startsWith("xmlns") && !attribute.getName().equals("xsi:type")) {
        attribute(index, element, attribute);
      }
    }
    if (TEXTS.contains(element.getLocalName())) {
      values(Xml.text(element).strip())
          .forEach(value -> add(index, element, "text " + value, e -> e.setTextContent(value)));
    }
    add(index, element, "removed", e -> e.getParentNode().removeChild(e));
    if (Xml.is(element, "sequenceFlow")) {
      flow(index, element, elements);
    }
    if (Xml.is(element, "timerEventDefinition")) {
      add(index, element, "duration", e -> rename(e, "timeDuration", "P3D"));
      add(index, element, "cycle", e -> rename(e, "timeCycle", "R/P1D"));
    }
    if (Xml.is(element, "userTask") || Xml.is(element, "serviceTask")) {
      String other = Xml.is(element, "userTask") ? "serviceTask" : "userTask";
      add(index, element, "as " + other, e -> retag(e, other));
      add(index, element, "as task", e -> retag(e, "task"));
    }
    if (Xml.is(element, "boundaryEvent")) {
      add(index, element, "interrupting", e -> e.setAttribute("cancelActivity", "true"));
      add(
          index,
          element,
          "asynchronous",
          e -> e.setAttributeNS(Xml.CAMUNDA, "camunda:asyncBefore", "true"));
    }
  }

  private void attribute(int index, Element element, Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    String local = attribute.getLocalName();
    String name = attribute.getName();
    add(index, element, "without " + name, e -> e.removeAttributeNS(namespace, local));
    values(attribute.getValue())
        .forEach(
            value ->
                add(
                    index,
                    element,
                    name + " " + value,
                    e -> e.getAttributeNodeNS(namespace, local).setValue(value)));
  }

  /** What people and tools make of a value. */
  private static List<String> values(String value) {
    List<String> values = new ArrayList<>(List.of("", "x" + value, "${caseTitle}"));
    if (value.contains("${")) {
      values.add(value.replace("}", ""));
      values.add(value.replace('\'', '“'));
      values.add(value.replaceFirst("\\w+(?=\\.)", "unknownBean"));
      values.add(value.replaceFirst("(?<=\\.)\\w+(?=\\()", "unknownMethod"));
      values.add(value.replaceFirst("(?<=[({\\s])(\\w+)(?=[,)\\s}])", "unknownVariable"));
      values.add(value.replaceFirst(",\\s*[^,)]+\\)", ")"));
      values.add(value.replaceFirst("\\)", ", 1)"));
      values.add(value.replaceFirst("\\(\\w+", "(36"));
      values.add(value.replaceFirst("\\(\\w+", "(caseTitle"));
      values.add(value.replace("==", "!="));
      values.add(value.replaceFirst("'\\w+'", "'unknown'"));
      values.add(value + " " + value);
      values.add("P3D");
      values.add("2026-13-45");
      for (String number :
          List.of("0", "-3", "1", "2", "7", "15", "300", "6000", "1.5", "99999999999")) {
        values.add(value.replaceFirst("(?<=, )\\d+(?=\\))", number));
      }
    } else if (value.matches("true|false")) {
      values.add(value.equals("true") ? "false" : "true");
    } else {
      values.add(value + "1");
      values.add(value.toUpperCase(java.util.Locale.ROOT));
    }
    return values.stream().distinct().filter(other -> !other.equals(value)).toList();
  }

  private void flow(int index, Element flow, List<Element> elements) {
    String from = flow.getAttribute("sourceRef");
    String to = flow.getAttribute("targetRef");
    add(index, flow, "round itself", e -> e.setAttribute("targetRef", from));
    add(
        index,
        flow,
        "turned round",
        e -> {
          e.setAttribute("sourceRef", to);
          e.setAttribute("targetRef", from);
        });
    List<String> nodes =
        elements.stream()
            .filter(element -> element.getLocalName().matches(".*([tT]ask|Gateway|endEvent|Event)"))
            .map(element -> element.getAttribute("id"))
            .toList();
    for (int step : new int[] {1, nodes.size() / 3, nodes.size() / 2}) {
      String other = nodes.get((index + step) % nodes.size());
      add(index, flow, "to " + other, e -> e.setAttribute("targetRef", other));
      add(index, flow, "from " + other, e -> e.setAttribute("sourceRef", other));
    }
    add(
        index,
        flow,
        "with a condition",
        e -> {
          Element condition =
              e.getOwnerDocument().createElementNS(Xml.BPMN, "bpmn:conditionExpression");
          condition.setTextContent("${caseTitle == 'x'}");
          e.appendChild(condition);
        });
  }

  private static void rename(Element timer, String name, String text) {
    Element other = timer.getOwnerDocument().createElementNS(Xml.BPMN, "bpmn:" + name);
    other.setTextContent(text);
    Xml.children(timer).forEach(timer::removeChild);
    timer.appendChild(other);
  }

  private static void retag(Element element, String name) {
    element.getOwnerDocument().renameNode(element, Xml.BPMN, "bpmn:" + name);
  }

  private void add(int index, Element at, String how, Consumer<Element> change) {
    all.add(
        new Mutant(
            file,
            at.getLocalName() + " " + Xml.id(at),
            how,
            () -> {
              Document document = read();
              change.accept(elements(document).get(index));
              return write(document);
            }));
  }

  private static byte[] write(Document document) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
