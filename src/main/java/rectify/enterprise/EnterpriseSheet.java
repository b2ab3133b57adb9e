package rectify.enterprise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.multipart.MultipartFile;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;
import rectify.spreadsheet.SheetReader.Line;

/**
 * The rows of an uploaded spreadsheet, CSV or xlsx, found by its content and not by its name.
 *
 * @param headerProblems what is wrong with the header; then there are no rows
 */
record EnterpriseSheet(List<Row> rows, List<ImportReport.Problem> headerProblems) {

  /** The most rows taken, the header not counted. */
  static final int MOST_ROWS = 50_000;

  /**
   * A row with any content.
   *
   * @param line its number as the spreadsheet shows it, from 1
   * @param problems cells that cannot be read at all
   */
  record Row(int line, Map<EnterpriseColumn, String> cells, List<ImportReport.Problem> problems) {}

  /**
   * @throws Refusal if the file is no spreadsheet, too large, or damaged
   */
  static EnterpriseSheet read(byte[] file, String fileName) {
    return ofLines(SheetReader.read(file, fileName, "企业名册", MOST_ROWS));
  }

  static EnterpriseSheet read(MultipartFile file) {
    try {
      return read(file.getBytes(), file.getOriginalFilename());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
        cells.put(column.get(), cell);
      } else if (column.isPresent()) {
        problems.add(problem(line, column.get().header(), SheetReader.UNREADABLE));
      } else if (cell == null || !EnterpriseCheck.clean(cell).isEmpty()) {
        problems.add(problem(line, "第" + (i + 1) + "列", "内容超出表头的列，请检查是否多了逗号，或给这一列加上表头"));
      }
    }
    return new Row(line.number(), cells, problems);
  }
}
