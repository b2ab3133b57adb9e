package rectify.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of the drill: one column for each kill and one for the end. */
final class Table {

  private final List<String> columns = new ArrayList<>();
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
  private final Set<String> mustBeZero = new LinkedHashSet<>();
  private final List<String> violations = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /** Begins a column; what follows stands in it. */
  void column(String name) {
    columns.add(name);
  }

  void figure(String what, Object value) {
    rows.computeIfAbsent(what, row -> new LinkedHashMap<>())
        .put(columns.get(columns.size() - 1), String.valueOf(value));
  }

  /** A figure that fails the drill unless it is 0. */
  void mustBeZero(String what, long value) {
    figure(what, value);
    mustBeZero.add(what);
    if (value != 0) {
      violations.add(what + ", " + columns.get(columns.size() - 1) + ": " + value);
    }
  }

  /** Fails the drill for another reason than a figure. */
  void violation(String what) {
    violations.add(what);
  }

  /** A line below the table. */
  void remark(String line) {
    remarks.add(line);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  void write(String title, Path file) {
    List<String> lines = new ArrayList<>(List.of(title, ""));
    lines.add("| What | " + String.join(" | ", columns) + " | Must be |");
    lines.add("|---|" + "---|".repeat(columns.size() + 1));
    rows.forEach(
        (what, values) -> {
          StringBuilder line = new StringBuilder("| ").append(what);
          columns.forEach(column -> line.append(" | ").append(values.getOrDefault(column, "")));
          lines.add(line + " | " + (mustBeZero.contains(what) ? "0" : "") + " |");
        });
    lines.add("");
    lines.addAll(remarks);
    lines.add(violations.isEmpty() ? "PASSED" : "FAILED: " + violations);
    lines.forEach(System.out::println);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
