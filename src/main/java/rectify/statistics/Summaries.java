package rectify.statistics;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rectify.paper.Table;
import rectify.paper.Table.Column;

/** Tables as a form shows them: narrow enough for a page that shows other things too. */
final class Summaries {

  private Summaries() {}

  /** The sums by area, then by trade; the whole is what is printed. */
  static String reporting(Table table) {
    List<List<String>> all =
        table.rows().stream().filter(row -> row.get(0).equals(Figures.ALL)).toList();
    List<String> measures = all.stream().map(row -> row.get(1)).toList();
    List<List<String>> byArea =
        IntStream.range(table.labels(), table.columns().size())
            .mapToObj(column -> line(table.columns().get(column).name(), column(all, column)))
            .toList();
    int last = table.columns().size() - 1;
    List<List<String>> byTrade =
        table.rows().stream()
            .map(row -> row.get(0))
            .distinct()
            .map(
                trade ->
                    line(
                        trade,
                        column(
                            table.rows().stream().filter(row -> row.get(0).equals(trade)).toList(),
                            last)))
            .toList();
    return markdown(line("属地", measures), byArea)
        + "\n\n"
        + markdown(line("行业", measures), byTrade);
  }

  static String treatment(Table table) {
    return markdown(table.columns().stream().map(Summaries::heading).toList(), table.rows());
  }

  private static String heading(Column column) {
    return column.group() == null ? column.name() : column.group() + column.name();
  }

  private static List<String> column(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static List<String> line(String name, List<String> cells) {
    return Stream.concat(Stream.of(name), cells.stream()).toList();
  }

  private static String markdown(List<String> head, Collection<List<String>> rows) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("| " + String.join(" | ", head) + " |");
    lines.add("|---|" + "---:|".repeat(head.size() - 1));
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    return lines.toString();
  }
}
