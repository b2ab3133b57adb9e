package rectify.checklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rectify.clean.CleanText;
import rectify.profile.Traits;
import rectify.spreadsheet.SheetReader;
import rectify.spreadsheet.Spreadsheet;

/**
 * The items of one guide as a spreadsheet has them, CSV or xlsx: the form the product ships and the
 * city edits.
 *
 * @param problems everything wrong; then the items are not to be used
 */
record GuideSheet(List<CheckItem> items, List<Problem> problems) {

  /**
   * Something wrong with a cell.
   *
   * @param line as a spreadsheet shows it, from 1
   */
  record Problem(
      @Schema(description = "行号，与电子表格一致") int line,
      @Schema(description = "列名") String column,
      @Schema(description = "原因") String reason) {}

  static final int MOST_ITEMS = 300;

  static final List<String> HEADER =
      List.of("条目", "部位", "检查内容", "检查方法", "依据", "重大隐患条款", "适用特征", "类别", "处置提示", "核对方式", "复核日期");

  /** What a reader of a sheet must know about the rest of the catalog. */
  record Known(
      Predicate<String> trait, Predicate<String> criterion, Predicate<Citation> document) {}

  /**
   * @param trait of every item that names none, or null
   * @param ofVisits whether the guide is one by which officers inspect
   * @throws rectify.refusal.Refusal if the file is no spreadsheet
   */
  static GuideSheet read(
      byte[] file, String fileName, Known known, String trait, boolean ofVisits) {
    Sheet sheet = new Sheet(known, trait, ofVisits);
    sheet.read(
        SheetReader.read(file, fileName, "检查指引", MOST_ITEMS).stream()
            .filter(line -> line.cells().get(0) == null || !line.cells().get(0).startsWith("#"))
            .toList());
    return new GuideSheet(List.copyOf(sheet.items), List.copyOf(sheet.problems));
  }

  static Spreadsheet write(String title, List<CheckItem> items) {
    Stream<List<String>> rows =
        items.stream()
            .map(
                item ->
                    List.of(
                        item.code(),
                        item.part(),
                        item.content(),
                        item.method(),
                        item.basis(),
                        item.criterion() == null ? "" : item.criterion(),
                        Traits.joined(item.traits()),
                        item.family().label(),
                        item.action() == null ? "" : item.action(),
                        item.checked().label(),
                        item.review().toString()));
    return new Spreadsheet(title, HEADER, rows);
  }

  private static final class Sheet {

    private final Known known;
    private final String trait;
    private final boolean ofVisits;
    private final List<CheckItem> items = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfCode = new HashMap<>();
    private final Map<String, Integer> lineOfContent = new HashMap<>();
    private SheetReader.Line line;

    Sheet(Known known, String trait, boolean ofVisits) {
      this.known = known;
      this.trait = trait;
      this.ofVisits = ofVisits;
    }

    void read(List<SheetReader.Line> lines) {
      boolean headed =
          !lines.isEmpty()
              && lines.get(0).cells().stream().map(SheetReader::clean).toList().equals(HEADER);
      if (!headed) {
        int number = lines.isEmpty() ? 1 : lines.get(0).number();
        problems.add(new Problem(number, "表头", "表头应依次为：" + String.join("、", HEADER) + "，请改正"));
        return;
      }
      if (lines.size() == 1) {
        problems.add(new Problem(lines.get(0).number(), "条目", "没有任何条目，请至少填写一条"));
      }
      lines.stream().skip(1).forEach(this::item);
    }

    private void item(SheetReader.Line next) {
      line = next;
      if (line.cells().size() > HEADER.size()) {
        wrong("第" + (HEADER.size() + 1) + "列", "内容超出表头的列，请检查是否多了逗号");
      }
      String code = CleanText.code(text(0, 1, 10));
      if (!code.isEmpty() && !code.matches("[A-Z]?\\d{2,3}")) {
        wrong("条目", "“" + code + "”不正确，应为两到三位数字，前面可有一个大写字母");
      }
      once(lineOfCode, code, "条目");
      String content = text(2, 8, 300);
      once(lineOfContent, content, "检查内容");
      String basis = basis();
      Family family = family();
      items.add(
          new CheckItem(
              0,
              code,
              text(1, 1, 40),
              content,
              text(3, 4, 200),
              basis,
              criterion(),
              traits(),
              family,
              action(family),
              checked(basis),
              review()));
    }

