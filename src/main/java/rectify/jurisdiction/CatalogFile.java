package rectify.jurisdiction;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import rectify.clean.CleanText;
import rectify.typed.CellText;
import rectify.typed.SentText;

/** One catalog file, read cell by cell; whatever is wrong is noted and reading goes on. */
final class CatalogFile {

  /**
   * Something wrong in a file; line 0 means the file as a whole, an empty column the whole line.
   */
  record Problem(String file, long line, String column, String reason) {

    String sentence() {
      return file
          + (line > 0 ? " 第 " + line + " 行" : "")
          + (column.isEmpty() ? "" : "“" + column + "”列")
          + "："
          + reason;
    }
  }

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setCommentMarker('#').setTrim(true).get();

  private final String name;
  private final List<Problem> problems;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  CatalogFile(Resource folder, String name, List<String> header, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
    read(folder, header);
  }

  List<Row> rows() {
    return rows;
  }

  private void read(Resource folder, List<String> header) {
    try {
      Resource file = folder.createRelative(name);
      if (!file.exists()) {
        report(0, "", "找不到这个文件，请放到目录 " + folder.getDescription() + " 中。");
        return;
      }
      parse(text(file), header);
    } catch (CharacterCodingException e) {
      report(0, "", "既不是 UTF-8 也不是 GBK 编码，请另存为“CSV UTF-8”后重试。");
    } catch (IOException | UncheckedIOException e) {
      report(0, "", "不是正确的 CSV 文件（" + e.getMessage() + "），请检查引号是否成对。");
    }
  }

  private static String text(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return SentText.of(in.readAllBytes()).orElseThrow(CharacterCodingException::new);
    }
  }

  private void parse(String text, List<String> header) throws IOException {
    boolean headerSeen = false;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (!headerSeen) {
          headerSeen = true;
          if (!record.stream().map(CatalogFile::cell).toList().equals(header)) {
            report(line, "", "表头应为 " + String.join(",", header) + "，请改正。");
            return;
          }
        } else if (record.size() != header.size()) {
          report(line, "", "有 " + record.size() + " 列，应为 " + header.size() + " 列，请补齐或删去多余的逗号。");
        } else {
          Map<String, String> cells = new HashMap<>();
          for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), cell(record.get(i)));
          }
          rows.add(new Row(line, cells));
        }
      }
    }
    if (!headerSeen) {
      report(0, "", "文件是空的，第一行应为 " + String.join(",", header) + "。");
    }
  }

  /** As whoever edited the file in a spreadsheet meant it, and without what nobody sees. */
  private static String cell(String text) {
    return CleanText.line(CellText.meant(CleanText.line(text)));
  }

  private void report(long line, String column, String reason) {
    problems.add(new Problem(name, line, column, reason));
  }

  /** One line. A bad cell yields an empty text or false, and a problem. */
  final class Row {

    private final long line;
    private final Map<String, String> cells;

    private Row(long line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /** Text that must be there. */
    String text(String column, int longest) {
      String value = cells.get(column);
      if (value.isEmpty()) {
        report(line, column, "不能为空，请填写。");
      } else if (value.length() > longest) {
        report(line, column, "“" + value + "”太长，最多 " + longest + " 个字。");
      }
      return value;
    }

    /** Text that may be missing; null then. */
    String optional(String column, int longest) {
      return cells.get(column).isEmpty() ? null : text(column, longest);
    }

    /** Text of a given shape. */
    String shaped(String column, String pattern, String shape) {
      String value = cells.get(column);
      if (!value.matches(pattern)) {
        report(line, column, "“" + value + "”不正确，应为" + shape + "。");
      }
      return value;
    }

    /** A code another file explains. */
    String known(String column, Predicate<String> known, String where) {
      String value = cells.get(column);
      if (!known.test(value)) {
        report(line, column, "“" + value + "”不在" + where + "中，请改正或先在那里补上。");
      }
      return value;
    }

    /** A code another file explains, or null if the cell is empty. */
    String optionallyKnown(String column, Predicate<String> known, String where) {
      return Optional.of(cells.get(column))
          .filter(value -> !value.isEmpty())
          .map(value -> known(column, known, where))
          .orElse(null);
    }

    boolean flag(String column) {
      return shaped(column, "true|false", " true 或 false").equals("true");
    }

    /** Notes a key that an earlier line already has. */
    void unique(String column, String key) {
      if (!keys.add(column + "=" + key)) {
        report(line, column, "“" + key + "”与前面的行重复，只能保留一行。");
      }
    }

    void wrong(String column, String reason) {
      report(line, column, reason);
    }
  }
}
