package rectify.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A diagram as it is drawn: the elements, where they lie, and the lines between them. */
final class Drawing {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, Box> shapes = new LinkedHashMap<>();
  private final Map<String, Box> labels = new LinkedHashMap<>();
  private final Map<String, List<Point>> lines = new LinkedHashMap<>();

  private Drawing(Document xml) {
    for (Element element : all(xml.getDocumentElement())) {
      if (BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), element);
      }
      String drawn = element.getAttribute("bpmnElement");
      if (element.getLocalName().equals("BPMNShape")) {
        shapes.put(drawn, box(child(element, "Bounds")));
      } else if (element.getLocalName().equals("BPMNEdge")) {
        lines.put(
            drawn,
            children(element).stream()
                .filter(child -> child.getLocalName().equals("waypoint"))
                .map(child -> new Point(number(child, "x"), number(child, "y")))
                .toList());
      }
      if (element.getLocalName().equals("BPMNLabel") && child(element, "Bounds") != null) {
        labels.put(
            ((Element) element.getParentNode()).getAttribute("bpmnElement"),
            box(child(element, "Bounds")));
      }
    }
  }

  static Drawing of(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static Drawing of(String xml) {
    return new Drawing(parse(xml));
  }

  static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Element> elements() {
    return elements;
  }

  Map<String, Box> shapes() {
    return shapes;
  }

  Map<String, Box> labels() {
    return labels;
  }

  Map<String, List<Point>> lines() {
    return lines;
  }

  boolean is(String id, String name) {
    return elements.containsKey(id) && elements.get(id).getLocalName().equals(name);
  }

  String name(String id) {
    return elements.get(id).getAttribute("name");
  }

  /** The id of the process or subprocess an element is in. */
  String scope(String id) {
    return ((Element) elements.get(id).getParentNode()).getAttribute("id");
  }

  /** The labels and notes that a line crosses, in words. */
  List<String> crossed() {
    List<String> crossed = new ArrayList<>();
    Map<String, Box> texts = new LinkedHashMap<>(labels);
    shapes.forEach(
        (id, box) -> {
          if (is(id, "textAnnotation")) {
            texts.put(id, box);
          }
        });
    texts.forEach(
        (text, box) -> {
          lines.forEach(
              (line, points) -> {
                boolean own = is(line, "association") && points(line, text);
                if (!own && crosses(points, box.grown(-1))) {
                  crossed.add(line + " → " + text);
                }
              });
          shapes.forEach(
              (id, shape) -> {
                if (!id.equals(text)
                    && !is(id, "subProcess")
                    && !is(id, "textAnnotation")
                    && shape.grown(-1).meets(box.grown(-1))) {
                  crossed.add(id + " → " + text);
                }
              });
          texts.forEach(
              (other, its) -> {
                if (other.compareTo(text) < 0 && its.grown(-1).meets(box.grown(-1))) {
                  crossed.add(other + " ↔ " + text);
                }
              });
        });
    return crossed;
  }

  private boolean points(String line, String to) {
    return elements.get(line).getAttribute("targetRef").equals(to);
  }

  static boolean crosses(List<Point> line, Box box) {
    return IntStream.range(1, line.size()).anyMatch(i -> box.crossed(line.get(i - 1), line.get(i)));
  }

  static List<Element> children(Element element) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  static Element child(Element element, String name) {
    return children(element).stream()
        .filter(child -> child.getLocalName().equals(name))
        .findFirst()
        .orElse(null);
  }

  static List<Element> all(Element element) {
    return Stream.concat(
            Stream.of(element), children(element).stream().flatMap(child -> all(child).stream()))
        .toList();
  }

  private static Box box(Element bounds) {
    return new Box(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
