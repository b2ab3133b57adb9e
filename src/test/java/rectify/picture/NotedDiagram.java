package rectify.picture;

import static rectify.picture.Svg.n;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rectify.model.DrawnClocks;

/**
 * Writes a note beside each clock of a diagram, who has how long, where no line and no label is in
 * the way.
 */
final class NotedDiagram {

  static final String NOTE = "Note_";

  private static final String LINK = "Link_";
  private static final double FAR = 360;
  private static final double STEP = 6;

  private final Map<String, String> notes;
  private String xml;

  private NotedDiagram(String xml, Map<String, String> notes) {
    this.xml = xml;
    this.notes = notes;
  }

  /**
   * @param notes what is to stand beside a clock, by the clock's id
   */
  static String of(String xml, Map<String, String> notes) {
    NotedDiagram diagram = new NotedDiagram(DrawnClocks.without(xml), notes);
    notes.forEach(diagram::write);
    return diagram.xml;
  }

  private void write(String clock, String note) {
    Drawing drawing = Drawing.of(xml);
    Box place = place(drawing, clock, Math.ceil(Svg.width(note)) + 18, 25);
    List<Point> link = link(drawing.shapes().get(clock), place);
    String scope = drawing.scope(clock);
    insert(
        endOf(scope),
        """
          <bpmn:textAnnotation id="%s%s">
            <bpmn:text>%s</bpmn:text>
          </bpmn:textAnnotation>
          <bpmn:association id="%s%s" sourceRef="%s" targetRef="%s%s" />
        """
            .formatted(NOTE, clock, Svg.text(note), LINK, clock, clock, NOTE, clock));
    insert(
        xml.indexOf("    </bpmndi:BPMNPlane>"),
        """
              <bpmndi:BPMNShape id="%s%s_di" bpmnElement="%s%s">
                <dc:Bounds x="%s" y="%s" width="%s" height="%s" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="%s%s_di" bpmnElement="%s%s">
                <di:waypoint x="%s" y="%s" />
                <di:waypoint x="%s" y="%s" />
              </bpmndi:BPMNEdge>
        """
            .formatted(
                NOTE,
                clock,
                NOTE,
                clock,
                n(place.x()),
                n(place.y()),
                n(place.width()),
                n(place.height()),
                LINK,
                clock,
                LINK,
                clock,
                n(link.get(0).x()),
                n(link.get(0).y()),
                n(link.get(1).x()),
                n(link.get(1).y())));
  }

  private void insert(int at, String lines) {
    xml = xml.substring(0, at) + lines + xml.substring(at);
  }

  /** Where the line of the end tag of a process or subprocess begins. */
  private int endOf(String scope) {
    Matcher tag = Pattern.compile("</?bpmn:(?:process|subProcess)\\b[^>]*>").matcher(xml);
    int depth = 0;
    while (tag.find()) {
      boolean closes = tag.group().startsWith("</");
      if (depth == 0 && tag.group().contains(" id=\"" + scope + "\"")) {
        depth = 1;
      } else if (depth > 0) {
        depth += closes ? -1 : 1;
        if (depth == 0) {
          return xml.lastIndexOf('\n', tag.start()) + 1;
        }
      }
    }
    throw new IllegalStateException(scope);
  }

  private record Candidate(Box box, double cost) {}

  private static Box place(Drawing drawing, String clock, double width, double height) {
    Box from = drawing.shapes().get(clock);
    List<Candidate> candidates = new ArrayList<>();
    for (double dx = -FAR; dx <= FAR; dx += STEP) {
      for (double dy = -FAR; dy <= FAR; dy += STEP) {
        Box box =
            new Box(
                Math.rint(from.centreX() + dx - width / 2),
                Math.rint(from.centreY() + dy - height / 2),
                width,
                height);
        candidates.add(new Candidate(box, cost(drawing, clock, box)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::cost));
    return candidates.stream()
        .map(Candidate::box)
        .filter(box -> free(drawing, clock, box))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no room for a note beside " + clock));
  }

  /** Near, and with a link that goes neither through the clock's own task nor over other lines. */
  private static double cost(Drawing drawing, String clock, Box box) {
    Box from = drawing.shapes().get(clock);
    List<Point> link = link(from, box);
    double cost = distance(from, box);
    String host = drawing.elements().get(clock).getAttribute("attachedToRef");
    if (drawing.shapes().containsKey(host)
        && Drawing.crosses(link, drawing.shapes().get(host).grown(-2))) {
      cost += 120;
    }
    long over = drawing.lines().values().stream().filter(line -> meet(line, link)).count();
    return cost + over * 60;
  }

  private static boolean meet(List<Point> line, List<Point> link) {
    for (int i = 1; i < line.size(); i++) {
      if (Line2D.linesIntersect(
          line.get(i - 1).x(),
          line.get(i - 1).y(),
          line.get(i).x(),
          line.get(i).y(),
          link.get(0).x(),
          link.get(0).y(),
          link.get(1).x(),
          link.get(1).y())) {
        return true;
      }
    }
    return false;
  }

  private static double distance(Box from, Box to) {
    double across = Math.max(0, Math.max(from.x() - to.right(), to.x() - from.right()));
    double down = Math.max(0, Math.max(from.y() - to.bottom(), to.y() - from.bottom()));
    return Math.hypot(across, down)
        + 0.05 * Math.hypot(from.centreX() - to.centreX(), from.centreY() - to.centreY());
  }

  private static boolean free(Drawing drawing, String clock, Box box) {
    Box room = box.grown(4);
    List<Point> link = link(drawing.shapes().get(clock), box);
    for (Map.Entry<String, Box> shape : drawing.shapes().entrySet()) {
      String id = shape.getKey();
      if (drawing.is(id, "subProcess")) {
        boolean inside = inside(drawing, clock, id);
        if (inside ? !shape.getValue().holds(room) : shape.getValue().meets(room)) {
          return false;
        }
      } else if (shape.getValue().meets(room)
          || !id.equals(clock)
              && !isHost(drawing, clock, id)
              && Drawing.crosses(link, shape.getValue().grown(2))) {
        return false;
      }
    }
    return drawing.labels().values().stream()
            .noneMatch(label -> label.meets(room) || Drawing.crosses(link, label))
        && drawing.lines().values().stream().noneMatch(line -> Drawing.crosses(line, room));
  }

  private static boolean isHost(Drawing drawing, String clock, String id) {
    return drawing.elements().get(clock).getAttribute("attachedToRef").equals(id);
  }

  private static boolean inside(Drawing drawing, String element, String subProcess) {
    for (String scope = drawing.scope(element);
        drawing.shapes().containsKey(scope);
        scope = drawing.scope(scope)) {
      if (scope.equals(subProcess)) {
        return true;
      }
    }
    return false;
  }

  /** From the edge of the clock to the nearest side of the note. */
  private static List<Point> link(Box from, Box to) {
    double x = Math.max(to.x(), Math.min(from.centreX(), to.right()));
    double y = Math.max(to.y(), Math.min(from.centreY(), to.bottom()));
    double dx = x - from.centreX();
    double dy = y - from.centreY();
    double far = Math.max(1, Math.hypot(dx, dy));
    double edge =
        from.width() == from.height()
            ? from.width() / 2
            : Math.min(
                dx == 0 ? FAR : from.width() / 2 / Math.abs(dx) * far,
                dy == 0 ? FAR : from.height() / 2 / Math.abs(dy) * far);
    return List.of(
        new Point(from.centreX() + dx / far * edge, from.centreY() + dy / far * edge),
        new Point(x, y));
  }
}
