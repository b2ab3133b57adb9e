package rectify.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import rectify.engine.CleanText;
import rectify.engine.Refusal;

/**
 * The lines of an uploaded spreadsheet, CSV or the first sheet of an xlsx workbook, found by its
 * content and not by its name; unpacking takes no more memory than it should.
 */
public final class SheetReader {

  /** The largest file taken, in bytes. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /** More than any table of ours has; a file may say it has millions. */
  static final int MOST_COLUMNS = 200;

  private static final int LONGEST_CELL = 32_767;
  private static final int MEMORY_TIMES = 300;

  /**
   * A line with any content.
   *
   * @param number as the spreadsheet shows it, from 1
   * @param cells null for one the spreadsheet itself calls an error
   */
  public record Line(int number, List<String> cells) {

    private boolean isBlank() {
      return cells.stream().allMatch(cell -> cell != null && clean(cell).isEmpty());
    }
  }

  private static final Pattern ERROR_VALUE = Pattern.compile("#(N/A|[A-Z0/]+[!?])");
  private static final int LONGEST_NUMBER = 40;
  private static final int EXACT_DIGITS = 15;
  static final String DAMAGED = "Excel 文件已损坏或不是 .xlsx 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入";

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final String what;
  private final int mostRows;
  private final List<Line> lines = new ArrayList<>();

  private SheetReader(String what, int mostRows) {
    this.what = what;
    this.mostRows = mostRows;
  }

  /**
   * Reads every line with any content, the header among them.
   *
   * @param what Chinese, what the file should be, such as 企业名册
   * @param mostRows the header not counted
   * @throws Refusal if the file is no spreadsheet, too large, or damaged
   */
  public static List<Line> read(byte[] file, String fileName, String what, int mostRows) {
    SheetReader reader = new SheetReader(what, mostRows);
    reader.read(file, fileName);
    return reader.lines;
  }

  /** Bytes of memory it may take to read a file of this size, a packed one among them. */
  public static long memory(long size) {
    return size * MEMORY_TIMES;
  }

  /** Text without what nobody sees: format characters, blanks at its ends, blanks in a row. */
  public static String clean(String typed) {
    return CleanText.line(typed);
  }

  private void read(byte[] file, String fileName) {
    if (file.length == 0) {
      throw new Refusal("文件是空的，请选择要导入的" + what);
    }
    if (file.length > MOST_BYTES) {
      throw new Refusal("文件超过" + MOST_BYTES / 1024 / 1024 + "MB，请拆分后分次导入");
    }
    if (startsWith(file, 'P', 'K', 3, 4)) {
      readWorkbook(file);
    } else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refusal("这是旧版 .xls 或加了密码的 Excel 文件，请去掉密码、另存为 .xlsx 或 CSV 后再导入");
    } else if (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new Refusal("文件名是 .xlsx，内容却不是 Excel 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入");
    } else {
      readCsv(decoded(file));
    }
  }

  private void add(Line line) {
    if (line.isBlank()) {
      return;
    }
    if (lines.size() > mostRows) {
      throw new Refusal("文件超过" + mostRows + "行，请拆分后分次导入");
    }
    lines.add(line);
  }

  private static boolean startsWith(byte[] file, int... signature) {
    if (file.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((file[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] file) {
    if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
      throw new Refusal("文件是 UTF-16 编码，请另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再导入");
    }
    int from = startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try {
        String text =
            charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
        if (text.indexOf('\0') < 0) {
          return text;
        }
      } catch (CharacterCodingException e) {
        // the next one may fit
      }
    }
    throw new Refusal("文件既不是 .xlsx 也不是 UTF-8 或 GB18030 编码的 CSV，请用 Excel 另存为其中一种后再导入");
  }

  private void readCsv(String text) {
    CsvLimit.check(text);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrailingData(false).get();
    long last = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        last = record.getRecordNumber();
        add(new Line(Math.toIntExact(last), record.stream().map(CleanText::of).toList()));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("第%d行附近的引号不成对，无法读取，请改正后再导入".formatted(last + 1));
    }
  }

  private void readWorkbook(byte[] file) {
    try {
      WorkbookLimit.check(file, what);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(file), new ReadingOptions(false, true));
          Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        rows.forEach(row -> add(line(row)));
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new Refusal(DAMAGED);
    }
  }

  private static Line line(Row row) {
    if (row.getCellCount() > MOST_COLUMNS) {
      throw new Refusal("第%d行超过%d列，请删去右侧多余的列后再导入".formatted(row.getRowNum(), MOST_COLUMNS));
    }
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      String text = cell == null ? "" : text(cell);
      if (text != null && text.length() > LONGEST_CELL) {
        throw new Refusal("第%d行有一格超过%d字，请缩短后再导入".formatted(row.getRowNum(), LONGEST_CELL));
      }
      cells.add(CleanText.of(text));
    }
    return new Line(row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.ERROR || ERROR_VALUE.matcher(cell.getText()).matches()) {
      return null;
    }
    if (cell.getValue() instanceof BigDecimal number) {
      boolean sane = Math.abs((long) number.scale()) + number.precision() <= LONGEST_NUMBER;
      return sane ? digits(number.stripTrailingZeros()) : number.toString();
    }
    return cell.getText();
  }

  /** All digits, or the scientific form if a spreadsheet has already dropped the last ones. */
  private static String digits(BigDecimal number) {
    boolean lossy = number.scale() < 0 && number.precision() - number.scale() > EXACT_DIGITS;
    return lossy ? number.unscaledValue() + "E" + -number.scale() : number.toPlainString();
  }
}
