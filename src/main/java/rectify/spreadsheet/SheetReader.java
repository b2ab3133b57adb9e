package rectify.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import rectify.clean.CleanText;
import rectify.refusal.Refusal;
import rectify.typed.CellText;
import rectify.typed.SentText;

/**
 * The lines of an uploaded spreadsheet, CSV or the one visible sheet of an xlsx workbook, found by
 * its content and not by its name; unpacking takes no more memory than it should.
 */
public final class SheetReader {

  /** The largest file taken, in bytes. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /** What is said of a cell that is null. */
  public static final String UNREADABLE = "单元格是错误值（如#N/A、#REF!）、日期或没有计算结果的公式，请把该格设为文本格式并填写实际内容";

  /** More than any table of ours has; a file may say it has millions. */
  static final int MOST_COLUMNS = 200;

  private static final int MEMORY_TIMES = 300;

  /**
   * A line with any content.
   *
   * @param number as the spreadsheet shows it, from 1
   * @param cells null for one whose content is not what a person sees, see {@link #UNREADABLE}
   */
  public record Line(int number, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(cell -> cell != null && clean(cell).isEmpty());
    }
  }

  static final String DAMAGED = "Excel 文件已损坏或不是 .xlsx 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入";

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

  /**
   * Reads a file of the catalog: its lines below the header, without those that begin with #.
   *
   * @param fileName as it is named to whoever has to mend it
   * @param what it is, in Chinese
   * @throws Refusal if it has another header
   */
  public static List<Line> readCatalog(
      Resource file, String fileName, String what, List<String> header, int mostRows) {
    byte[] content;
    try {
      content = file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Line> lines =
        read(content, fileName, what, mostRows).stream()
            .filter(line -> !line.cells().get(0).startsWith("#"))
            .toList();
    if (lines.isEmpty() || !lines.get(0).cells().equals(header)) {
      throw new Refusal(fileName + " 的表头应为 " + String.join(",", header) + "，请改正");
    }
    return lines.subList(1, lines.size());
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
      lines.addAll(WorkbookReader.read(file, what, mostRows));
    } else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refusal("这是旧版 .xls 或加了密码的 Excel 文件，请去掉密码、另存为 .xlsx 或 CSV 后再导入");
    } else if (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new Refusal("文件名是 .xlsx，内容却不是 Excel 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入");
    } else {
      readCsv(decoded(file));
    }
  }

  /** Keeps a line unless it is blank; the header is one more than there may be. */
  static void add(Line line, List<Line> lines, int mostRows) {
    if (line.isBlank()) {
      return;
    }
    if (lines.size() > mostRows) {
      throw new Refusal("文件超过" + mostRows + "行，请拆分后分次导入");
    }
    lines.add(line);
  }

  /** A cell's text as it was meant: clean, and without what only marks it as text. */
  static String meant(String text) {
    return CellText.meant(CleanText.of(text));
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
    return SentText.of(file)
        .orElseThrow(
            () -> new Refusal("文件既不是 .xlsx 也不是 UTF-8 或 GB18030 编码的 CSV，请用 Excel 另存为其中一种后再导入"));
  }

  private void readCsv(String text) {
    CsvLimit.check(text);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrailingData(false).get();
    long last = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        last = record.getRecordNumber();
        List<String> cells = record.stream().map(SheetReader::meant).toList();
        add(new Line(Math.toIntExact(last), cells), lines, mostRows);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("第%d行附近的引号不成对，无法读取，请改正后再导入".formatted(last + 1));
    }
  }
}
