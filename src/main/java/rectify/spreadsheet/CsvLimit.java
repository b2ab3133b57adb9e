package rectify.spreadsheet;

import rectify.refusal.Refusal;

/**
 * Looks through a CSV before it is taken apart: a line of nothing but commas becomes an object for
 * each of them. Counts as the parser does, so that a comma within quotes is text.
 */
final class CsvLimit {

  private static final int LONGEST_CELL = 32_767;
  private static final int MOST_LINES = 200_000;

  private CsvLimit() {}

  static void check(String text) {
    int line = 1;
    int columns = 1;
    int cell = 0;
    boolean quoted = false;
    boolean closedJustNow = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      boolean closed = closedJustNow;
      closedJustNow = false;
      if (next == '"' && (quoted || cell == 0 || closed)) {
        closedJustNow = quoted;
        quoted = !quoted;
        cell++;
      } else if (!quoted && (next == ',' || next == '\n' || next == '\r')) {
        columns = next == ',' ? columns + 1 : 1;
        cell = 0;
        line += next == '\n' ? 1 : 0;
      } else {
        cell++;
      }
      if (columns > SheetReader.MOST_COLUMNS) {
        throw new Refusal("第%d行超过%d列，请删去多余的列后再导入".formatted(line, SheetReader.MOST_COLUMNS));
      }
      if (cell > LONGEST_CELL) {
        throw new Refusal("第%d行有一格超过%d字，或引号不成对，请改正后再导入".formatted(line, LONGEST_CELL));
      }
      if (line > MOST_LINES) {
        throw new Refusal("文件超过%d行，请删去多余的空行，拆分后分次导入".formatted(MOST_LINES));
      }
    }
  }
}
