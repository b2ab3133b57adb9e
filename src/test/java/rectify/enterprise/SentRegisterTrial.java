package rectify.enterprise;

import static rectify.enterprise.EnterpriseColumn.CREDIT_CODE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import rectify.jurisdiction.Jurisdictions;
import rectify.refusal.Refusal;

/**
 * Imports registers and compares the database, cell by cell, with what their senders meant. What
 * differs without having been refused is a fault; so is a refused line without a reason, and one
 * refused although it can be read.
 */
public final class SentRegisterTrial implements AutoCloseable {

  private static final EnterpriseScope ALL = EnterpriseScope.everything();

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext(EnterpriseContext.class);
  private final EnterpriseImport imports = context.getBean(EnterpriseImport.class);
  private final Enterprises enterprises = context.getBean(Enterprises.class);
  private final Jurisdictions jurisdictions = context.getBean(Jurisdictions.class);

  private final List<String> faults = new ArrayList<>();
  private int files;
  private int filesRefused;
  private int lines;
  private int linesRefused;
  private int cells;

  /** Tries so many files made from a seed. */
  public SentRegisterTrial generated(long seed, int count) {
    SentRegisters made = new SentRegisters(seed);
    for (int i = 0; i < count; i++) {
      tryOut(made.next(i));
    }
    return this;
  }

  /**
   * Tries the files of a directory that other programs wrote, each beside a JSON of the same name
   * and {@code .json} that says what is meant: {@code rows} by line and header, {@code unreadable}
   * headers by line, {@code refused} if the whole file must be.
   */
  public SentRegisterTrial of(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.filter(one -> !one.toString().endsWith(".json")).sorted().toList()) {
        tryOut(foreign(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static SentRegister foreign(Path file) throws IOException {
    JsonNode meant = new ObjectMapper().readTree(Path.of(file + ".json").toFile());
    Map<Integer, Map<EnterpriseColumn, String>> rows = new TreeMap<>();
    Map<Integer, Set<EnterpriseColumn>> unreadable = new TreeMap<>();
    for (Map.Entry<String, JsonNode> line : meant.path("rows").properties()) {
      Map<EnterpriseColumn, String> row = new EnumMap<>(EnterpriseColumn.class);
      for (Map.Entry<String, JsonNode> cell : line.getValue().properties()) {
        row.put(column(cell.getKey()), cell.getValue().asText());
      }
      rows.put(Integer.valueOf(line.getKey()), row);
    }
    for (Map.Entry<String, JsonNode> line : meant.path("unreadable").properties()) {
      Set<EnterpriseColumn> columns = EnumSet.noneOf(EnterpriseColumn.class);
      line.getValue().forEach(header -> columns.add(column(header.asText())));
      unreadable.put(Integer.valueOf(line.getKey()), columns);
    }
    return new SentRegister(
        file.getFileName().toString(),
        Files.readAllBytes(file),
        rows,
        unreadable,
        meant.path("refused").asText(null));
  }

  private static EnterpriseColumn column(String header) {
    return EnterpriseColumn.ofHeader(header).orElseThrow();
  }

  private void tryOut(SentRegister sent) {
    files++;
    ImportReport report;
    try {
      report = imports.take(EnterpriseSheet.read(sent.file(), sent.name()), true, false, ALL);
    } catch (Refusal refusal) {
      filesRefused++;
      if (sent.refused() == null || !refusal.getMessage().contains(sent.refused())) {
        fault(sent, 0, "refused as a whole: " + refusal.getMessage());
      }
      return;
    }
    if (sent.refused() != null) {
      fault(sent, 0, "taken, though it should be refused for " + sent.refused());
      return;
    }
    if (report.rows() != sent.rows().size()) {
      fault(sent, 0, report.rows() + " rows read of " + sent.rows().size());
    }
    sent.rows().forEach((line, meant) -> compare(sent, report, line, meant));
    nothingIsErased(sent);
  }

  private void compare(
      SentRegister sent, ImportReport report, int line, Map<EnterpriseColumn, String> meant) {
    lines++;
    List<ImportReport.Problem> problems =
        report.problems().stream().filter(problem -> problem.line() == line).toList();
    Set<EnterpriseColumn> unreadable = sent.unreadable().getOrDefault(line, Set.of());
    Enterprise kept = enterprises.byCreditCode(meant.get(CREDIT_CODE)).orElse(null);
    if (!problems.isEmpty()) {
      linesRefused++;
      for (ImportReport.Problem problem : problems) {
        if (unreadable.stream().noneMatch(column -> column.header().equals(problem.column()))) {
          fault(sent, line, "refused though it can be read: " + problem);
        }
        if (problem.reason().length() < 6) {
          fault(sent, line, "refused without a reason: " + problem);
        }
      }
      if (kept != null) {
        fault(sent, line, "refused and taken");
      }
      return;
    }
    if (!unreadable.isEmpty()) {
      fault(sent, line, "taken with cells that show other than they hold: " + unreadable);
    } else if (kept == null) {
      fault(sent, line, "neither taken nor refused: " + meant);
    } else {
      meant.forEach((column, value) -> compare(sent, line, column, value, kept));
    }
  }

  private void compare(
      SentRegister sent, int line, EnterpriseColumn column, String meant, Enterprise kept) {
    cells++;
    String stored = column.cell(kept, jurisdictions);
    boolean same =
        switch (column) {
          case LONGITUDE, LATITUDE ->
              meant.isEmpty()
                  ? stored.isEmpty()
                  : !stored.isEmpty()
                      && new BigDecimal(stored).compareTo(new BigDecimal(meant)) == 0;
          default -> stored.equals(meant);
        };
    if (!same) {
      fault(sent, line, column.header() + ": meant “" + meant + "”, stored “" + stored + "”");
    }
  }

  /** The same firms again, with nothing in any other cell. */
  private void nothingIsErased(SentRegister sent) {
    StringBuilder blank = new StringBuilder("统一社会信用代码,企业名称,乡镇代码,行业小类代码,分级,安全员,联系电话,是否入网\n");
    List<String> known =
        sent.rows().values().stream()
            .map(row -> row.get(CREDIT_CODE))
            .filter(code -> enterprises.byCreditCode(code).isPresent())
            .toList();
    known.forEach(code -> blank.append(code).append(",\u00A0,,,,,\u200B,\n"));
    ImportReport report =
        imports.take(
            EnterpriseSheet.read(blank.toString().getBytes(StandardCharsets.UTF_8), "空白.csv"),
            false,
            false,
            ALL);
    if (report.unchanged() != known.size()) {
      fault(sent, 0, "blanks changed something: " + report);
    }
  }

  private void fault(SentRegister sent, int line, String what) {
    faults.add(sent.name() + (line == 0 ? "" : " line " + line) + ": " + what);
  }

  public List<String> faults() {
    return faults;
  }

  /** What was tried, by what it is called in a table of figures. */
  public Map<String, Integer> figures() {
    Map<String, Integer> figures = new TreeMap<>();
    figures.put("files", files);
    figures.put("files refused as a whole, rightly", filesRefused);
    figures.put("lines", lines);
    figures.put("lines refused, each with its reason", linesRefused);
    figures.put("cells compared with what was meant", cells);
    return figures;
  }

  @Override
  public void close() {
    context.getBean(JdbcTemplate.class).execute("shutdown");
    context.close();
  }
}