    private String basis() {
      String basis = text(4, 4, 200);
      if (basis.isEmpty() || basis.equals(CheckItem.CITY_DEFAULT)) {
        return basis;
      }
      List<Citation> cited = Citation.in(basis);
      if (cited.isEmpty()) {
        wrong("依据", "依据应写明文件名称（带书名号），没有文件依据的写“" + CheckItem.CITY_DEFAULT + "”");
      }
      cited.stream()
          .filter(known.document().negate())
          .forEach(it -> wrong("依据", "“" + it.inWords() + "”不在依据目录中，请先在依据目录登记该文件或更正名称、编号"));
      return basis;
    }

    private String action(Family family) {
      String action = cell(8);
      if (action.length() > 60) {
        wrong("处置提示", "最多 60 个字，请精简");
      }
      if (!action.isEmpty() && family == Family.SELF) {
        wrong("处置提示", "自查条目由企业自己整改，不写处置提示，请清空");
      }
      return action.isEmpty() ? null : action;
    }

    private Reading checked(String basis) {
      Reading checked = Reading.ofLabel(cell(9)).orElse(null);
      if (checked == null) {
        wrong("核对方式", "应为原文、公开副本、记忆或市级默认");
        return Reading.MEMORY;
      }
      if (basis.equals(CheckItem.CITY_DEFAULT) != (checked == Reading.CITY_DEFAULT)) {
        wrong("核对方式", "依据为“" + CheckItem.CITY_DEFAULT + "”的写市级默认，其他依据不能写市级默认");
      }
      return checked;
    }

    private LocalDate review() {
      try {
        return LocalDate.parse(cell(10));
      } catch (DateTimeParseException e) {
        wrong("复核日期", "应为最迟再核对一次的日期，如 2027-06-30");
        return null;
      }
    }

    private String criterion() {
      String criterion = CleanText.code(cell(5));
      if (criterion.isEmpty()) {
        return null;
      }
      if (!known.criterion().test(criterion)) {
        wrong("重大隐患条款", "没有代码为“" + criterion + "”的判定条款，请核对判定标准目录");
      }
      return criterion;
    }

    private Set<String> traits() {
      Set<String> traits = Traits.split(cell(6));
      traits.stream()
          .filter(known.trait().negate())
          .forEach(unknown -> wrong("适用特征", "没有“" + unknown + "”这样的特征，请从特征目录中选择"));
      return traits.isEmpty() && trait != null ? Set.of(trait) : traits;
    }

    private Family family() {
      Family family = Family.ofLabel(cell(7)).orElse(null);
      if (family == null || (family == Family.INSPECTION) != ofVisits) {
        wrong("类别", ofVisits ? "监督检查指引的条目应为检查" : "自查指引的条目应为自查；执法人员也要逐条看的为两者");
        return ofVisits ? Family.INSPECTION : Family.BOTH;
      }
      return family;
    }

    private void once(Map<String, Integer> lines, String value, String column) {
      Integer before = value.isEmpty() ? null : lines.putIfAbsent(value, line.number());
      if (before != null) {
        wrong(column, "与第" + before + "行重复，请只保留一行");
      }
    }

    private String text(int column, int shortest, int longest) {
      String text = cell(column);
      if (text.isEmpty()) {
        wrong(HEADER.get(column), "不能为空，请填写");
      } else if (text.length() < shortest) {
        wrong(HEADER.get(column), "至少 " + shortest + " 个字，请写清楚到现场能够判断");
      } else if (text.length() > longest) {
        wrong(HEADER.get(column), "最多 " + longest + " 个字，请拆成几条或精简");
      }
      return text;
    }

    private String cell(int column) {
      if (column >= line.cells().size()) {
        return "";
      }
      String cell = line.cells().get(column);
      if (cell == null) {
        wrong(HEADER.get(column), SheetReader.UNREADABLE);
        return "";
      }
      return SheetReader.clean(cell);
    }

    private void wrong(String column, String reason) {
      problems.add(new Problem(line.number(), column, reason));
    }
  }
}
