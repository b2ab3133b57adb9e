package rectify.paper;

import java.util.List;

/**
 * A table of figures as officials know it, in the words and figures it was drawn with.
 *
 * @param title such as 隐患排查治理情况统计表
 * @param area whose figures these are
 * @param period what time is counted, and until when
 * @param unit what the figures are counted in
 * @param columns from left to right
 * @param labels how many columns on the left name a row; rows with the same first name stand
 *     together
 * @param numbered whether the columns of figures carry numbers (栏次)
 * @param rows with a cell for each column
 * @param notes what is counted
 */
public record Table(
    String title,
    String area,
    String period,
    String unit,
    List<Column> columns,
    int labels,
    boolean numbered,
    List<List<String>> rows,
    List<String> notes) {

  /**
   * A column.
   *
   * @param group what stands above it and its neighbours of the same group; null if nothing does
   */
  public record Column(String group, String name) {}

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /**
   * What is printed around a table and is not part of it.
   *
   * @param number of the table, at the foot of each page
   * @param marks such as 未签发, above the title; may be empty
   * @param foot who signed and when, from left to right
   * @param organ whose table it is
   */
  public record Imprint(String number, List<String> marks, List<String> foot, String organ) {}

  /** Whether two rows that follow each other have the same first name. */
  boolean startsGroup(int row) {
    return row == 0 || !rows.get(row).get(0).equals(rows.get(row - 1).get(0));
  }

  /** How many rows from this one on share the first name. */
  int groupSize(int row) {
    int end = row + 1;
    while (end < rows.size() && !startsGroup(end)) {
      end++;
    }
    return end - row;
  }

  /** How many columns from this one on share the group; 1 for a column without. */
  int groupWidth(int column) {
    String group = columns.get(column).group();
    int end = column + 1;
    while (group != null && end < columns.size() && group.equals(columns.get(end).group())) {
      end++;
    }
    return end - column;
  }

  boolean isGrouped() {
    return columns.stream().anyMatch(column -> column.group() != null);
  }
}
