package rectify.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an SVG that looks the same wherever it is opened: no font metrics are asked for. */
final class Svg {

  static final double SIZE = 12;

  private static final double LINE = 15;

  private final StringBuilder svg = new StringBuilder();

  Svg(Box view, String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\""
            + " height=\"%s\" font-family=\"Noto Sans CJK SC, Microsoft YaHei, SimSun, sans-serif\""
            + " font-size=\"%s\" fill=\"none\" stroke=\"#222\">",
        n(view.x()),
        n(view.y()),
        n(view.width()),
        n(view.height()),
        n(view.width()),
        n(view.height()),
        n(SIZE));
    add("<title>%s</title>", text(title));
    add(
        "<defs><marker id=\"to\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
            + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 1 10 5 0 9z\" fill=\"#222\""
            + " stroke=\"none\"/></marker></defs>");
    rectangle(view, 0, "fill=\"#fff\" stroke=\"none\"");
  }

  void add(String format, Object... values) {
    svg.append(values.length == 0 ? format : format.formatted(values)).append('\n');
  }

  void rectangle(Box box, double corner, String style) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>",
        n(box.x()), n(box.y()), n(box.width()), n(box.height()), n(corner), style);
  }

  void circle(double x, double y, double radius, String style) {
    add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>", n(x), n(y), n(radius), style);
  }

  void path(String data, String style) {
    add("<path d=\"%s\" %s/>", data, style);
  }

  void line(List<Point> points, String style) {
    StringBuilder data = new StringBuilder();
    for (Point point : points) {
      data.append(data.isEmpty() ? "M" : "L").append(n(point.x())).append(' ').append(n(point.y()));
    }
    path(data.toString(), style);
  }

  /** Lines of text in the middle of a box. */
  void centred(String words, Box box) {
    List<String> lines = wrapped(words, box.width());
    double y = box.centreY() - (lines.size() - 1) * LINE / 2 + SIZE * 0.36;
    for (String line : lines) {
      add(
          "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" fill=\"#222\" stroke=\"none\">%s</text>",
          n(box.centreX()), n(y), text(line));
      y += LINE;
    }
  }

  /** Lines of text from the upper left corner on. */
  void written(String words, Box box, String style) {
    double y = box.y() + SIZE;
    for (String line : wrapped(words, box.width())) {
      add(
          "<text x=\"%s\" y=\"%s\" fill=\"#222\" stroke=\"none\"%s>%s</text>",
          n(box.x()), n(y), style.isEmpty() ? "" : " " + style, text(line));
      y += LINE;
    }
  }

  static double height(String words, double width) {
    return wrapped(words, width).size() * LINE;
  }

  static List<String> wrapped(String words, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : words.split("\n")) {
      StringBuilder line = new StringBuilder();
      double filled = 0;
      for (String piece : paragraph.split("(?<=[^\\x21-\\x7e])|(?=[^\\x21-\\x7e])")) {
        double wide = width(piece);
        if (filled + wide > width + 0.5 && !line.isEmpty()) {
          lines.add(line.toString().strip());
          line.setLength(0);
          filled = 0;
        }
        line.append(piece);
        filled += wide;
      }
      lines.add(line.toString().strip());
    }
    return lines;
  }

  static double width(String words) {
    return words.codePoints().mapToDouble(c -> c < 0x2e80 && c != '·' ? SIZE * 0.56 : SIZE).sum();
  }

  static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String n(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
