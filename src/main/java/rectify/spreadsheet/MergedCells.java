package rectify.spreadsheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader.Line;

/**
 * Gives every line what it shows of a cell merged over several. Down, each line has the value;
 * across, each column the header names has it, while one column drawn over several stays one.
 */
final class MergedCells {

  private static final int MOST_FILLED = 2_000_000;

  private final List<Line> lines;
  private final List<String> header;
  private final Map<Integer, Integer> places = new HashMap<>();
  private long filled;

  private MergedCells(List<Line> lines) {
    this.lines = lines;
    this.header =
        lines.stream()
            .map(Line::cells)
            .filter(cells -> cells.get(0) == null || !cells.get(0).startsWith("#"))
            .findFirst()
            .orElse(List.of());
    for (int i = 0; i < lines.size(); i++) {
      places.put(lines.get(i).number(), i);
    }
  }

  /**
   * Fills the cells of lines, which are in the order of their numbers.
   *
   * @throws Refusal if more is merged than a person merges
   */
  static void fill(List<Line> lines, List<SheetLooks.Merge> merges) {
    if (!merges.isEmpty() && !lines.isEmpty()) {
      MergedCells cells = new MergedCells(lines);
      merges.forEach(cells::fill);
    }
  }

  private void fill(SheetLooks.Merge merge) {
    Integer top = places.get(merge.top());
    if (top == null || merge.left() >= lines.get(top).cells().size()) {
      return;
    }
    String shown = lines.get(top).cells().get(merge.left());
    for (int i = top; i < lines.size() && lines.get(i).number() <= merge.bottom(); i++) {
      List<String> cells = lines.get(i).cells();
      for (int column = merge.left(); column <= merge.right(); column++) {
        if (column >= SheetReader.MOST_COLUMNS) {
          break;
        }
        if (++filled > MOST_FILLED) {
          throw new Refusal("合并的单元格过多，请取消合并、逐行填写后再导入");
        }
        if (column == merge.left() || isNamed(column) && cells != header) {
          put(cells, column, shown);
        }
      }
    }
  }

  private boolean isNamed(int column) {
    return column < header.size()
        && header.get(column) != null
        && !SheetReader.clean(header.get(column)).isEmpty();
  }

  private static void put(List<String> cells, int column, String shown) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, shown);
  }
}
