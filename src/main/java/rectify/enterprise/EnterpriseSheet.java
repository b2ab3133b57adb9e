package rectify.enterprise;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rectify.document.Spreadsheet;
import rectify.engine.Refusal;

/**
 * The rows of an uploaded spreadsheet, CSV or xlsx, found by its content and not by its name.
 *
 * @param headerProblems what is wrong with the header; then there are no rows
 */
record EnterpriseSheet(List<Row> rows, List<ImportReport.Problem> headerProblems) {

  /** The largest file taken, in bytes. */
  static final int MOST_BYTES = 20 * 1024 * 1024;

  /** The most rows taken, the header not counted. */
  static final int MOST_ROWS = 50_000;

  /**
   * A row with any content.
   *
   * @param line its number as the spreadsheet shows it, from 1
   * @param problems cells that cannot be read at all
   */
  record Row(int line, Map<EnterpriseColumn, String> cells, List<ImportReport.Problem> problems) {}

  /** A row as the file has it; a null cell is one the spreadsheet itself calls an error. */
  record Line(int number, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(cell -> cell != null && EnterpriseCheck.clean(cell).isEmpty());
    }
  }

  /** Collects lines and stops a file that has too many. */
  static final class Lines {

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
      if (line.isBlank()) {
        return;
      }
      if (lines.size() > MOST_ROWS) {
        throw new Refusal("文件超过" + MOST_ROWS + "行，请拆分后分次导入");
      }
      lines.add(line);
    }
  }

  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠]");
  private static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * @throws Refusal if the file is no spreadsheet, too large, or damaged
   */
  static EnterpriseSheet read(byte[] file, String fileName) {
    if (file.length == 0) {
      throw new Refusal("文件是空的，请选择要导入的企业名册");
    }
    if (file.length > MOST_BYTES) {
      throw new Refusal("文件超过" + MOST_BYTES / 1024 / 1024 + "MB，请拆分后分次导入");
    }
    Lines lines = new Lines();
    if (startsWith(file, 'P', 'K', 3, 4)) {
      EnterpriseWorkbook.read(file, lines);
    } else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refusal("这是旧版 .xls 或加了密码的 Excel 文件，请去掉密码、另存为 .xlsx 或 CSV 后再导入");
    } else if (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new Refusal("文件名是 .xlsx，内容却不是 Excel 工作簿，请用 Excel 打开并另存为 .xlsx 后再导入");
    } else {
      readCsv(decoded(file), lines);
    }
    return ofLines(lines.lines);
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

  private static void readCsv(String text, Lines lines) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrailingData(false).get();
    long last = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        last = record.getRecordNumber();
        lines.add(new Line(Math.toIntExact(last), record.toList()));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("第%d行附近的引号不成对，无法读取，请改正后再导入".formatted(last + 1));
    }
  }

  private static EnterpriseSheet ofLines(List<Line> lines) {
    if (lines.isEmpty()) {
      throw new Refusal("文件里没有内容，第一行应为表头：" + headers());
    }
    Line header = lines.get(0);
    List<Optional<EnterpriseColumn>> columns = new ArrayList<>();
    List<ImportReport.Problem> problems = headerProblems(header, columns);
    if (!problems.isEmpty()) {
      return new EnterpriseSheet(List.of(), problems);
    }
    return new EnterpriseSheet(
        lines.stream().skip(1).map(line -> row(line, columns)).toList(), List.of());
  }

  private static String headers() {
    return String.join(
        "、", EnumSet.allOf(EnterpriseColumn.class).stream().map(EnterpriseColumn::header).toList());
  }

  private static List<ImportReport.Problem> headerProblems(
      Line header, List<Optional<EnterpriseColumn>> columns) {
    List<ImportReport.Problem> problems = new ArrayList<>();
    Set<EnterpriseColumn> seen = EnumSet.noneOf(EnterpriseColumn.class);
    for (String cell : header.cells()) {
      String name = cell == null ? "" : EnterpriseCheck.clean(cell).replaceAll("[ *＊]", "");
      Optional<EnterpriseColumn> column = EnterpriseColumn.ofHeader(name);
      columns.add(column);
      if (column.isPresent() && !seen.add(column.get())) {
        problems.add(problem(header, name, "表头里有两列“" + name + "”，请只留一列"));
      } else if (column.isEmpty() && !name.isEmpty()) {
        problems.add(problem(header, name, "不认识的列，请删去或改为规定的列名"));
      }
    }
    if (seen.isEmpty()) {
      return List.of(problem(header, "表头", "第一行不是表头，或各列之间不是英文逗号；表头应为：" + headers()));
    }
    for (EnterpriseColumn needed :
        List.of(
            EnterpriseColumn.CREDIT_CODE,
            EnterpriseColumn.NAME,
            EnterpriseColumn.SUBCATEGORY_CODE)) {
      if (!seen.contains(needed)) {
        problems.add(problem(header, needed.header(), "表头缺少这一列"));
      }
    }
    if (!seen.contains(EnterpriseColumn.TOWNSHIP_CODE)
        && !seen.contains(EnterpriseColumn.TOWNSHIP_NAME)) {
      problems.add(
          problem(header, EnterpriseColumn.TOWNSHIP_CODE.header(), "表头缺少“乡镇代码”或“乡镇名称”，至少要有一列"));
    }
    return problems;
  }

  private static ImportReport.Problem problem(Line line, String column, String reason) {
    return new ImportReport.Problem(line.number(), column, reason);
  }

  private static Row row(Line line, List<Optional<EnterpriseColumn>> columns) {
    Map<EnterpriseColumn, String> cells = new EnumMap<>(EnterpriseColumn.class);
    List<ImportReport.Problem> problems = new ArrayList<>();
    columns.forEach(column -> column.ifPresent(present -> cells.put(present, "")));
    for (int i = 0; i < line.cells().size(); i++) {
      String cell = line.cells().get(i);
      Optional<EnterpriseColumn> column = i < columns.size() ? columns.get(i) : Optional.empty();
      if (column.isPresent() && cell != null) {
        cells.put(column.get(), Spreadsheet.ofSafeText(cell));
      } else if (column.isPresent()) {
        problems.add(problem(line, column.get().header(), "单元格是错误值（如#N/A、#REF!），请改为实际内容"));
      } else if (cell == null || !EnterpriseCheck.clean(cell).isEmpty()) {
        problems.add(problem(line, "第" + (i + 1) + "列", "内容超出表头的列，请检查是否多了逗号，或给这一列加上表头"));
      }
    }
    return new Row(line.number(), cells, problems);
  }
}
