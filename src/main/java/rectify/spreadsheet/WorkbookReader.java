package rectify.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader.Line;

/**
 * The lines of the one sheet of a workbook that is shown and has any: as a person sees them who
 * opens it. A cell whose content is another than it shows is null.
 */
final class WorkbookReader {

  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_NUMBER = 40;
  private static final int EXACT_DIGITS = 15;
  private static final Pattern ERROR_VALUE = Pattern.compile("#(N/A|[A-Z0/]+[!?])");

  /**
   * How a workbook writes what XML cannot hold, a literal _x000D_ among it (ECMA-376, 22.9.2.19).
   */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final Pattern LITERAL = Pattern.compile("(?s)\"(?:[^\"]|\"\")*\"");
  private static final Pattern ZEROS = Pattern.compile("0{2,40}");
  private static final Pattern NO_DATE =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|General");

  private final SheetLooks looks;
  private final int mostRows;

  private WorkbookReader(SheetLooks looks, int mostRows) {
    this.looks = looks;
    this.mostRows = mostRows;
  }

  /**
   * Reads a workbook.
   *
   * @throws Refusal if it is damaged, or nobody can tell which of its sheets is meant
   */
  static List<Line> read(byte[] file, String what, int mostRows) {
    try {
      WorkbookReader reader = new WorkbookReader(WorkbookLimit.check(file, what), mostRows);
      try (ReadableWorkbook workbook = opened(file)) {
        return reader.onlyOne(workbook);
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new Refusal(SheetReader.DAMAGED);
    }
  }

  private static ReadableWorkbook opened(byte[] file) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
    } catch (ExcelReaderException withoutStyles) {
      // which no cell can have a format from then
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
    }
  }

  private List<Line> onlyOne(ReadableWorkbook workbook) throws IOException {
    List<Line> lines = List.of();
    List<String> filled = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      List<Line> own = looks.isVisible(sheet.getIndex()) ? lines(sheet) : List.of();
      if (!own.isEmpty()) {
        filled.add(sheet.getName());
        lines = own;
      }
    }
    if (filled.size() > 1) {
      throw new Refusal(
          "工作簿里有%d张有内容的工作表（%s），无法判断要导入哪一张，请只保留一张，其余的删去或隐藏后再导入"
              .formatted(
                  filled.size(), filled.stream().limit(10).collect(Collectors.joining("、"))));
    }
    return lines;
  }

  private List<Line> lines(Sheet sheet) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
        SheetReader.add(line(it.next(), sheet.getIndex()), lines, mostRows);
      }
    }
    SheetLooks.Look look = looks.of(sheet.getIndex());
    List<String> hidden =
        lines.stream()
            .map(Line::number)
            .filter(look::hides)
            .map(number -> number.toString())
            .toList();
    if (!hidden.isEmpty()) {
      throw new Refusal(
          "工作表“%s”有%d行被隐藏或筛选掉了（第%s行%s），请取消隐藏和筛选，或删去这些行后再导入"
              .formatted(
                  sheet.getName(),
                  hidden.size(),
                  String.join("、", hidden.subList(0, Math.min(5, hidden.size()))),
                  hidden.size() > 5 ? "等" : ""));
    }
    MergedCells.fill(lines, look.merges());
    return lines;
  }

  private Line line(Row row, int sheet) {
    if (row.getCellCount() > SheetReader.MOST_COLUMNS) {
      throw new Refusal(
          "第%d行超过%d列，请删去右侧多余的列后再导入".formatted(row.getRowNum(), SheetReader.MOST_COLUMNS));
    }
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      String text = cell == null ? "" : text(cell, sheet);
      if (text != null && text.length() > LONGEST_CELL) {
        throw new Refusal("第%d行有一格超过%d字，请缩短后再导入".formatted(row.getRowNum(), LONGEST_CELL));
      }
      cells.add(SheetReader.meant(text));
    }
    return new Line(row.getRowNum(), cells);
  }

  private String text(Cell cell, int sheet) {
    String formula = cell.getFormula();
    if (formula != null && LITERAL.matcher(formula).matches()) {
      return "=" + formula;
    }
    if (looks.isUncalculated(sheet, cell.getAddress().toString())
        || formula != null && looks.isCalculatedWhenOpened()) {
      return null;
    }
    if (cell.getType() == CellType.ERROR || ERROR_VALUE.matcher(cell.getText()).matches()) {
      return null;
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return isDate(cell) ? null : number(number, cell.getDataFormatString());
    }
    return decoded(cell.getText());
  }

  private static String number(BigDecimal number, String format) {
    boolean sane = Math.abs((long) number.scale()) + number.precision() <= LONGEST_NUMBER;
    if (!sane) {
      return number.toString();
    }
    String digits = digits(number.stripTrailingZeros());
    // a code shown as 0414 is the number 414 in the format 0000
    boolean padded = format != null && ZEROS.matcher(format).matches() && digits.matches("\\d+");
    return padded ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits;
  }

  /** All digits, or the scientific form if a spreadsheet has already dropped the last ones. */
  private static String digits(BigDecimal number) {
    boolean lossy = number.scale() < 0 && number.precision() - number.scale() > EXACT_DIGITS;
    return lossy ? number.unscaledValue() + "E" + -number.scale() : number.toPlainString();
  }

  /** Whether a person sees a day or a time where the file has a number, as of a house 2-1. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (format != null && !format.isEmpty()) {
      return NO_DATE.matcher(format).replaceAll("").matches("(?s).*[ymdhsYMDHSeE年月日时分秒].*")
          && !format.matches("(?s).*[0#][eE][+-].*");
    }
    return id != null
        && (id >= 14 && id <= 22
            || id >= 27 && id <= 36
            || id >= 45 && id <= 47
            || id >= 50 && id <= 58);
  }

  private static String decoded(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        : text;
  }
}
