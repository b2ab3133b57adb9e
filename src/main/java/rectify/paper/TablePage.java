package rectify.paper;

import java.util.List;
import java.util.function.UnaryOperator;
import rectify.paper.Table.Column;
import rectify.paper.Table.Imprint;

/** Lays a table of figures out on A4 across; its head stands on every page. */
final class TablePage {

  private static final String FRAME = Page.read("table.html");

  /** With more columns than this, the figures are set smaller. */
  private static final int WIDE = 18;

  private final UnaryOperator<String> printable;

  TablePage(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  String of(Table table, Imprint imprint) {
    return FRAME
        .replace("{{title}}", text(table.title()))
        .replace("{{number}}", text(imprint.number()))
        .replace("{{organ}}", text(imprint.organ()))
        .replace("{{area}}", text(table.area()))
        .replace("{{period}}", text(table.period()))
        .replace("{{unit}}", text(table.unit()))
        .replace("{{marks}}", marks(imprint.marks()))
        .replace("{{size}}", table.columns().size() > WIDE ? "wide" : "normal")
        .replace("{{head}}", head(table))
        .replace("{{body}}", body(table))
        .replace("{{foot}}", foot(imprint.foot()))
        .replace("{{notes}}", notes(table.notes()));
  }

  private String marks(List<String> marks) {
    return marks.isEmpty() ? "" : "<p class=\"marks\">" + text(String.join("　", marks)) + "</p>";
  }

  private String head(Table table) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    List<Column> columns = table.columns();
    int depth = table.isGrouped() ? 2 : 1;
    for (int i = 0; i < columns.size(); i += table.groupWidth(i)) {
      Column column = columns.get(i);
      if (column.group() == null) {
        upper.append(
            "<th rowspan=\"%d\"%s>%s</th>"
                .formatted(
                    depth, i < table.labels() ? " class=\"name\"" : "", text(column.name())));
        continue;
      }
      upper.append(
          "<th colspan=\"%d\">%s</th>".formatted(table.groupWidth(i), text(column.group())));
      for (Column under : columns.subList(i, i + table.groupWidth(i))) {
        lower.append("<th>").append(text(under.name())).append("</th>");
      }
    }
    StringBuilder head = new StringBuilder("<tr>").append(upper).append("</tr>");
    if (depth == 2) {
      head.append("<tr>").append(lower).append("</tr>");
    }
    if (table.numbered()) {
      head.append("<tr class=\"numbers\"><th colspan=\"%d\">栏次</th>".formatted(table.labels()));
      for (int i = table.labels(); i < columns.size(); i++) {
        head.append("<th>").append(i - table.labels() + 1).append("</th>");
      }
      head.append("</tr>");
    }
    return head.toString();
  }

  /** The rows of one name are kept on one page. */
  private String body(Table table) {
    StringBuilder body = new StringBuilder();
    List<List<String>> rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      boolean first = table.startsGroup(i);
      boolean grouped = table.labels() > 1;
      if (first) {
        body.append(i == 0 ? "<tbody>" : "</tbody><tbody>");
      }
      body.append("<tr>");
      for (int column = 0; column < rows.get(i).size(); column++) {
        String cell = text(rows.get(i).get(column));
        if (column == 0 && grouped) {
          body.append(
              first ? "<th rowspan=\"%d\">%s</th>".formatted(table.groupSize(i), cell) : "");
        } else {
          body.append(column < table.labels() ? "<th>" + cell + "</th>" : "<td>" + cell + "</td>");
        }
      }
      body.append("</tr>");
    }
    return rows.isEmpty() ? "" : body.append("</tbody>").toString();
  }

  private String foot(List<String> foot) {
    StringBuilder html = new StringBuilder();
    foot.forEach(part -> html.append("<td>").append(text(part)).append("</td>"));
    return html.toString();
  }

  private String notes(List<String> notes) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < notes.size(); i++) {
      html.append("<p>").append(i + 1).append("．").append(text(notes.get(i))).append("</p>");
    }
    return html.toString();
  }

  private String text(String raw) {
    return Page.escaped(printable.apply(raw));
  }
}
