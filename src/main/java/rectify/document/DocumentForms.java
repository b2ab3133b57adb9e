package rectify.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import rectify.identity.GroupIds;
import rectify.paper.DocumentKind;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

/**
 * The forms of documents by kind of authority, from the catalog's {@code document-forms.csv}. A
 * township has no power of 安全生产法 art. 65 of its own: unless {@code delegations.csv} names it, it
 * advises and reports.
 */
@Component
public class DocumentForms {

  private static final List<String> HEADER =
      List.of(
          "authority",
          "kind",
          "title",
          "word",
          "basis",
          "demand",
          "review",
          "own",
          "checked",
          "source");
  private static final String ANY_COURT = "有管辖权的人民法院";

  private record Delegation(String township, LocalDate from, LocalDate to) {}

  private final ResourceLoader resources;
  private final String folder;
  private final Clock clock;
  private final Map<String, DocumentForm> forms = new LinkedHashMap<>();
  private final Map<String, String> courts = new LinkedHashMap<>();
  private final List<Delegation> delegations = new ArrayList<>();

  DocumentForms(
      ResourceLoader resources,
      @Value("${rectify.catalog:classpath:catalog/}") String folder,
      Clock clock) {
    this.resources = resources;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
    this.clock = clock;
    lines("document-forms.csv", HEADER).forEach(this::form);
    lines("courts.csv", List.of("area_code", "court", "checked"))
        .forEach(cells -> courts.put(cells.get(0), cells.get(1)));
    lines("delegations.csv", List.of("township_code", "basis", "from", "to"))
        .forEach(
            cells ->
                delegations.add(
                    new Delegation(cells.get(0), day(cells.get(2)), day(cells.get(3)))));
  }

  private void form(List<String> cells) {
    DocumentKind kind = DocumentKind.valueOf(cells.get(1));
    DocumentForm form =
        new DocumentForm(
            cells.get(2),
            cells.get(3),
            cells.get(4),
            cells.get(5),
            DocumentForm.Review.valueOf(cells.get(6).toUpperCase(Locale.ROOT)),
            Boolean.parseBoolean(cells.get(7)));
    if (!form.basis().contains("《") || forms.putIfAbsent(key(cells.get(0), kind), form) != null) {
      throw new Refusal(
          "document-forms.csv 中“" + cells.get(0) + "”的“" + form.title() + "”重复，或依据没有写书名号");
    }
  }

  private List<List<String>> lines(String file, List<String> header) {
    byte[] content;
    try (InputStream in = resources.getResource(folder + file).getInputStream()) {
      content = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<List<String>> lines =
        SheetReader.read(content, file, "文书目录", 2_000).stream()
            .map(line -> line.cells().stream().map(SheetReader::clean).toList())
            .filter(cells -> !cells.get(0).startsWith("#"))
            .toList();
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new Refusal(file + " 的表头应为 " + String.join(",", header) + "，请改正");
    }
    return lines.subList(1, lines.size()).stream().map(cells -> padded(cells, header)).toList();
  }

  private static List<String> padded(List<String> cells, List<String> header) {
    List<String> all = new ArrayList<>(cells);
    while (all.size() < header.size()) {
      all.add("");
    }
    return all;
  }

  private static LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  private static String key(String authority, DocumentKind kind) {
    return authority + "/" + kind;
  }

  /**
   * @param group the authority that issues it
   * @param trade the sub-category of the enterprise it is about
   */
  public DocumentForm of(DocumentKind kind, String group, String trade) {
    return authorities(group, trade).stream()
        .map(authority -> forms.get(key(authority, kind)))
        .filter(form -> form != null)
        .findFirst()
        .orElseThrow(() -> new Refusal("文书目录中没有“" + kind.title() + "”的式样，请系统管理员补上。"));
  }

  private List<String> authorities(String group, String trade) {
    if (isTownship(group)) {
      return List.of(mayOrder(group) ? "delegated" : "township");
    }
    String role = group.startsWith("dept") ? group.substring(10) : "department";
    String category = trade == null || trade.length() < 2 ? "" : trade.substring(0, 2);
    return List.of(role + "-" + category, role, "department");
  }

  private static boolean isTownship(String group) {
    return group.startsWith(GroupIds.township(""));
  }

  /** Whether the authority has the power of 安全生产法 art. 65, its own or delegated. */
  public boolean mayOrder(String group) {
    LocalDate today = LocalDate.now(clock);
    return !isTownship(group)
        || delegations.stream()
            .anyMatch(
                it ->
                    GroupIds.township(it.township()).equals(group)
                        && (it.from() == null || !today.isBefore(it.from()))
                        && (it.to() == null || !today.isAfter(it.to())));
  }

  /** The court of an area where a decision is contested. */
  public String court(String areaCode) {
    return Optional.ofNullable(courts.get(areaCode)).orElse(ANY_COURT);
  }
}
