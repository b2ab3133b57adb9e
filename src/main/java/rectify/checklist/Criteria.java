package rectify.checklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/**
 * The published criteria of major hazards, from the catalog's {@code major-criteria.csv}. A
 * criterion out of force stays in the file: old cases were judged by it.
 */
@Component
public class Criteria {

  private static final String FILE = "major-criteria.csv";
  private static final List<String> HEADER =
      List.of("code", "document", "clause", "text", "from", "to", "source", "checked", "review");
  private static final int MOST = 2_000;
  private static final String MARK = "涉及重大隐患判定";

  private final Map<String, Criterion> byCode = new LinkedHashMap<>();

  @Autowired
  Criteria(
      ResourceLoader resources, @Value("${rectify.catalog:classpath:catalog/}") String folder) {
    this(resources.getResource((folder.endsWith("/") ? folder : folder + "/") + FILE));
  }

  Criteria(Resource file) {
    for (SheetReader.Line line :
        SheetReader.readCatalog(file, FILE, "重大事故隐患判定标准目录", HEADER, MOST)) {
      Criterion criterion = criterion(line);
      if (byCode.putIfAbsent(criterion.code(), criterion) != null) {
        throw new Refusal(FILE + " 第 " + line.number() + " 行的代码与前面的行重复，请只留一行");
      }
    }
  }

  private static Criterion criterion(SheetReader.Line line) {
    List<String> cells = line.cells().stream().map(SheetReader::clean).toList();
    try {
      if (cells.size() == HEADER.size()
          && cells.get(0).matches("[A-Z]{2,3}[0-9-]{1,12}")
          && cells.get(1).contains("《")
          && cells.get(3).length() > 5
          && cells.get(6).length() > 5
          && Reading.ofLabel(cells.get(7)).isPresent()) {
        return new Criterion(
            cells.get(0),
            cells.get(1),
            cells.get(2),
            cells.get(3),
            LocalDate.parse(cells.get(4)),
            cells.get(5).isEmpty() ? null : LocalDate.parse(cells.get(5)),
            cells.get(6),
            Reading.ofLabel(cells.get(7)).orElseThrow(),
            LocalDate.parse(cells.get(8)));
      }
    } catch (DateTimeParseException e) {
      // refused below
    }
    throw new Refusal(
        FILE
            + " 第 "
            + line.number()
            + " 行应为代码、文件（带书名号）、条款、情形、施行日期、失效日期、来源、核对方式（原文、公开副本、记忆或市级默认）、复核日期，请改正");
  }

  public Optional<Criterion> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * What is to be noticed of an item whose failure may be a major hazard by what is in force on a
   * day, and that nobody has read the words if so; null of any other.
   */
  String mark(CheckItem item, LocalDate day) {
    return of(item, day)
        .map(criterion -> criterion.verified() ? MARK : MARK + "（条款待核对）")
        .orElse(null);
  }

  /**
   * How an item's criterion is cited in a check of a day; null of an item without one and of one
   * past its date. Neither a criterion nor an item that nobody compared with the original makes a
   * failure major by itself.
   */
  public String citation(CheckItem item, LocalDate day) {
    return of(item, day).map(it -> it.citation(item.checked() == Reading.ORIGINAL)).orElse(null);
  }

  private Optional<Criterion> of(CheckItem item, LocalDate day) {
    return Optional.ofNullable(item.criterion())
        .flatMap(this::find)
        .filter(criterion -> criterion.isInForce(day));
  }

  public List<Criterion> all() {
    return List.copyOf(byCode.values());
  }

  /** Those in force on a day. */
  public List<Criterion> on(LocalDate day) {
    return byCode.values().stream().filter(criterion -> criterion.isInForce(day)).toList();
  }
}
