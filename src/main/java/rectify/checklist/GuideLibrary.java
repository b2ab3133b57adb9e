package rectify.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import rectify.jurisdiction.Jurisdictions;
import rectify.profile.Traits;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/**
 * The guides as files: {@code guides/index.csv} and one file for each guide beside it. The code of
 * a guide says whom it is for: everybody, a category, a sub-category, or whoever has a trait.
 */
@Component
class GuideLibrary {

  static final String GENERAL = "general";

  /** How the code of a guide begins that is for whoever has its trait. */
  static final String TOPIC = "topic-";

  /** How the code of a guide begins by which officers inspect. */
  static final String VISIT = "visit-";

  private static final List<String> HEADER = List.of("code", "name", "trait", "looked");
  private static final int MOST_GUIDES = 500;
  private static final int LONGEST_NAME = 100;

  private final Resource folder;
  private final GuideSheet.Known known;
  private final Traits traits;
  private final Jurisdictions jurisdictions;

  GuideLibrary(
      ResourceLoader resources,
      @Value("${rectify.catalog:classpath:catalog/}") String folder,
      Traits traits,
      Criteria criteria,
      Standards standards,
      Jurisdictions jurisdictions) {
    this.folder = resources.getResource((folder.endsWith("/") ? folder : folder + "/") + "guides/");
    this.known =
        new GuideSheet.Known(
            traits::isKnown, criterion -> criteria.find(criterion).isPresent(), standards::isKnown);
    this.traits = traits;
    this.jurisdictions = jurisdictions;
  }

  /**
   * Every guide there is a file of.
   *
   * @throws Refusal listing everything wrong in every file
   */
  List<GuideFile> read() {
    List<String> problems = new ArrayList<>();
    List<GuideFile> guides = new ArrayList<>();
    for (Entry entry : entries(problems)) {
      GuideSheet sheet = sheet(entry, problems);
      guides.add(new GuideFile(entry.code(), entry.name(), entry.lookedAt(), sheet.items()));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(
          "检查指引文件有 " + problems.size() + " 处错误，请改正后重试：\n" + String.join("\n", problems));
    }
    return guides;
  }

  /** What a city's file says of a guide, to be stored or refused. */
  GuideSheet read(String code, byte[] file, String fileName) {
    String trait =
        entries(new ArrayList<>()).stream()
            .filter(entry -> entry.code().equals(code))
            .flatMap(entry -> Stream.ofNullable(entry.trait()))
            .findFirst()
            .orElse(null);
    return GuideSheet.read(file, fileName, known, trait, code.startsWith(VISIT));
  }

  private record Entry(String code, String name, String trait, LocalDate lookedAt) {}

  private List<Entry> entries(List<String> problems) {
    List<Entry> entries = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    List<SheetReader.Line> lines =
        SheetReader.read(content("index.csv"), "index.csv", "指引目录", MOST_GUIDES).stream()
            .filter(line -> !line.cells().get(0).startsWith("#"))
            .toList();
    if (lines.isEmpty() || !lines.get(0).cells().equals(HEADER)) {
      throw new Refusal("guides/index.csv 的表头应为 " + String.join(",", HEADER) + "，请改正");
    }
    for (SheetReader.Line line : lines.subList(1, lines.size())) {
      List<String> cells = line.cells().stream().map(SheetReader::clean).toList();
      String where = "index.csv 第 " + line.number() + " 行：";
      if (cells.size() != HEADER.size() || cells.get(1).isEmpty()) {
        problems.add(where + "应有代码、名称、特征和最近通读日期四列");
        continue;
      }
      Entry entry =
          new Entry(
              cells.get(0),
              cells.get(1),
              cells.get(2).isEmpty() ? null : cells.get(2),
              day(cells.get(3)));
      String wrong = wrong(entry);
      if (wrong != null || !codes.add(entry.code())) {
        problems.add(where + (wrong == null ? "代码重复" : wrong));
      }
      entries.add(entry);
    }
    return entries;
  }

  private String wrong(Entry entry) {
    String code = entry.code();
    if (!isCode(code)) {
      return "“" + code + "”不是通用指引、行业大类、行业小类或专题的代码；监督检查指引的代码前加 " + VISIT;
    }
    if (entry.name().length() > LONGEST_NAME) {
      return "名称最多 " + LONGEST_NAME + " 个字";
    }
    if (isOfTopic(code) != (entry.trait() != null)) {
      return "专题指引应写明特征，其他指引不写";
    }
    if (entry.lookedAt() == null) {
      return "最近通读日期应写成 2026-11-28 的样子";
    }
    return entry.trait() == null || traits.find(entry.trait()).isPresent()
        ? null
        : "没有“" + entry.trait() + "”这样的特征";
  }

  /** Whether there may be a guide of this code. */
  boolean isCode(String code) {
    String whose = code.startsWith(VISIT) ? code.substring(VISIT.length()) : code;
    return whose.equals(GENERAL)
        || whose.matches("\\d{2}")
            && jurisdictions.categories().stream().anyMatch(it -> it.code().equals(whose))
        || whose.matches("\\d{4}") && jurisdictions.findSubcategory(whose).isPresent()
        || isOfTopic(code);
  }

  static boolean isGeneral(String code) {
    return code.equals(GENERAL) || code.equals(VISIT + GENERAL);
  }

  /** Whether a guide is for whoever has a trait. */
  static boolean isOfTopic(String code) {
    return code.matches("(" + TOPIC + "|" + VISIT + ")[a-z]{1,12}") && !isGeneral(code);
  }

  private static LocalDate day(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private GuideSheet sheet(Entry entry, List<String> problems) {
    String name = entry.code() + ".csv";
    GuideSheet sheet =
        GuideSheet.read(content(name), name, known, entry.trait(), entry.code().startsWith(VISIT));
    sheet
        .problems()
        .forEach(
            it ->
                problems.add(name + " 第 " + it.line() + " 行“" + it.column() + "”列：" + it.reason()));
    return sheet;
  }

  private byte[] content(String name) {
    try {
      Resource file = folder.createRelative(name);
      try (InputStream in = file.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new Refusal("找不到检查指引文件 guides/" + name + "，请放到目录中");
    }
  }
}
