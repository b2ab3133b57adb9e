package rectify.picture;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a decision table as its designer filled it in. */
final class TablePicture {

  private static final double PAD = 6;
  private static final double MOST = 260;
  private static final double LEAST = 60;

  private TablePicture() {}

  static String of(String dmn) {
    Document xml = Drawing.parse(dmn);
    Element decision =
        Drawing.all(xml.getDocumentElement()).stream()
            .filter(element -> element.getLocalName().equals("decision"))
            .findFirst()
            .orElseThrow();
    List<List<String>> rows = rows(Drawing.child(decision, "decisionTable"));
    List<Double> widths = widths(rows);
    double width = widths.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> heights = rows.stream().map(row -> height(row, widths)).toList();
    double height = heights.stream().mapToDouble(Double::doubleValue).sum();
    Element table = Drawing.child(decision, "decisionTable");
    String policy = table.getAttribute("hitPolicy");
    String title =
        decision.getAttribute("name") + "（命中策略：" + (policy.isEmpty() ? "UNIQUE" : policy) + "）";
    Svg svg =
        new Svg(
            new Box(0, 0, Math.max(width, Svg.width(title)) + 40, height + 70),
            decision.getAttribute("name"));
    svg.written(title, new Box(20, 20, 2000, 20), "font-weight=\"bold\"");
    double y = 50;
    for (int i = 0; i < rows.size(); i++) {
      double x = 20;
      for (int j = 0; j < widths.size(); j++) {
        Box cell = new Box(x, y, widths.get(j), heights.get(i));
        svg.rectangle(
            cell, 0, "stroke=\"#999\" fill=\"%s\"".formatted(i == 0 ? "#eaf3ff" : "#fff"));
        svg.written(
            rows.get(i).get(j),
            new Box(x + PAD, y + PAD, widths.get(j) - 2 * PAD, 0),
            i == 0 ? "font-weight=\"bold\"" : "");
        x += widths.get(j);
      }
      y += heights.get(i);
    }
    return svg.toString();
  }

  private static List<List<String>> rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    for (Element column : Drawing.children(table)) {
      switch (column.getLocalName()) {
        case "input" -> head.add("当：" + column.getAttribute("label"));
        case "output" -> head.add("则：" + column.getAttribute("label"));
        default -> {}
      }
    }
    head.add("说明");
    rows.add(head);
    for (Element rule : Drawing.children(table)) {
      if (rule.getLocalName().equals("rule")) {
        List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size())));
        String described = "";
        for (Element cell : Drawing.children(rule)) {
          if (cell.getLocalName().equals("description")) {
            described = cell.getTextContent().strip();
          } else if (cell.getLocalName().endsWith("Entry")) {
            String text = cell.getTextContent().strip();
            row.add(text.isEmpty() ? "—" : text);
          }
        }
        row.add(described);
        rows.add(row);
      }
    }
    if (rows.stream().skip(1).allMatch(row -> row.get(row.size() - 1).isEmpty())) {
      rows.forEach(row -> row.remove(row.size() - 1));
    }
    return rows;
  }

  private static List<Double> widths(List<List<String>> rows) {
    List<Double> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      double widest = column == 0 ? 24 : LEAST;
      for (List<String> row : rows) {
        widest = Math.max(widest, Math.min(MOST, Svg.width(row.get(column)) + 2 * PAD + 4));
      }
      widths.add(widest);
    }
    return widths;
  }

  private static double height(List<String> row, List<Double> widths) {
    double highest = 0;
    for (int i = 0; i < row.size(); i++) {
      highest = Math.max(highest, Svg.height(row.get(i), widths.get(i) - 2 * PAD));
    }
    return highest + 2 * PAD;
  }
}
