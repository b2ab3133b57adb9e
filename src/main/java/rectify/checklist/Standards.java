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
 * The one register of documents that guides and criteria cite, from the catalog's {@code
 * standards.csv}. A new edition is one line; the old one stays with its last day, so that what
 * still cites it is found.
 */
@Component
public class Standards {

  private static final String FILE = "standards.csv";
  private static final List<String> HEADER =
      List.of("title", "number", "from", "to", "replaced_by", "last", "checked", "review", "gap");
  private static final int MOST = 2_000;

  private final Map<String, Standard> byName = new LinkedHashMap<>();

  @Autowired
  Standards(
      ResourceLoader resources, @Value("${rectify.catalog:classpath:catalog/}") String folder) {
    this(resources.getResource((folder.endsWith("/") ? folder : folder + "/") + FILE));
  }

  Standards(Resource file) {
    for (SheetReader.Line line : SheetReader.readCatalog(file, FILE, "依据目录", HEADER, MOST)) {
      Standard standard = standard(line);
      if (byName.putIfAbsent(standard.name(), standard) != null) {
        throw new Refusal(FILE + " 第 " + line.number() + " 行与前面的行重复；新版本请写上自己的编号");
      }
    }
  }

  private static Standard standard(SheetReader.Line line) {
    List<String> cells = line.cells().stream().map(SheetReader::clean).toList();
    try {
      if (cells.size() == HEADER.size()
          && cells.get(0).length() > 1
          && cells.get(5).matches("\\d{0,3}")
          && Reading.ofLabel(cells.get(6)).isPresent()) {
        return new Standard(
            cells.get(0),
            cells.get(1),
            day(cells.get(2)),
            day(cells.get(3)),
            orNull(cells.get(4)),
            cells.get(5).isEmpty() ? null : Integer.valueOf(cells.get(5)),
            Reading.ofLabel(cells.get(6)).orElseThrow(),
            LocalDate.parse(cells.get(7)),
            orNull(cells.get(8)));
      }
    } catch (DateTimeParseException e) {
      // refused below
    }
    throw new Refusal(
        FILE
            + " 第 "
            + line.number()
            + " 行应为名称、编号、施行日期、失效日期、由什么代替、最后一条的条号、核对方式（原文、公开副本、记忆或市级默认）、复核日期、没有读到的部分，请改正");
  }

  private static LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  private static String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  public List<Standard> all() {
    return List.copyOf(byName.values());
  }

  /** The document as a basis or a criterion names it, with its brackets. */
  public Optional<Standard> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isKnown(Citation citation) {
    return byName.containsKey(citation.inWords());
  }

  /** Whether everything an item rests on is in force on a day; a city's own rule always is. */
  boolean hold(CheckItem item, LocalDate day) {
    return Citation.in(item.basis()).stream()
        .allMatch(it -> find(it.inWords()).filter(known -> known.isInForce(day)).isPresent());
  }

  /** The basis of an item as people read it on a day; one that is no longer in force says so. */
  public String cited(CheckItem item, LocalDate day) {
    return item.cited() + (hold(item, day) ? "" : "（依据已失效或尚未施行，待更新）");
  }

  /** Those whose last day is one of these. */
  List<Standard> ending(LocalDate from, LocalDate until) {
    return all().stream()
        .filter(it -> it.to() != null && !it.to().isBefore(from) && !it.to().isAfter(until))
        .toList();
  }
}
