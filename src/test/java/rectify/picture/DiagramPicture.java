package rectify.picture;

import static rectify.picture.Svg.n;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Draws a process as its designer placed it. */
final class DiagramPicture {

  private static final double MARGIN = 20;
  private static final Set<String> EVENTS =
      Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent");
  private static final Map<String, String> KINDS =
      Map.of(
          "userTask", "人工",
          "serviceTask", "系统",
          "businessRuleTask", "判定表",
          "receiveTask", "等待消息",
          "callActivity", "调用流程");

  private final Drawing drawing;
  private final Svg svg;

  private DiagramPicture(Drawing drawing) {
    this.drawing = drawing;
    Element process =
        drawing.elements().values().stream()
            .filter(element -> element.getLocalName().equals("process"))
            .findFirst()
            .orElseThrow();
    this.svg = new Svg(view(drawing), process.getAttribute("name"));
  }

  static String of(Drawing drawing) {
    return new DiagramPicture(drawing).draw();
  }

  private String draw() {
    drawing.shapes().forEach((id, box) -> shape(id, box, true));
    drawing.lines().forEach(this::line);
    drawing.shapes().forEach((id, box) -> shape(id, box, false));
    drawing.labels().forEach((id, box) -> svg.centred(drawing.name(id), box));
    return svg.toString();
  }

  private static Box view(Drawing drawing) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (Map<String, Box> boxes : List.of(drawing.shapes(), drawing.labels())) {
      for (Box box : boxes.values()) {
        left = Math.min(left, box.x());
        top = Math.min(top, box.y());
        right = Math.max(right, box.right());
        bottom = Math.max(bottom, box.bottom());
      }
    }
    for (List<Point> line : drawing.lines().values()) {
      for (Point point : line) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    return new Box(left, top, right - left, bottom - top).grown(MARGIN);
  }

  private void line(String id, List<Point> points) {
    boolean association = drawing.is(id, "association");
    svg.line(
        points,
        association
            ? "stroke=\"#777\" stroke-dasharray=\"2 3\""
            : "stroke-width=\"1.4\" marker-end=\"url(#to)\"");
  }

  /** Subprocesses lie below the lines, all else above. */
  private void shape(String id, Box box, boolean below) {
    String kind = drawing.elements().get(id).getLocalName();
    if (kind.equals("subProcess") != below) {
      return;
    }
    if (EVENTS.contains(kind)) {
      event(drawing.elements().get(id), box);
    } else if (kind.endsWith("Gateway")) {
      gateway(kind, box);
    } else if (kind.equals("textAnnotation")) {
      note(id, box);
    } else if (kind.equals("subProcess")) {
      svg.rectangle(box, 10, "fill=\"#fafafa\" stroke-width=\"1.4\"");
      svg.written(
          drawing.name(id),
          new Box(box.x() + 10, box.y() + 8, box.width() - 20, 20),
          "font-weight=\"bold\"");
    } else {
      task(id, kind, box);
    }
  }

  private void task(String id, String kind, Box box) {
    String fill = kind.equals("userTask") ? "#eaf3ff" : "#fff";
    svg.rectangle(
        box,
        10,
        "fill=\"%s\" stroke-width=\"%s\"".formatted(fill, kind.equals("callActivity") ? 3 : 1.4));
    svg.add(
        "<text x=\"%s\" y=\"%s\" font-size=\"9\" fill=\"#666\" stroke=\"none\">%s</text>",
        n(box.x() + 6), n(box.y() + 13), KINDS.getOrDefault(kind, ""));
    svg.centred(
        drawing.name(id), new Box(box.x() + 6, box.y() + 6, box.width() - 12, box.height()));
  }

  private void event(Element event, Box box) {
    String kind = event.getLocalName();
    double x = box.centreX();
    double y = box.centreY();
    double radius = box.width() / 2;
    boolean between = kind.equals("boundaryEvent") || kind.equals("intermediateCatchEvent");
    String dashes =
        "false".equals(event.getAttribute("cancelActivity"))
                || "false".equals(event.getAttribute("isInterrupting"))
            ? " stroke-dasharray=\"4 3\""
            : "";
    svg.circle(
        x,
        y,
        radius,
        "fill=\"#fff\" stroke-width=\"%s\"%s".formatted(kind.equals("endEvent") ? 3 : 1.4, dashes));
    if (between) {
      svg.circle(x, y, radius - 4, "stroke-width=\"1.4\"" + dashes);
    }
    for (Element definition : Drawing.children(event)) {
      symbol(definition.getLocalName(), x, y);
    }
  }

  private void symbol(String definition, double x, double y) {
    switch (definition) {
      case "timerEventDefinition" -> {
        svg.circle(x, y, 9, "");
        svg.path("M%s %sv-6M%s %sh4".formatted(n(x), n(y), n(x), n(y)), "stroke-width=\"1.4\"");
      }
      case "messageEventDefinition" -> {
        svg.rectangle(new Box(x - 8, y - 5.5, 16, 11), 0, "");
        svg.path("M%s %sl8 6 8 -6".formatted(n(x - 8), n(y - 5.5)), "");
      }
      case "terminateEventDefinition" -> svg.circle(x, y, 9, "fill=\"#222\" stroke=\"none\"");
      case "errorEventDefinition" ->
          svg.path("M%s %sl4 -12 5 7 5 -9 -4 14 -5 -7z".formatted(n(x - 7), n(y + 7)), "");
      default -> {}
    }
  }

  private void gateway(String kind, Box box) {
    double x = box.centreX();
    double y = box.centreY();
    double half = box.width() / 2;
    svg.path(
        "M%s %sl%s %s %s %s %s %sz"
            .formatted(n(x), n(y - half), n(half), n(half), n(-half), n(half), n(-half), n(-half)),
        "fill=\"#fff\" stroke-width=\"1.4\"");
    String mark =
        kind.equals("parallelGateway")
            ? "M%s %sh20M%s %sv20".formatted(n(x - 10), n(y), n(x), n(y - 10))
            : "M%s %sl14 16m0 -16l-14 16".formatted(n(x - 7), n(y - 8));
    svg.path(mark, "stroke-width=\"3\"");
  }

  private void note(String id, Box box) {
    svg.path(
        "M%s %sh-8v%sh8".formatted(n(box.x() + 8), n(box.y()), n(box.height())), "stroke=\"#777\"");
    Element text = Drawing.child(drawing.elements().get(id), "text");
    svg.written(
        text.getTextContent(),
        new Box(box.x() + 6, box.y() + 5, box.width() - 8, box.height()),
        "fill-opacity=\"0.85\"");
  }
}
