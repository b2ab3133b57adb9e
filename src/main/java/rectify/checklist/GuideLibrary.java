package rectify.checklist;

import java.io.IOException;
import java.io.InputStream;
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

  private static final List<String> HEADER = List.of("code", "name", "trait");
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
      Jurisdictions jurisdictions) {
    this.folder = resources.getResource((folder.endsWith("/") ? folder : folder + "/") + "guides/");
    this.known =
        new GuideSheet.Known(traits::isKnown, criterion -> criteria.find(criterion).isPresent());
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
      guides.add(new GuideFile(entry.code(), entry.name(), sheet.items()));
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
    return GuideSheet.read(file, fileName, known, trait);
  }

  private record Entry(String code, String name, String trait) {}

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
        problems.add(where + "应有代码、名称和特征三列");
        continue;
      }
      Entry entry =
          new Entry(cells.get(0), cells.get(1), cells.get(2).isEmpty() ? null : cells.get(2));
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
    boolean exists =
        code.equals(GENERAL)
            || code.matches("\\d{2}")
                && jurisdictions.categories().stream().anyMatch(it -> it.code().equals(code))
            || code.matches("\\d{4}") && jurisdictions.findSubcategory(code).isPresent()
            || code.matches(TOPIC + "[a-z]{1,12}");
    if (!exists) {
      return "“" + code + "”不是通用指引、行业大类、行业小类或专题的代码";
    }
    if (entry.name().length() > LONGEST_NAME) {
      return "名称最多 " + LONGEST_NAME + " 个字";
    }
    if (code.startsWith(TOPIC) != (entry.trait() != null)) {
      return "专题指引应写明特征，其他指引不写";
    }
    return entry.trait() == null || traits.find(entry.trait()).isPresent()
        ? null
        : "没有“" + entry.trait() + "”这样的特征";
  }

  private GuideSheet sheet(Entry entry, List<String> problems) {
    String name = entry.code() + ".csv";
    GuideSheet sheet = GuideSheet.read(content(name), name, known, entry.trait());
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
